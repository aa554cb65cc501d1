package io.holdfast.simulator.sampling;

import io.holdfast.simulator.model.Distribution;
import java.util.Arrays;
import java.util.List;

/**
 * Turns a uniform number into a time: the inverse distribution function, evaluated the same on every machine. Ticks of
 * continuous distributions come from tables ({@link TableSampler}), all else is exact. Immutable, for any number of threads.
 */
@FunctionalInterface
public interface Sampler {

    /** The standard normal quantile of 0.9. */
    double Z90 = 1.2815515655446004;

    /**
     * The time at a probability.
     *
     * @param uniform above 0 and below 1
     * @return hours, at least 0
     */
    double hours(double uniform);

    /** The same in ticks, rounded to a whole second: for everything that happens. */
    default long ticks(double uniform) {
        double seconds = StrictMath.floor(hours(uniform) * 3600 + 0.5);
        return Math.min((long) seconds, Ticks.LONGEST / Ticks.PER_SECOND) * Ticks.PER_SECOND;
    }

    /** The same in ticks, rounded to one: for ages of data. */
    default long fineTicks(double uniform) {
        return Ticks.ofHours(hours(uniform));
    }

    /** The sampler of a distribution. */
    static Sampler of(Distribution distribution) {
        return switch (distribution) {
            case Distribution.Fixed fixed -> new Constant(fixed.hours());
            case Distribution.Uniform d -> between(d.min(), d.max(), new Shape.Even());
            case Distribution.Triangular d -> triangular(d.min(), d.mode(), d.max());
            case Distribution.Pert d -> pert(d.min(), d.mode(), d.max());
            case Distribution.Exponential d -> new TableSampler(new Shape.Weibull(1), 0, d.mean());
            case Distribution.Lognormal d -> lognormal(d.median(), d.p90());
            case Distribution.Normal d ->
                d.sd() == 0
                        ? new Constant(d.mean())
                        : new TableSampler(new Shape.Positive(d.mean() / d.sd()), 0, d.sd());
            case Distribution.Weibull d -> new TableSampler(new Shape.Weibull(d.shape()), 0, d.scale());
            case Distribution.Gamma d -> new TableSampler(new Shape.Gamma(d.shape()), 0, d.scale());
            case Distribution.Empirical d -> empirical(d.values());
            case Distribution.Quantiles d -> quantiles(d.points());
        };
    }

    /** A Weibull time of a mean in hours; exponential where the shape is 1. */
    static Sampler weibullOfMean(double mean, double shape) {
        double gamma = shape == 1 ? 1 : StrictMath.exp(IncompleteGamma.logGamma(1 + 1 / shape));
        return new TableSampler(new Shape.Weibull(shape), 0, mean / gamma);
    }

    /** Always the same time. */
    record Constant(double always) implements Sampler {
        @Override
        public double hours(double uniform) {
            return always;
        }
    }

    private static Sampler between(double min, double max, Shape shape) {
        return max == min ? new Constant(min) : new TableSampler(shape, min, max - min);
    }

    private static Sampler triangular(double min, double mode, double max) {
        return between(min, max, new Shape.Tent(max == min ? 0 : (mode - min) / (max - min)));
    }

    private static Sampler pert(double min, double mode, double max) {
        double part = max == min ? 0 : (mode - min) / (max - min);
        return between(min, max, new Shape.Beta(1 + 4 * part, 1 + 4 * (1 - part)));
    }

    private static Sampler lognormal(double median, double p90) {
        double sigma = StrictMath.log(p90 / median) / Z90;
        return sigma == 0 ? new Constant(median) : new TableSampler(new Shape.Lognormal(sigma), 0, median);
    }

    private static Sampler empirical(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return u -> sorted[Math.min(sorted.length - 1, (int) (u * sorted.length))];
    }

    private static Sampler quantiles(List<Distribution.Quantiles.Point> points) {
        double[] p = points.stream()
                .mapToDouble(Distribution.Quantiles.Point::probability)
                .toArray();
        double[] x =
                points.stream().mapToDouble(Distribution.Quantiles.Point::hours).toArray();
        return u -> {
            int at = Arrays.binarySearch(p, u);
            if (at >= 0) {
                return x[at];
            }
            int above = -at - 1;
            if (above == 0) {
                return x[0];
            }
            if (above == p.length) {
                return x[p.length - 1];
            }
            double part = (u - p[above - 1]) / (p[above] - p[above - 1]);
            return x[above - 1] + part * (x[above] - x[above - 1]);
        };
    }
}
