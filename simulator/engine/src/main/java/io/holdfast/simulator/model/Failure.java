package io.holdfast.simulator.model;

import org.jspecify.annotations.Nullable;

/**
 * How often an element fails by itself.
 *
 * @param mtbfHours mean hours between failures, above 0
 * @param shape Weibull shape, above 0; 1 is exponential
 * @param weight how many observed failures the mean is worth when it is learned from, above 0; null for one
 */
public record Failure(
        double mtbfHours, double shape, @Nullable Double weight) {

    /** Checks the numbers. */
    public Failure {
        Require.positive("mtbf", mtbfHours);
        Require.positive("failure shape", shape);
        if (weight != null) {
            Require.positive("weight", weight);
        }
    }

    /** Failures of which nothing was learned yet. */
    public Failure(double mtbfHours, double shape) {
        this(mtbfHours, shape, null);
    }
}
