package io.holdfast.simulator.learning;

import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.UncertainHours;
import io.holdfast.simulator.sampling.Sampler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The times that an input might really have, by the belief about it: the stated family, moved in place and, for lognormal and
 * Weibull times, changed in spread. Immutable.
 */
final class HoursLaw {

    private static final double EULER = Gamma.GAMMA;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int OCTAVES = 13;
    private static final int STEPS = 16;

    private final Distribution shape;
    private final NormalInverseGamma belief;

    private HoursLaw(Distribution shape, NormalInverseGamma belief) {
        this.shape = shape;
        this.belief = belief;
    }

    /** The law of a stated time; empty where it is always 0 and so has nothing uncertain. */
    static Optional<HoursLaw> find(UncertainHours stated) {
        return find(stated, quick(stated.distribution()));
    }

    /** The same where {@link #quick} of it is known already. */
    static Optional<HoursLaw> find(UncertainHours stated, Distribution quick) {
        return LogMoments.find(quick)
                .map(moments ->
                        new HoursLaw(quick, DurationBelief.of(stated, moments).logHours()));
    }

    /** Whether the spread is uncertain too. */
    boolean hasSpread() {
        return shape instanceof Distribution.Lognormal || shape instanceof Distribution.Weibull;
    }

    /** How many observations its place is worth. */
    double weight() {
        return belief.weight();
    }

    /** The time at two uniform numbers, one for the place and one for the spread. */
    Distribution at(double place, double spread) {
        double variance = hasSpread() ? belief.varianceQuantile(spread) : belief.variance();
        double moved = NORMAL.inverseCumulativeProbability(place) * Math.sqrt(variance / belief.weight());
        return changed(Math.exp(moved), Math.sqrt(variance / belief.variance()));
    }

    private Distribution changed(double factor, double stretch) {
        return switch (shape) {
            case Distribution.Fixed d -> new Distribution.Fixed(d.hours() * factor);
            case Distribution.Uniform d -> new Distribution.Uniform(d.min() * factor, d.max() * factor);
            case Distribution.Triangular d ->
                new Distribution.Triangular(d.min() * factor, d.mode() * factor, d.max() * factor);
            case Distribution.Pert d -> new Distribution.Pert(d.min() * factor, d.mode() * factor, d.max() * factor);
            case Distribution.Exponential d -> new Distribution.Exponential(d.mean() * factor);
            case Distribution.Lognormal d ->
                new Distribution.Lognormal(
                        d.median() * factor, d.median() * factor * Math.pow(d.p90() / d.median(), stretch));
            case Distribution.Normal d -> new Distribution.Normal(d.mean() * factor, d.sd() * factor);
            case Distribution.Weibull d -> weibull(d, factor, stretch);
            case Distribution.Gamma d -> new Distribution.Gamma(d.shape(), d.scale() * factor);
            case Distribution.Empirical d ->
                new Distribution.Empirical(
                        d.values().stream().map(each -> each * factor).toList());
            case Distribution.Quantiles d ->
                new Distribution.Quantiles(d.points().stream()
                        .map(each -> new Distribution.Quantiles.Point(each.probability(), each.hours() * factor))
                        .toList());
        };
    }

    /** Keeps the geometric mean but for the factor: ln T = ln λ + (ln E)/k with E exponential, whose mean log is −γ. */
    private static Distribution weibull(Distribution.Weibull d, double factor, double stretch) {
        double shape = d.shape() / stretch;
        double mean = Math.log(d.scale()) - EULER / d.shape() + Math.log(factor);
        return new Distribution.Weibull(shape, Math.exp(mean + EULER / shape));
    }

    /**
     * PERT and gamma times as quantiles, since their tables are dear and would be built for every draw anew: {@value #STEPS}
     * knots to each halving of either tail down to 2^-14.
     */
    static Distribution quick(Distribution distribution) {
        return switch (distribution) {
            case Distribution.Pert d -> d.min() == d.max() ? new Distribution.Fixed(d.min()) : tabled(d);
            case Distribution.Gamma d -> tabled(d);
            case Distribution.Fixed d -> d;
            case Distribution.Uniform d -> d;
            case Distribution.Triangular d -> d;
            case Distribution.Exponential d -> d;
            case Distribution.Lognormal d -> d;
            case Distribution.Normal d -> d;
            case Distribution.Weibull d -> d;
            case Distribution.Empirical d -> d;
            case Distribution.Quantiles d -> d;
        };
    }

    private static Distribution tabled(Distribution distribution) {
        Sampler sampler = Sampler.of(distribution);
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
        return new Distribution.Quantiles(points);
    }
}
