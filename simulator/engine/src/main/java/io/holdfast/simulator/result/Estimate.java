package io.holdfast.simulator.result;

/**
 * A simulated value with its 95 % interval; simulation error only.
 *
 * @param value the point estimate
 * @param low the lower end
 * @param high the upper end
 */
public record Estimate(double value, double low, double high) {}
