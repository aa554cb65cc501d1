package io.holdfast.service.change.internal;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether values that follow each other rise or fall: the test of Mann and Kendall with the correction for ties, two-sided, and the
 * slope of Sen, the median of the slopes between any two. With fewer than {@value #FEWEST} values, or where all are equal, nothing is
 * concluded. Source: Gilbert, Statistical Methods for Environmental Pollution Monitoring (1987), 16.4 and 16.5.
 *
 * @param values how many values there were
 * @param direction what is concluded at a level of 5 %
 * @param p the chance of a trend at least as clear where there is none; NaN where nothing is concluded for want of values
 * @param slope by how much the values change from one to the next; NaN with fewer than two
 */
public record Trend(int values, Direction direction, double p, double slope) {

    /** With fewer values the normal approximation is not good, and nothing is said. */
    public static final int FEWEST = 10;

    private static final double LEVEL = 0.05;

    /** What can be said. */
    public enum Direction {
        /** There are too few values. */
        TOO_FEW,
        /** There is no clear trend. */
        NONE,
        /** They rise. */
        RISING,
        /** They fall. */
        FALLING
    }

    /** The trend of values in their order. */
    public static Trend of(double[] values) {
        double slope = slope(values);
        if (values.length < FEWEST) {
            return new Trend(values.length, Direction.TOO_FEW, Double.NaN, slope);
        }
        int score = score(values);
        double variance = variance(values);
        if (variance <= 0 || score == 0) {
            return new Trend(values.length, Direction.NONE, 1, slope);
        }
        double z = (score - Math.signum(score)) / Math.sqrt(variance);
        double p = Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z)));
        Direction direction = p > LEVEL ? Direction.NONE : score > 0 ? Direction.RISING : Direction.FALLING;
        return new Trend(values.length, direction, p, slope);
    }

    private static int score(double[] values) {
        int score = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = i + 1; j < values.length; j++) {
                score += Double.compare(values[j], values[i]) > 0
                        ? 1
                        : Double.compare(values[j], values[i]) < 0 ? -1 : 0;
            }
        }
        return score;
    }

    private static double variance(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double ties = 0;
        for (int i = 0; i < sorted.length; ) {
            int end = i;
            while (end < sorted.length && Double.compare(sorted[end], sorted[i]) == 0) {
                end++;
            }
            ties += weight(end - i);
            i = end;
        }
        return (weight(values.length) - ties) / 18;
    }

    private static double weight(double n) {
        return n * (n - 1) * (2 * n + 5);
    }

    private static double slope(double[] values) {
        int pairs = values.length * (values.length - 1) / 2;
        if (pairs == 0) {
            return Double.NaN;
        }
        double[] slopes = new double[pairs];
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = i + 1; j < values.length; j++) {
                slopes[at++] = (values[j] - values[i]) / (j - i);
            }
        }
        Arrays.sort(slopes);
        return pairs % 2 == 1 ? slopes[pairs / 2] : (slopes[pairs / 2 - 1] + slopes[pairs / 2]) / 2;
    }
}
