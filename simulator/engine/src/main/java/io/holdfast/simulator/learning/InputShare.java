package io.holdfast.simulator.learning;

import io.holdfast.simulator.result.Estimate;

/**
 * What not knowing one input does to an estimate.
 *
 * @param input the input
 * @param weight how many observations it is worth now, see {@link EvidenceWeight}
 * @param share the share of the variance of P95 that would go if the input were known: its first-order Sobol index, with its 95 %
 *     interval. The estimate may fall a little below 0 where nothing would go
 */
public record InputShare(ModelInput input, double weight, Estimate share) {

    /**
     * The share of the variance that so many further actuals are expected to take away: share × n / (weight + n). Exact where
     * P95 is linear in the place of the input, for which n actuals leave weight/(weight + n) of the variance.
     */
    public double expectedReduction(int actuals) {
        Check.that(actuals >= 0, "actuals is " + actuals + ", but a count is at least 0.");
        return Math.max(0, share.value()) * actuals / (weight + actuals);
    }
}
