package io.holdfast.simulator.engine;

import io.holdfast.simulator.result.Estimate;
import io.holdfast.simulator.result.QuantileEstimate;
import org.jspecify.annotations.Nullable;

/** Intervals of 95 %: Wilson for chances, order statistics for quantiles, the central limit theorem for means. */
public final class Statistics {

    /** The standard normal quantile of 0.975. */
    static final double Z = 1.959963984540054;

    private static final double Z_SQUARED = Z * Z;

    private Statistics() {}

    /**
     * A chance from a count, with Wilson's interval. No occurrence leaves an upper end above 0, and none missing a lower end
     * below 1. Source: Wilson, JASA 22 (1927). Commons Math has it too, but makes a random generator for each interval, which
     * took most of the time of a result of few trials, and overflows from 2^30 trials on.
     *
     * @param count from 0 to trials
     * @param trials at least 1
     */
    public static Estimate chance(long count, long trials) {
        if (trials < 1 || count < 0 || count > trials) {
            throw new IllegalArgumentException(count + " of " + trials + " is no share.");
        }
        double share = (double) count / trials;
        double n = trials;
        double factor = 1 / (1 + 1 / n * Z_SQUARED);
        double middle = share + 1 / (2 * n) * Z_SQUARED;
        double half = Z * StrictMath.sqrt(1 / n * share * (1 - share) + 1 / (4 * (n * n)) * Z_SQUARED);
        double low = count == 0 ? 0 : Math.max(0, factor * (middle - half));
        double high = count == trials ? 1 : Math.min(1, factor * (middle + half));
        return new Estimate(share, low, high);
    }

    /** A mean from sums, each in units of {@code scale} to the quantity's unit; null where nothing was counted. */
    public static @Nullable Estimate mean(long count, Int128 sum, Int128 squares, double scale) {
        if (count == 0) {
            return null;
        }
        double mean = sum.toDouble() / count / scale;
        double half = Z * deviation(count, sum, squares, scale) / StrictMath.sqrt((double) count);
        return new Estimate(mean, mean - half, mean + half);
    }

    /** The sample's standard deviation, from exact sums. */
    static double deviation(long count, Int128 sum, Int128 squares, double scale) {
        if (count < 2) {
            return 0;
        }
        java.math.BigInteger total = sum.toBigInteger();
        java.math.BigInteger n = java.math.BigInteger.valueOf(count);
        double spread = squares.toBigInteger()
                .multiply(n)
                .subtract(total.multiply(total))
                .doubleValue();
        return StrictMath.sqrt(Math.max(0, spread) / count / (count - 1)) / scale;
    }

    /** The rank ⌈pn⌉ of a quantile. */
    static long rank(double p, long n) {
        return Math.clamp((long) StrictMath.ceil(p * n - 1e-9), 1, n);
    }

    /** Where a rank's value is asked for. */
    public interface Ranked {
        /** The value of a rank from 1, or null for never. */
        @Nullable
        Double value(long rank);
    }

    /** A quantile over n trials with the interval of its rank. */
    public static QuantileEstimate quantile(double p, long n, Ranked values) {
        double spread = Z * StrictMath.sqrt(n * p * (1 - p));
        long low = Math.clamp((long) StrictMath.floor(n * p - spread), 1, n);
        long high = Math.clamp((long) StrictMath.ceil(n * p + spread) + 1, 1, n);
        return new QuantileEstimate(values.value(rank(p, n)), values.value(low), values.value(high));
    }
}
