package io.holdfast.simulator.learning;

import java.util.List;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A belief about the mean μ and the variance σ² of a normal quantity, here a log duration: 1/σ² is gamma distributed with
 * {@code shape} and rate {@code scale}, and μ given σ² is normal around {@code mean} with variance σ²/{@code weight}.
 * Immutable.
 *
 * <p>Source: Gelman and others, <i>Bayesian Data Analysis</i>, 3rd ed., section 3.3, there as N-Inv-χ²(μ₀, σ₀²/κ₀; ν₀, σ₀²)
 * with κ = weight, ν = 2 shape, σ₀² = scale/shape.
 *
 * @param mean where μ is believed to be, in log hours
 * @param weight how many observations that is worth, above 0
 * @param shape half of how many observations the spread is worth, above 0
 * @param scale half of their sum of squares, above 0
 */
public record NormalInverseGamma(double mean, double weight, double shape, double scale) {

    /** Checks the parameters. */
    public NormalInverseGamma {
        Check.finite("The mean of a belief", mean);
        Check.positive("The weight of a belief", weight);
        Check.positive("The shape of a belief", shape);
        Check.positive("The scale of a belief", scale);
    }

    /**
     * The belief that a centre and a variance deserve.
     *
     * @param mean the centre μ₀
     * @param weight observations behind the centre, κ₀
     * @param variance the variance σ₀², above 0
     * @param freedom observations behind the variance, ν₀
     */
    public static NormalInverseGamma of(double mean, double weight, double variance, double freedom) {
        return new NormalInverseGamma(mean, weight, freedom / 2, freedom * variance / 2);
    }

    /** The belief after some values were seen; the order does not matter. No values change nothing. */
    public NormalInverseGamma after(double... values) {
        int n = values.length;
        if (n == 0) {
            return this;
        }
        double sum = 0;
        for (double value : values) {
            sum += Check.finite("An observed value", value);
        }
        double average = sum / n;
        double squares = 0;
        for (double value : values) {
            squares += (value - average) * (value - average);
        }
        double more = weight + n;
        double away = average - mean;
        return new NormalInverseGamma(
                mean + n * away / more,
                more,
                shape + n / 2.0,
                scale + squares / 2 + weight * n * away * away / (2 * more));
    }

    /** The belief after a value was seen of which only is known that it is greater than this one. */
    public NormalInverseGamma afterMoreThan(double bound) {
        return Censoring.after(this, bound);
    }

    /** The belief after values were seen of which only is known that each is greater than a bound; their order does not matter. */
    public NormalInverseGamma afterMoreThan(List<Double> bounds) {
        if (bounds.isEmpty()) {
            return this;
        }
        bounds.forEach(bound -> Censoring.requirePossible(this, bound));
        return Propagation.of(this, bounds.stream().sorted().toList()).belief();
    }

    /** The logarithm of the integral of τ^(shape − ½) exp(−τ (scale + weight (μ − mean)²/2)) over μ and τ. */
    double logNormaliser() {
        return Math.log(2 * Math.PI / weight) / 2 + Gamma.logGamma(shape) - shape * Math.log(scale);
    }

    /** The variance at which the belief is taken when it must be one number: scale/shape, so that 1/σ² is at its mean. */
    public double variance() {
        return scale / shape;
    }

    /** The quantile of the next value: Student t with 2 shape degrees of freedom. */
    public double predictiveQuantile(double p) {
        return mean + predictiveScale() * t().inverseCumulativeProbability(Check.probability("The probability", p));
    }

    /** The chance that the next value is at most this one. */
    public double predictiveProbability(double value) {
        return t().cumulativeProbability((value - mean) / predictiveScale());
    }

    /** The quantile of μ: Student t with 2 shape degrees of freedom. */
    public double meanQuantile(double p) {
        return mean
                + Math.sqrt(variance() / weight)
                        * t().inverseCumulativeProbability(Check.probability("The probability", p));
    }

    /** The quantile of σ². */
    public double varianceQuantile(double p) {
        return scale
                / GammaDistribution.of(shape, 1).inverseSurvivalProbability(Check.probability("The probability", p));
    }

    /**
     * A pair drawn from the belief.
     *
     * @param place a uniform number for μ, above 0 and below 1
     * @param spread a uniform number for σ², above 0 and below 1
     */
    public Parameters draw(double place, double spread) {
        double variance = varianceQuantile(spread);
        double score = NormalDistribution.of(0, 1)
                .inverseCumulativeProbability(Check.probability("The uniform number", place));
        return new Parameters(mean + score * Math.sqrt(variance / weight), variance);
    }

    /** A mean and a variance. */
    public record Parameters(double mean, double variance) {}

    double predictiveScale() {
        return Math.sqrt(variance() * (weight + 1) / weight);
    }

    TDistribution t() {
        return TDistribution.of(2 * shape);
    }
}
