package io.holdfast.simulator.drill;

import io.holdfast.simulator.result.Estimate;
import io.holdfast.simulator.result.QuantileEstimate;
import org.jspecify.annotations.Nullable;

/**
 * How a quantity varies over trials, in hours.
 *
 * @param mean its mean over the trials in which it is finite; null where it never is
 * @param p10 the 10 % quantile over all trials; null where it falls among trials without end
 * @param p50 the median, likewise
 * @param p90 the 90 % quantile, likewise; from p10 to here is the 80 % band
 * @param p95 the 95 % quantile, likewise
 * @param never the share of trials without end
 */
public record Spread(
        @Nullable Estimate mean,
        QuantileEstimate p10,
        QuantileEstimate p50,
        QuantileEstimate p90,
        QuantileEstimate p95,
        Estimate never) {}
