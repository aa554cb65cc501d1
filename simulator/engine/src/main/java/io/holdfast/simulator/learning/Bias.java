package io.holdfast.simulator.learning;

import io.holdfast.simulator.result.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;
import org.apache.commons.math3.special.Gamma;

/**
 * The bias that all guesses of an organisation share, as far as their actuals tell it: by which factor their medians are off, by
 * which factor their spread is too narrow, and how sure they really are. A small hierarchical model: given the three, every guess
 * has its own conjugate belief; the three are summed over a grid, with the belief about each guess mixed over it. Immutable.
 *
 * <p>For guess i with the belief NIG(mᵢ, κᵢ, aᵢ, bᵢ) that its evidence deserves, 1/σᵢ² ~ Gamma(aᵢ, φ bᵢ) and μᵢ | σᵢ² ~ N(mᵢ + β,
 * σᵢ²/(k κᵢ)); β ~ N(0, {@value #PLACE_DEVIATION}²), ln φ ~ N(0, {@value #SPREAD_DEVIATION}²), ln k ~ N(0,
 * {@value #SURENESS_DEVIATION}²).
 *
 * <p>Source: Gelman and others, <i>Bayesian Data Analysis</i>, 3rd ed., chapter 5 (hierarchical models, hyperparameters on a grid).
 */
final class Bias {

    /** The standard deviation of β before anything is seen: a factor of two. */
    static final double PLACE_DEVIATION = 0.7;

    /** The standard deviation of ln φ before anything is seen: the spread of ln T is off by a factor of 1.6. */
    static final double SPREAD_DEVIATION = 1;

    /** The standard deviation of ln k before anything is seen: a factor of two. */
    static final double SURENESS_DEVIATION = 0.7;

    private static final double REACH = 5;
    private static final double FINE_REACH = 4.5;
    private static final int MOST_PASSES = 4;
    private static final int[] COARSE = {29, 9, 5};
    private static final int[] FINE = {25, 13, 7};

    /** Into how many parts a step of a grid is cut where chances between its values are asked for. */
    private static final int PARTS = 64;

    /** The logarithm of the least density that is told apart from none, against the greatest. */
    private static final double LEAST_LOG = -60;

    private static final double[] DEVIATIONS = {PLACE_DEVIATION, SPREAD_DEVIATION, SURENESS_DEVIATION};

    /**
     * One possible bias.
     *
     * @param place β, what is added to the log medians
     * @param spread φ, what the variances of the logs are multiplied by
     * @param sureness k, what the weights of guesses are multiplied by
     */
    record Point(double place, double spread, double sureness) {}

    private record Axis(double from, double step, int count) {
        double at(int i) {
            return from + step * i;
        }
    }

    private final List<Guess> guesses;
    private final List<Point> points;
    private final double[] chances;

    private Bias(List<Guess> guesses, List<Point> points, double[] chances) {
        this.guesses = guesses;
        this.points = points;
        this.chances = chances;
    }

    /** What the actuals of guesses say of their shared bias. Cost: some ten thousand times the guesses that were seen. */
    static Bias of(List<Guess> guesses) {
        Axis[] axes = new Axis[3];
        for (int i = 0; i < 3; i++) {
            double reach = REACH * DEVIATIONS[i];
            axes[i] = new Axis(-reach, 2 * reach / (COARSE[i] - 1), COARSE[i]);
        }
        Bias bias = on(guesses, axes);
        for (int pass = 0; pass < MOST_PASSES && (pass == 0 || bias.isCoarse(axes)); pass++) {
            for (int i = 0; i < 3; i++) {
                axes[i] = finer(bias, axes[i], DEVIATIONS[i], FINE[i], coordinate(i));
            }
            bias = on(guesses, axes);
        }
        return bias;
    }

    /** Whether the steps of the first axis are wide against what is still possible there. */
    private boolean isCoarse(Axis[] axes) {
        return axes[0].step() > 0.6 * deviation(coordinate(0));
    }

    private double deviation(ToDoubleFunction<Point> of) {
        double mean = mean(of);
        return Math.sqrt(mean(point -> square(of.applyAsDouble(point) - mean)));
    }

    private static ToDoubleFunction<Point> coordinate(int axis) {
        return switch (axis) {
            case 0 -> Point::place;
            case 1 -> point -> Math.log(point.spread());
            default -> point -> Math.log(point.sureness());
        };
    }

    /** The part of an axis on which the chance lies: so many deviations to both sides. */
    private static Axis finer(Bias coarse, Axis axis, double most, int count, ToDoubleFunction<Point> of) {
        double mean = coarse.mean(of);
        double deviation = Math.max(axis.step() / 2, coarse.deviation(of));
        double reach = FINE_REACH * Math.min(deviation, most);
        return new Axis(mean - reach, 2 * reach / (count - 1), count);
    }

