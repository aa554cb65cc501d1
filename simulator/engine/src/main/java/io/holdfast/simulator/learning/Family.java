package io.holdfast.simulator.learning;

import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.sampling.Sampler;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** A family of distributions of the model format that can be fitted to durations by maximum likelihood. */
public enum Family {
    /** Memoryless. */
    EXPONENTIAL(1),
    /** A rate that rises or falls as a power of time. */
    WEIBULL(2),
    /** A sum of memoryless steps. */
    GAMMA(2),
    /** A product of many factors. */
    LOGNORMAL(2);

    private final int parameters;

    Family(int parameters) {
        this.parameters = parameters;
    }

    /** How many parameters are fitted. */
    public int parameters() {
        return parameters;
    }

    /** The member of greatest likelihood. Sources: Johnson, Kotz and Balakrishnan, vol. 1, 2nd ed., chapters 14, 17, 19, 21. */
    Distribution fit(LogSample sample) {
        return switch (this) {
            case EXPONENTIAL -> new Distribution.Exponential(Math.exp(sample.centre() + sample.logMeanPower(1)));
            case LOGNORMAL -> lognormal(sample.centre(), sample.deviation());
            case GAMMA -> gamma(sample);
            case WEIBULL -> weibull(sample);
        };
    }

    private static Distribution lognormal(double mu, double sigma) {
        double median = Math.exp(mu);
        return new Distribution.Lognormal(median, median * Math.exp(sigma * Sampler.Z90));
    }

    /** ln k − ψ(k) = ln mean − mean log. */
    private static Distribution gamma(LogSample sample) {
        double gap = sample.logMeanPower(1);
        double shape = GammaShape.where(gap);
        return new Distribution.Gamma(shape, Math.exp(sample.centre() + gap) / shape);
    }

    /** The shape at which the mean of ln x weighted by x^k exceeds the plain mean by 1/k; the difference rises with k. */
    private static Distribution weibull(LogSample sample) {
        double start = 1.2 / sample.deviation();
        double low = start;
        while (sample.weightedMean(low) > 1 / low) {
            low /= 2;
        }
        double high = start;
        while (sample.weightedMean(high) < 1 / high) {
            high *= 2;
        }
        double shape = low == high
                ? low
                : new BrentSolver(1e-12, 1e-14, 1e-300).solve(1000, k -> sample.weightedMean(k) - 1 / k, low, high);
        return new Distribution.Weibull(shape, Math.exp(sample.centre() + sample.logMeanPower(shape) / shape));
    }
}
