package io.holdfast.simulator.sampling;

import io.holdfast.simulator.model.Distribution;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Turns a uniform number into a time: the inverse distribution function, evaluated the same on every machine. Immutable,
 * for any number of threads.
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

    /** The same in ticks. */
    default long ticks(double uniform) {
        return Ticks.ofHours(hours(uniform));
    }

    /** The sampler of a distribution. */
    static Sampler of(Distribution distribution) {
        return switch (distribution) {
            case Distribution.Fixed fixed -> constant(fixed.hours());
            case Distribution.Uniform d -> u -> d.min() + u * (d.max() - d.min());
            case Distribution.Triangular d -> triangular(d.min(), d.mode(), d.max());
            case Distribution.Pert d -> pert(d.min(), d.mode(), d.max());
            case Distribution.Exponential d -> u -> -d.mean() * StrictMath.log1p(-u);
            case Distribution.Lognormal d -> lognormal(d.median(), d.p90());
            case Distribution.Normal d -> truncatedNormal(d.mean(), d.sd());
            case Distribution.Weibull d -> u -> d.scale() * StrictMath.pow(-StrictMath.log1p(-u), 1 / d.shape());
            case Distribution.Gamma d -> gamma(d.shape(), d.scale());
            case Distribution.Empirical d -> empirical(d.values());
            case Distribution.Quantiles d -> quantiles(d.points());
        };
    }

    private static Sampler constant(double hours) {
        return u -> hours;
    }

    private static Sampler triangular(double min, double mode, double max) {
        double width = max - min;
        if (width == 0) {
            return constant(min);
        }
        double split = (mode - min) / width;
        return u -> u < split
                ? min + StrictMath.sqrt(u * width * (mode - min))
                : max - StrictMath.sqrt((1 - u) * width * (max - mode));
    }

    private static Sampler pert(double min, double mode, double max) {
        double width = max - min;
        if (width == 0) {
            return constant(min);
        }
        BetaDistribution beta = BetaDistribution.of(1 + 4 * (mode - min) / width, 1 + 4 * (max - mode) / width);
        Sampler unit = QuantileTable.of(beta);
        return u -> min + width * unit.hours(u);
    }

    private static Sampler gamma(double shape, double scale) {
        Sampler unit = QuantileTable.of(GammaDistribution.of(shape, 1));
        return u -> scale * unit.hours(u);
    }

    private static Sampler lognormal(double median, double p90) {
        double sigma = StrictMath.log(p90 / median) / Z90;
        return u -> median * StrictMath.exp(sigma * StandardNormal.quantile(u));
    }

    private static Sampler truncatedNormal(double mean, double sd) {
        if (sd == 0) {
            return constant(mean);
        }
        double below = NormalDistribution.of(0, 1).cumulativeProbability(-mean / sd);
        return u -> Math.max(0, mean + sd * StandardNormal.quantile(below + u * (1 - below)));
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