    private static Bias on(List<Guess> guesses, Axis[] axes) {
        List<Guess> seen = guesses.stream().filter(Guess::isSeen).toList();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < axes[0].count(); i++) {
            for (int j = 0; j < axes[1].count(); j++) {
                for (int l = 0; l < axes[2].count(); l++) {
                    points.add(new Point(axes[0].at(i), Math.exp(axes[1].at(j)), Math.exp(axes[2].at(l))));
                }
            }
        }
        double[] logs = points.parallelStream()
                .mapToDouble(point -> logChance(seen, point))
                .toArray();
        double most = Arrays.stream(logs).max().orElseThrow();
        double[] chances = Arrays.stream(logs).map(log -> Math.exp(log - most)).toArray();
        double sum = Arrays.stream(chances).sum();
        return new Bias(
                guesses, points, Arrays.stream(chances).map(each -> each / sum).toArray());
    }

    private static double logChance(List<Guess> seen, Point point) {
        double log = -square(point.place() / PLACE_DEVIATION) / 2
                - square(Math.log(point.spread()) / SPREAD_DEVIATION) / 2
                - square(Math.log(point.sureness()) / SURENESS_DEVIATION) / 2;
        for (Guess guess : seen) {
            log += guess.logEvidence(guess.prior(point));
        }
        return log;
    }

    private static double square(double x) {
        return x * x;
    }

    private double mean(ToDoubleFunction<Point> of) {
        double sum = 0;
        for (int i = 0; i < chances.length; i++) {
            sum += chances[i] * of.applyAsDouble(points.get(i));
        }
        return sum;
    }

    /** The belief about a guess: the mixture over all biases, replaced by the belief with the same means. */
    NormalInverseGamma belief(int guess) {
        Guess one = guesses.get(guess);
        double origin = one.prior().mean();
        double precision = 0;
        double logPrecision = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < chances.length; i++) {
            if (chances[i] < 1e-12) {
                continue;
            }
            NormalInverseGamma part = one.posterior(one.prior(points.get(i)));
            double tau = part.shape() / part.scale();
            double away = part.mean() - origin;
            precision += chances[i] * tau;
            logPrecision += chances[i] * (Gamma.digamma(part.shape()) - Math.log(part.scale()));
            first += chances[i] * tau * away;
            second += chances[i] * (1 / part.weight() + tau * away * away);
        }
        return new Censoring.Moments(precision, logPrecision, first, second, origin).belief();
    }

    /** The chance that the next value of a guess is at most this one, by the mixture itself. */
    double predictiveProbability(int guess, double value) {
        Guess one = guesses.get(guess);
        double sum = 0;
        for (int i = 0; i < chances.length; i++) {
            if (chances[i] >= 1e-12) {
                sum += chances[i] * one.posterior(one.prior(points.get(i))).predictiveProbability(value);
            }
        }
        return sum;
    }

    /** By which factor medians are off: the median of what is possible, with its 95 % interval. */
    Estimate place() {
        return estimate(Point::place, 1);
    }

    /** By which factor the standard deviation of the logs is off, with its 95 % interval. */
    Estimate spread() {
        return estimate(point -> Math.log(point.spread()), 0.5);
    }

    /** By which factor the weight of guesses is off, with its 95 % interval. */
    Estimate sureness() {
        return estimate(point -> Math.log(point.sureness()), 1);
    }

    private Estimate estimate(ToDoubleFunction<Point> of, double power) {
        return new Estimate(
                Math.exp(power * quantile(of, 0.5)),
                Math.exp(power * quantile(of, 0.025)),
                Math.exp(power * quantile(of, 0.975)));
    }

    /** The chance that a coordinate is at most this one. */
    double probability(ToDoubleFunction<Point> of, double value) {
        double[][] below = below(of);
        double[] places = below[0];
        if (value <= places[0]) {
            return 0;
        }
        int i = Math.min((int) ((value - places[0]) / (places[1] - places[0])), places.length - 2);
        return between(
                places[i], below[1][i], places[i + 1], below[1][i + 1], Math.min(value, places[places.length - 1]));
    }

    private double quantile(ToDoubleFunction<Point> of, double p) {
        double[][] below = below(of);
        int i = Arrays.binarySearch(below[1], p);
        if (i >= 0) {
            return below[0][i];
        }
        int next = Math.clamp(-i - 1, 1, below[1].length - 1);
        return between(below[1][next - 1], below[0][next - 1], below[1][next], below[0][next], p);
    }

    private static double between(double x0, double y0, double x1, double y1, double x) {
        return x1 == x0 ? y1 : y0 + (y1 - y0) * Math.min(1, (x - x0) / (x1 - x0));
    }

    /**
     * Values of a coordinate, evenly spaced and ascending, and the chance to be at most each. The few values of the grid carry sums
     * that are right, but not what lies between them: there the logarithm of the density is a cubic spline, which is all but exact
     * for the bell shapes that these are.
     */
    private double[][] below(ToDoubleFunction<Point> of) {
        double[] values = points.stream().mapToDouble(of).sorted().distinct().toArray();
        double[] sums = new double[values.length];
        for (int i = 0; i < chances.length; i++) {
            sums[Arrays.binarySearch(values, of.applyAsDouble(points.get(i)))] += chances[i];
        }
        double most = Arrays.stream(sums).max().orElseThrow();
        PolynomialSplineFunction density = new SplineInterpolator()
                .interpolate(
                        values,
                        Arrays.stream(sums)
                                .map(sum -> Math.max(LEAST_LOG, Math.log(sum / most)))
                                .toArray());
        int count = (values.length - 1) * PARTS + 1;
        double from = values[0];
        double width = values[values.length - 1] - from;
        double[][] below = new double[2][count];
        double before = 0;
        for (int i = 0; i < count; i++) {
            below[0][i] = i == count - 1 ? values[values.length - 1] : from + width * i / (count - 1);
            double here = Math.exp(density.value(below[0][i]));
            below[1][i] = i == 0 ? 0 : below[1][i - 1] + (before + here) / 2;
            before = here;
        }
        double whole = below[1][count - 1];
        Arrays.setAll(below[1], i -> below[1][i] / whole);
        return below;
    }
}
