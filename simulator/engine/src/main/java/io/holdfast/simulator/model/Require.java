package io.holdfast.simulator.model;

import org.jspecify.annotations.Nullable;

/** Checks of the compact constructors; every failure names the thing, the value and the rule. */
final class Require {

    private Require() {}

    static double share(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(what + " is " + value + ", but a share lies between 0 and 1.");
        }
        return value;
    }

    static double notNegative(String what, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    what + " is " + value + ", but it must be a finite number of at least 0.");
        }
        return value;
    }

    static double positive(String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " is " + value + ", but it must be a finite number above 0.");
        }
        return value;
    }

    static double finite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(what + " is " + value + ", but it must be a finite number.");
        }
        return value;
    }

    static void shareIfGiven(String what, @Nullable Double value) {
        if (value != null) {
            share(what, value);
        }
    }

    static void notNegativeIfGiven(String what, @Nullable Double value) {
        if (value != null) {
            notNegative(what, value);
        }
    }

    static void that(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
