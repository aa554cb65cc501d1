package io.holdfast.simulator.learning;

import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.UncertainHours;
import io.holdfast.simulator.sampling.Sampler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The times that an input might really have, by the belief about it: the stated distribution, moved in place and, for lognormal
 * and Weibull times, changed in spread. Immutable.
 *
 * <p>Where a changed distribution has a shape of its own it is given as quantiles, {@value #STEPS} to each halving of either tail
 * down to 2^-14: the simulator keeps tables of shapes for models that people run, and is not to fill them with draws.
 */
final class HoursLaw {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int OCTAVES = 13;
    private static final int STEPS = 16;

    private final Distribution stated;
    private final NormalInverseGamma belief;
    private final List<Distribution.Quantiles.Point> quantiles;

    private HoursLaw(Distribution stated, NormalInverseGamma belief) {
        this.stated = stated;
        this.belief = belief;
        quantiles = keepsItsFamily(stated) ? List.of() : quantiles(Sampler.of(stated));
    }

    /** The law of a stated time; empty where it is always 0 and so has nothing uncertain. */
    static Optional<HoursLaw> find(UncertainHours stated) {
        return Prediction.beliefBehind(stated)
                .map(belief -> new HoursLaw(middle(belief), belief))
                .or(() -> LogMoments.find(stated.distribution())
                        .map(moments -> new HoursLaw(
                                stated.distribution(),
                                DurationBelief.of(stated, moments).logHours())));
    }

    /** What a prediction is at the middle of its belief: its not knowing is drawn, and must not be in the time, too. */
    private static Distribution middle(NormalInverseGamma belief) {
        double median = Math.exp(belief.mean());
        return new Distribution.Lognormal(median, median * Math.exp(Sampler.Z90 * Math.sqrt(belief.variance())));
    }

    private static boolean keepsItsFamily(Distribution distribution) {
        return switch (distribution) {
            case Distribution.Fixed d -> true;
            case Distribution.Uniform d -> true;
            case Distribution.Exponential d -> true;
            case Distribution.Gamma d -> true;
            case Distribution.Empirical d -> true;
            case Distribution.Quantiles d -> true;
            case Distribution.Triangular d -> false;
            case Distribution.Pert d -> false;
            case Distribution.Lognormal d -> false;
            case Distribution.Normal d -> false;
            case Distribution.Weibull d -> false;
        };
    }

    private static List<Distribution.Quantiles.Point> quantiles(Sampler sampler) {
        List<Distribution.Quantiles.Point> lower = new ArrayList<>();
        List<Distribution.Quantiles.Point> upper = new ArrayList<>();
        for (int i = 0; i <= OCTAVES * STEPS; i++) {
            double mass = Math.scalb(1 - (double) (i % STEPS) / STEPS / 2, -(i / STEPS + 1));
            lower.add(new Distribution.Quantiles.Point(mass, sampler.hours(mass)));
            if (mass < 0.5) {
                upper.add(new Distribution.Quantiles.Point(1 - mass, sampler.hours(1 - mass)));
            }
        }
        List<Distribution.Quantiles.Point> points = new ArrayList<>(lower.reversed());
        points.addAll(upper);
        return List.copyOf(points);
    }

    /** Whether the spread is uncertain too. */
    boolean hasSpread() {
        return stated instanceof Distribution.Lognormal || stated instanceof Distribution.Weibull;
    }

    /** The time at two uniform numbers, one for the place and one for the spread. */
    Distribution at(double place, double spread) {
        double variance = hasSpread() ? belief.varianceQuantile(spread) : belief.variance();
        double moved = NORMAL.inverseCumulativeProbability(place) * Math.sqrt(variance / belief.weight());
        return changed(Math.exp(moved), Math.sqrt(variance / belief.variance()));
    }

    private Distribution changed(double factor, double stretch) {
        return switch (stated) {
            case Distribution.Fixed d -> new Distribution.Fixed(d.hours() * factor);
            case Distribution.Uniform d -> new Distribution.Uniform(d.min() * factor, d.max() * factor);
            case Distribution.Exponential d -> new Distribution.Exponential(d.mean() * factor);
            case Distribution.Gamma d -> new Distribution.Gamma(d.shape(), d.scale() * factor);
            case Distribution.Empirical d ->
                new Distribution.Empirical(
                        d.values().stream().map(each -> each * factor).toList());
            case Distribution.Quantiles d -> scaled(d.points(), factor);
            case Distribution.Triangular d -> scaled(quantiles, factor);
            case Distribution.Pert d -> scaled(quantiles, factor);
            case Distribution.Normal d -> scaled(quantiles, factor);
            case Distribution.Lognormal d -> stretched(factor, stretch);
            case Distribution.Weibull d -> stretched(factor, stretch);
        };
    }

    private static Distribution scaled(List<Distribution.Quantiles.Point> points, double factor) {
        return new Distribution.Quantiles(points.stream()
                .map(each -> new Distribution.Quantiles.Point(each.probability(), each.hours() * factor))
                .toList());
    }

    /** Keeps the geometric mean g but for the factor: g (T/g)^stretch, of the same family with another spread. */
    private Distribution stretched(double factor, double stretch) {
        double centre = Math.exp(belief.mean());
        return new Distribution.Quantiles(quantiles.stream()
                .map(each -> new Distribution.Quantiles.Point(
                        each.probability(), factor * centre * Math.pow(each.hours() / centre, stretch)))
                .toList());
    }
}
