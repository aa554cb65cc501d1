package io.holdfast.service.plan;

/** A share of trials with its 95 % interval (simulation error only). */
public record Chance(double estimate, double low, double high) {}
