package io.holdfast.simulator.learning;

/** Checks of arguments; every failure names the thing, the value, the rule and a way out. */
final class Check {

    private Check() {}

    static void that(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    static double positive(String what, double value) {
        that(
                value > 0 && value < Double.POSITIVE_INFINITY,
                what + " is " + value + ", but it must be a finite number above 0.");
        return value;
    }

    static double probability(String what, double value) {
        that(value > 0 && value < 1, what + " is " + value + ", but it must lie between 0 and 1, both left out.");
        return value;
    }

    static double finite(String what, double value) {
        that(Double.isFinite(value), what + " is " + value + ", but it must be a finite number.");
        return value;
    }
}
