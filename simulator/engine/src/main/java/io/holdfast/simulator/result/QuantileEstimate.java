package io.holdfast.simulator.result;

import org.jspecify.annotations.Nullable;

/**
 * A quantile with its 95 % interval from order statistics. Null means "never": that rank falls among trials that do
 * not come back by the horizon (for data loss: that lost everything).
 *
 * @param value the order statistic of rank ⌈pn⌉, in the quantity's unit
 * @param low the lower end
 * @param high the upper end
 */
public record QuantileEstimate(
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high) {}
