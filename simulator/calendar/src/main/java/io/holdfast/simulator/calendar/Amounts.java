package io.holdfast.simulator.calendar;

/** Hours, risk and learning in whole thousandths, which the solver counts in; rounded so that a budget is never exceeded. */
final class Amounts {

    private static final double THOUSAND = 1000;
    private static final double NOISE = 1e-6;

    private Amounts() {}

    static long used(double amount) {
        return (long) Math.ceil(amount * THOUSAND - NOISE);
    }

    static long allowed(double amount) {
        return (long) Math.floor(amount * THOUSAND + NOISE);
    }

    static long learned(double points) {
        return Math.round(points * THOUSAND);
    }
}
