package io.holdfast.simulator.model;

/**
 * How often an element fails by itself.
 *
 * @param mtbfHours mean hours between failures, above 0
 * @param shape Weibull shape, above 0; 1 is exponential
 */
public record Failure(double mtbfHours, double shape) {

    /** Checks the numbers. */
    public Failure {
        Require.positive("mtbf", mtbfHours);
        Require.positive("failure shape", shape);
    }
}
