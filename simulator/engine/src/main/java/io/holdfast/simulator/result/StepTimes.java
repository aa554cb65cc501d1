package io.holdfast.simulator.result;

/**
 * When a step of the recovery happens: quantiles with their intervals, in hours after the event, over the trials in which
 * it happens.
 *
 * @param p05 5 % quantile
 * @param p50 median
 * @param p95 95 % quantile
 */
public record StepTimes(QuantileEstimate p05, QuantileEstimate p50, QuantileEstimate p95) {}
