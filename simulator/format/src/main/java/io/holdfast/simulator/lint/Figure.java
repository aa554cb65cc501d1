package io.holdfast.simulator.lint;

import io.holdfast.simulator.model.Id;
import org.jspecify.annotations.Nullable;

/**
 * A figure that is in conflict with another.
 *
 * @param name what it is, such as {@code rto}
 * @param value how much
 * @param unit the unit: {@code h}, {@code min}, {@code km}, {@code share} or {@code count}
 * @param of whose it is, or null
 */
public record Figure(
        String name, double value, String unit, @Nullable Id of) {}
