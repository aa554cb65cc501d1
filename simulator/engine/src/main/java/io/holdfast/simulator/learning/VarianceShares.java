package io.holdfast.simulator.learning;

import io.holdfast.simulator.result.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * First-order shares of the variance from draws at hand: regression of P95 on polynomials of one input at a time, corrected for
 * their number. Since inputs are independent, what the leading inputs explain is first taken off for all others, so that they
 * are not lost in its noise. Intervals by a jackknife over {@value #GROUPS} groups of draws. Immutable.
 *
 * <p>Sources: Sudret, <i>Reliability Engineering and System Safety</i> 93 (2008) for shares from polynomials; Plischke, Borgonovo
 * and Smith, <i>European J. of Operational Research</i> 226 (2013) for shares from given data; Efron, <i>The Jackknife, the
 * Bootstrap and Other Resampling Plans</i>, 1982.
 */
final class VarianceShares {

    static final int GROUPS = 20;

    /** Level at which an input leads, over all inputs together. */
    private static final double LEVEL = 0.05;

    /** Draws that one feature of a leading input takes. */
    private static final int DRAWS_A_FEATURE = 6;

    private static final int SWEEPS = 2;

    private final DrawResults results;
    private final List<double[][]> features;
    private final List<Integer> leading;

    /** The shares of inputs with these features, by input and draw. */
    VarianceShares(DrawResults results, List<double[][]> features) {
        this.results = results;
        this.features = List.copyOf(features);
        leading = List.copyOf(findLeading());
    }

    /** Inputs whose effect is beyond chance, the greatest first, each judged when those before are taken off. */
    private List<Integer> findLeading() {
        List<Integer> found = new ArrayList<>();
        int[] kept = kept(-1);
        double[] left = p95();
        int taken = 0;
        while (true) {
            int best = -1;
            double least = LEVEL / features.size();
            for (int input = 0; input < features.size(); input++) {
                double p = found.contains(input)
                        ? 1
                        : Regression.of(left, features.get(input), kept).pValue(taken);
                if (p < least) {
                    least = p;
                    best = input;
                }
            }
            if (best < 0 || (taken + width(best)) * DRAWS_A_FEATURE > results.size()) {
                return found;
            }
            takeOff(left, Regression.of(left, features.get(best), kept), kept, -1);
            taken += width(best);
            found.add(best);
        }
    }

    /** The share of each input, by input: over all draws for −1, or without those of a group. */
    double[] shares(int leftOut) {
        int[] kept = kept(leftOut);
        double[] left = p95();
        Regression[] fits = fitLeading(left, kept);
        int taken = leading.stream().mapToInt(this::width).sum();
        double whole = notKnowing(leftOut);
        double[] shares = new double[features.size()];
        for (int input = 0; input < shares.length; input++) {
            int rank = leading.indexOf(input);
            double[] own = left.clone();
            if (rank >= 0) {
                takeOff(own, fits[rank], kept, 1);
            }
            int others = rank >= 0 ? taken - width(input) : taken;
            double explained = Regression.of(own, features.get(input), kept).explained(others);
            shares[input] = whole <= 0 ? 0 : explained / whole;
        }
        return shares;
    }

    private Regression[] fitLeading(double[] left, int[] kept) {
        Regression[] fits = new Regression[leading.size()];
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int rank = 0; rank < fits.length; rank++) {
                if (sweep > 0) {
                    takeOff(left, fits[rank], kept, 1);
                }
                fits[rank] = Regression.of(left, features.get(leading.get(rank)), kept);
                takeOff(left, fits[rank], kept, -1);
            }
        }
        return fits;
    }

    private static void takeOff(double[] left, Regression fit, int[] kept, int sign) {
        for (int draw : kept) {
            left[draw] += sign * fit.fitted(draw);
        }
    }

    private int width(int input) {
        return features.get(input)[0].length;
    }

    private double[] p95() {
        return IntStream.range(0, results.size()).mapToDouble(results::p95).toArray();
    }

    /** The covariance of the P95 of the two runs of a draw: the variance that their common parameters make. */
    double notKnowing(int leftOut) {
        return covariance(draw -> results.p95First[draw], draw -> results.p95Second[draw], leftOut);
    }

    /** The variance of the mean P95 of the two runs of a draw. */
    double variance() {
        return covariance(results::p95, results::p95, -1);
    }

    /** The covariance of two figures over draws; without those of a group, or over all for −1. */
    double covariance(IntToDoubleFunction one, IntToDoubleFunction other, int leftOut) {
        int[] kept = kept(leftOut);
        double meanOne = IntStream.of(kept).mapToDouble(one).sum() / kept.length;
        double meanOther = IntStream.of(kept).mapToDouble(other).sum() / kept.length;
        return IntStream.of(kept)
                        .mapToDouble(i -> (one.applyAsDouble(i) - meanOne) * (other.applyAsDouble(i) - meanOther))
                        .sum()
                / (kept.length - 1);
    }

    private int[] kept(int leftOut) {
        return IntStream.range(0, results.size())
                .filter(draw -> draw % GROUPS != leftOut)
                .toArray();
    }

    /** An estimate and its interval from its value over all draws, first, and without each group in turn. */
    static Estimate jackknife(double[] values) {
        double mean = Arrays.stream(values).skip(1).sum() / GROUPS;
        double squares = Arrays.stream(values)
                .skip(1)
                .map(each -> (each - mean) * (each - mean))
                .sum();
        double half = TDistribution.of(GROUPS - 1.0).inverseCumulativeProbability(0.975)
                * Math.sqrt(squares * (GROUPS - 1) / GROUPS);
        return new Estimate(values[0], values[0] - half, values[0] + half);
    }
}
