package io.holdfast.simulator.learning;

import java.util.Arrays;

/** Positive durations as ascending logarithms around their mean, so that no power of them overflows. Immutable. */
final class LogSample {

    private final double centre;
    private final double[] away;

    private LogSample(double centre, double[] away) {
        this.centre = centre;
        this.away = away;
    }

    /** A sample of durations above 0, of at least one. */
    static LogSample of(double[] hours) {
        double[] logs = Arrays.stream(hours).map(Math::log).sorted().toArray();
        double centre = Arrays.stream(logs).sum() / logs.length;
        return new LogSample(
                centre, Arrays.stream(logs).map(each -> each - centre).toArray());
    }

    int size() {
        return away.length;
    }

    /** The mean of the logarithms. */
    double centre() {
        return centre;
    }

    /** The hours of a rank from 0, ascending. */
    double hours(int rank) {
        return Math.exp(centre + away[rank]);
    }

    /** The standard deviation of the logarithms, with n below it: that of greatest likelihood. */
    double deviation() {
        return Math.sqrt(Arrays.stream(away).map(each -> each * each).sum() / away.length);
    }

    /** ln of the mean of (x / e^centre)^power. */
    double logMeanPower(double power) {
        double most = power * away[away.length - 1];
        double sum = 0;
        for (double each : away) {
            sum += Math.exp(power * each - most);
        }
        return most + Math.log(sum / away.length);
    }

    /** The mean of the logarithms around the centre, weighted by x^power. */
    double weightedMean(double power) {
        double most = power * away[away.length - 1];
        double sum = 0;
        double weights = 0;
        for (double each : away) {
            double weight = Math.exp(power * each - most);
            weights += weight;
            sum += weight * each;
        }
        return sum / weights;
    }

    /** How many logarithms lie further from the median than 3.5 deviations as estimated from the median distance. */
    int outliers() {
        double median = middle(away);
        double[] distances = Arrays.stream(away)
                .map(each -> Math.abs(each - median))
                .sorted()
                .toArray();
        double limit = 3.5 * middle(distances) / 0.6745;
        return limit == 0
                ? 0
                : (int) Arrays.stream(distances).filter(each -> each > limit).count();
    }

    private static double middle(double[] sorted) {
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
