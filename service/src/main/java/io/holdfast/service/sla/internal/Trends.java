package io.holdfast.service.sla.internal;

import io.holdfast.service.sla.Trend;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The trend of a series: Theil–Sen slope (median of all pairwise slopes) and Mann–Kendall test. Without ties the exact
 * distribution of the test is used (that of inversions of a random order), with ties the normal one with corrected variance and
 * continuity. Sources: Sen, JASA 63 (1968); Mann, Econometrica 13 (1945); Kendall, Rank Correlation Methods (1975).
 */
final class Trends {

    /** With fewer periods no order would be surprising at 5 %: of 4 the most surprising has p = 1/12. */
    static final int FEWEST = 5;

    /** With ties the normal distribution is near enough from here on. */
    static final int FEWEST_WITH_TIES = 10;

    private static final double LEVEL = 0.05;

    private Trends() {}

    /**
     * The trend of values in the order of time.
     *
     * @param at the time of each value, rising
     */
    static Trend of(double[] at, double[] values) {
        int n = values.length;
        Double slope = n < 2 ? null : Double.valueOf(slope(at, values));
        Double p = chance(values);
        if (p == null) {
            return new Trend("too-few", n, slope, null);
        }
        return new Trend(p < LEVEL && slope != null ? direction(slope) : "none", n, slope, p);
    }

    private static String direction(double slope) {
        return slope > 0 ? "better" : slope < 0 ? "worse" : "none";
    }

    private static double slope(double[] at, double[] values) {
        int n = values.length;
        double[] slopes = new double[n * (n - 1) / 2];
        int count = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                slopes[count++] = (values[j] - values[i]) / (at[j] - at[i]);
            }
        }
        Arrays.sort(slopes);
        return count % 2 == 1 ? slopes[count / 2] : (slopes[count / 2 - 1] + slopes[count / 2]) / 2;
    }

    private static @Nullable Double chance(double[] values) {
        int n = values.length;
        List<Long> ties = ties(values);
        if (n < (ties.isEmpty() ? FEWEST : FEWEST_WITH_TIES)) {
            return null;
        }
        int s = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                s += Integer.signum(Double.compare(values[j], values[i]));
            }
        }
        return ties.isEmpty() ? exact(n, s) : normal(n, s, ties);
    }

    private static List<Long> ties(double[] values) {
        return Arrays.stream(values)
                .boxed()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .map(Map.Entry::getValue)
                .filter(count -> count > 1)
                .toList();
    }

    /** P(|S| at least this): the share of orders with so few, or so many, inversions. */
    private static double exact(int n, int s) {
        int pairs = n * (n - 1) / 2;
        double[] share = {1};
        for (int size = 2; size <= n; size++) {
            double[] next = new double[size * (size - 1) / 2 + 1];
            for (int i = 0; i < share.length; i++) {
                for (int more = 0; more < size; more++) {
                    next[i + more] += share[i] / size;
                }
            }
            share = next;
        }
        int inversions = (pairs - Math.abs(s)) / 2;
        double tail = 0;
        for (int i = 0; i <= inversions; i++) {
            tail += share[i];
        }
        return Math.min(1, 2 * tail);
    }

    private static double normal(int n, int s, List<Long> ties) {
        double variance = n * (n - 1.0) * (2 * n + 5) / 18;
        for (long t : ties) {
            variance -= t * (t - 1.0) * (2 * t + 5) / 18;
        }
        if (s == 0 || variance <= 0) {
            return 1;
        }
        double z = (Math.abs(s) - 1) / Math.sqrt(variance);
        return Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(z));
    }
}
