package io.holdfast.simulator.learning;

import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.sampling.Sampler;

/**
 * Where an actual lies in what was predicted: its probability integral transform. Equal ends where the predicted distribution
 * is smooth there; a range where it holds the value with a chance of its own, or where it says nothing beyond.
 *
 * @param low the predicted chance of less
 * @param high the predicted chance of no more, at least {@code low}
 */
public record Pit(double low, double high) {

    private static final int HALVINGS = 60;

    /** The middle of the range. */
    public double middle() {
        return (low + high) / 2;
    }

    /** Where an actual of so many hours lies. Beyond the outermost stated quantiles it lies anywhere in the rest. */
    public static Pit of(Distribution predicted, double hours) {
        if (predicted instanceof Distribution.Quantiles quantiles) {
            Distribution.Quantiles.Point first = quantiles.points().getFirst();
            Distribution.Quantiles.Point last = quantiles.points().getLast();
            if (hours < first.hours()) {
                return new Pit(0, first.probability());
            }
            if (hours > last.hours()) {
                return new Pit(last.probability(), 1);
            }
        }
        Sampler sampler = Sampler.of(predicted);
        double low = mass(sampler, hours, false);
        return new Pit(low, Math.max(low, mass(sampler, hours, true)));
    }

    /** The greatest probability whose quantile is below the hours (or at most them), by halving: quantiles do not fall. */
    private static double mass(Sampler sampler, double hours, boolean orEqual) {
        double below = 0;
        double above = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (below + above) / 2;
            if (middle == 0 || middle == 1) {
                break;
            }
            double there = sampler.hours(middle);
            if (there < hours || (orEqual && there == hours)) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return above == 1 ? 1 : below;
    }
}
