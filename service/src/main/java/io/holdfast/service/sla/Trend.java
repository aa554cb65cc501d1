package io.holdfast.service.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Whether what was measured gets better or worse (row S5).
 *
 * @param direction {@code better}, {@code worse}, {@code none} where chance explains what is seen, or {@code too-few} periods to
 *     tell
 * @param periods how many periods it rests on
 * @param slope by how much the availability changes from period to period: Theil and Sen's median of all slopes; null with fewer
 *     than two
 * @param p the chance to see at least such an order where there is no trend: Mann and Kendall's test, two-sided; null where there
 *     are too few
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Trend(
        String direction,
        int periods,
        @Nullable Double slope,
        @Nullable Double p) {}
