package io.holdfast.simulator.reference;

import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.UncertainHours;
import java.util.List;
import java.util.SplittableRandom;

/** Choices of the generator. */
final class Dice {

    private final SplittableRandom random;
    private final boolean ties;

    Dice(long seed) {
        random = new SplittableRandom(seed);
        ties = maybe(0.6);
    }

    boolean maybe(double chance) {
        return random.nextDouble() < chance;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    double number(int... choices) {
        return choices[random.nextInt(choices.length)];
    }

    int count(int... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Where ties are wanted, whole and half hours; else anything. */
    UncertainHours hours() {
        return UncertainHours.of(ties || maybe(0.4) ? discrete() : continuous());
    }

    private Distribution discrete() {
        return maybe(0.6)
                ? new Distribution.Fixed(of(0.0, 0.5, 1.0, 1.0, 2.0, 3.0, 5.0))
                : new Distribution.Empirical(
                        of(List.of(1.0, 2.0), List.of(0.5, 1.0, 1.5, 4.0), List.of(2.0, 2.0, 30.0), List.of(0.0, 1.0)));
    }

    private Distribution continuous() {
        return switch (random.nextInt(8)) {
            case 0 -> new Distribution.Uniform(1, 3);
            case 1 -> new Distribution.Triangular(0.5, 1, 4);
            case 2 -> new Distribution.Lognormal(2, 8);
            case 3 -> new Distribution.Normal(2, 2);
            case 4 -> new Distribution.Weibull(0.8, 3);
            case 5 ->
                new Distribution.Quantiles(
                        List.of(new Distribution.Quantiles.Point(0.1, 1), new Distribution.Quantiles.Point(0.9, 6)));
            case 6 -> new Distribution.Pert(0.5, 1, 6);
            default -> new Distribution.Exponential(2);
        };
    }
}
