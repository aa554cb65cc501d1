package io.holdfast.simulator.learning;

import org.apache.commons.math3.special.Gamma;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The belief after a value of which only a lower bound is known. The exact belief is a mixture of those after each possible
 * value; it is replaced by the normal-inverse-gamma belief nearest to it in Kullback-Leibler divergence, which has the same
 * means of 1/σ², ln 1/σ², μ/σ² and μ²/σ².
 *
 * <p>Source: assumed-density filtering, Minka, <i>A family of algorithms for approximate Bayesian inference</i>, MIT 2001,
 * chapter 3. The mixture is integrated over {@value #POINTS} equally likely values beyond the bound.
 */
final class Censoring {

    private static final int POINTS = 2000;

    private Censoring() {}

    static NormalInverseGamma after(NormalInverseGamma belief, double bound) {
        TDistribution t = belief.t();
        double beyond =
                t.survivalProbability((Check.finite("The bound", bound) - belief.mean()) / belief.predictiveScale());
        Check.that(
                beyond > 1e-12,
                "Work broken off after " + Math.exp(bound)
                        + " hours is beyond all that the belief holds possible. Check the"
                        + " row, or begin from another prior.");
        double precision = 0;
        double logPrecision = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < POINTS; i++) {
            double mass = beyond * (i + 0.5) / POINTS;
            double value = belief.mean() + belief.predictiveScale() * t.inverseSurvivalProbability(mass);
            NormalInverseGamma part = belief.after(value);
            double tau = part.shape() / part.scale();
            precision += tau / POINTS;
            logPrecision += (Gamma.digamma(part.shape()) - Math.log(part.scale())) / POINTS;
            first += tau * part.mean() / POINTS;
            second += (1 / part.weight() + tau * part.mean() * part.mean()) / POINTS;
        }
        double mean = first / precision;
        double weight = 1 / (second - first * mean);
        double shape = GammaShape.where(Math.log(precision) - logPrecision);
        return new NormalInverseGamma(mean, weight, shape, shape / precision);
    }
}
