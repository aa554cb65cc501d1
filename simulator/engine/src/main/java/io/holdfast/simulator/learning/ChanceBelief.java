package io.holdfast.simulator.learning;

import io.holdfast.simulator.model.Provenance;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * What is believed of a chance, such as that a method succeeds or that a copy is usable: beta distributed. Immutable.
 *
 * <p>Source: Gelman and others, <i>Bayesian Data Analysis</i>, 3rd ed., section 2.4.
 *
 * @param successes pseudo-count of successes, α above 0
 * @param failures pseudo-count of failures, β above 0
 */
public record ChanceBelief(double successes, double failures) {

    /** Checks the counts. */
    public ChanceBelief {
        Check.positive("The successes of a belief", successes);
        Check.positive("The failures of a belief", failures);
    }

    /**
     * The belief that a stated chance deserves. Its mean is the stated chance and its weight that of the evidence; a chance
     * stated as 0 or 1 counts as that many observations without an exception and Jeffreys' half of either, for what was
     * called certain may yet fail.
     *
     * @param stated the chance, a share
     * @param provenance what it rests on; of a method's success that of its duration, since the format gives it none
     */
    public static ChanceBelief of(double stated, Provenance provenance) {
        Check.that(stated >= 0 && stated <= 1, "A chance is " + stated + ", but a share lies between 0 and 1.");
        double weight = EvidenceWeight.of(provenance);
        double half = stated == 0 || stated == 1 ? 0.5 : 0;
        return new ChanceBelief(weight * stated + half, weight * (1 - stated) + half);
    }

    /** The belief after some more successes and failures. */
    public ChanceBelief after(int moreSuccesses, int moreFailures) {
        Check.that(
                moreSuccesses >= 0 && moreFailures >= 0,
                "Successes " + moreSuccesses + " and failures " + moreFailures + " must be counts of at least 0.");
        return new ChanceBelief(successes + moreSuccesses, failures + moreFailures);
    }

    /** The chance that the next time succeeds: the number to write back into the model. */
    public double mean() {
        return successes / (successes + failures);
    }

    /** The standard deviation of the chance. */
    public double deviation() {
        double total = successes + failures;
        return Math.sqrt(successes * failures / (total * total * (total + 1)));
    }

    /** The quantile of the chance. */
    public double quantile(double p) {
        return BetaDistribution.of(successes, failures)
                .inverseCumulativeProbability(Check.probability("The probability", p));
    }

    /** The chance that of the next n times exactly k succeed: beta-binomial. */
    public double predictive(int k, int n) {
        Check.that(k >= 0 && k <= n, "k is " + k + ", but it must lie between 0 and n, " + n + ".");
        return Math.exp(CombinatoricsUtils.factorialLog(n)
                - CombinatoricsUtils.factorialLog(k)
                - CombinatoricsUtils.factorialLog(n - k)
                + Beta.logBeta(successes + k, failures + n - k)
                - Beta.logBeta(successes, failures));
    }
}
