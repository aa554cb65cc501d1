package io.holdfast.simulator.learning;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * The belief after a value of which only a lower bound is known. The exact belief is a mixture of those after each possible
 * value; it is replaced by the normal-inverse-gamma belief nearest to it in Kullback-Leibler divergence, which has the same
 * means of 1/σ², ln 1/σ², μ/σ² and μ²/σ².
 *
 * <p>Source: assumed-density filtering, Minka, <i>A family of algorithms for approximate Bayesian inference</i>, MIT 2001,
 * chapter 3. With z the standardised value, Student t of ν degrees of freedom, and z = √ν tan θ, each mean is an integral over θ of
 * a smooth function with weight cos^(ν−1) θ, taken by Gauss-Legendre with {@value #POINTS} points.
 */
final class Censoring {

    private static final int POINTS = 64;
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(POINTS);

    /** Where the weight has fallen by e to this power, nothing is left. */
    private static final double NEGLIGIBLE = 45;

    private Censoring() {}

    static NormalInverseGamma after(NormalInverseGamma belief, double bound) {
        requirePossible(belief, bound);
        return Tail.of(belief, bound).belief(belief);
    }

    /** Whether a belief holds a value beyond a bound possible: with a chance of more than 1e-12. */
    static boolean isPossible(NormalInverseGamma belief, double bound) {
        return Tail.of(belief, bound).logChance > Math.log(1e-12);
    }

    static void requirePossible(NormalInverseGamma belief, double bound) {
        Check.that(
                isPossible(belief, bound),
                "Work broken off after " + Math.exp(bound)
                        + " hours is beyond all that the belief holds possible. Check the"
                        + " row, or begin from another prior.");
    }

    /** What is left of the possible values: their chance, and means over them. */
    static final class Tail {

        /** The logarithm of the chance that the value is greater than the bound. */
        final double logChance;

        private final double squaredCosine;
        private final double logCosine;
        private final double sineCosine;

        private Tail(double logChance, double squaredCosine, double logCosine, double sineCosine) {
            this.logChance = logChance;
            this.squaredCosine = squaredCosine;
            this.logCosine = logCosine;
            this.sineCosine = sineCosine;
        }

        static Tail of(NormalInverseGamma belief, double bound) {
            double freedom = 2 * belief.shape();
            double z = (Check.finite("The bound", bound) - belief.mean()) / belief.predictiveScale();
            double from = Math.atan(z / Math.sqrt(freedom));
            double power = freedom - 1;
            double peak = Math.log(Math.cos(Math.max(0, from)));
            double reach = Math.acos(Math.exp(peak - NEGLIGIBLE / Math.max(power, 1e-9)));
            double low = Math.max(from, -reach);
            double half = (reach - low) / 2;
            double total = 0;
            double squared = 0;
            double logs = 0;
            double mixed = 0;
            for (int i = 0; i < POINTS; i++) {
                double angle = low + half * (RULE.getPoint(i) + 1);
                double cosine = Math.cos(angle);
                double log = Math.log(cosine);
                double weight = RULE.getWeight(i) * Math.exp(power * (log - peak));
                total += weight;
                squared += weight * cosine * cosine;
                logs += weight * log;
                mixed += weight * cosine * Math.sin(angle);
            }
            double logChance = Math.log(total * half) + power * peak - Beta.logBeta(0.5, freedom / 2);
            return new Tail(Math.min(0, logChance), squared / total, logs / total, mixed / total);
        }

        /** The belief nearest to the mixture of those after each value that is left. */
        NormalInverseGamma belief(NormalInverseGamma before) {
            double shape = before.shape() + 0.5;
            double precision = shape / before.scale() * squaredCosine;
            double logPrecision = Gamma.digamma(shape) - Math.log(before.scale()) + 2 * logCosine;
            double root = Math.sqrt(2 * before.shape());
            double step = before.predictiveScale() / (before.weight() + 1);
            double away = shape / before.scale() * root * sineCosine * step;
            double squares = shape / before.scale() * 2 * before.shape() * (1 - squaredCosine) * step * step;
            return new Moments(precision, logPrecision, away, 1 / (before.weight() + 1) + squares, before.mean())
                    .belief();
        }
    }

    /**
     * The means that a belief is matched to; those of the place are taken around {@code origin}, so that nothing is lost to
     * rounding.
     */
    record Moments(double precision, double logPrecision, double first, double second, double origin) {
        /** The belief that has these means. */
        NormalInverseGamma belief() {
            double mean = first / precision;
            double weight = 1 / (second - first * mean);
            double shape = GammaShape.where(Math.log(precision) - logPrecision);
            return new NormalInverseGamma(origin + mean, weight, shape, shape / precision);
        }
    }
}
