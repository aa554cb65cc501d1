package io.holdfast.simulator.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks of the compact constructors; every failure is a {@link BrokenRule} that names the thing, the value and the rule. */
final class Require {

    private Require() {}

    static double share(String what, double value) {
        that(value >= 0 && value <= 1, Rule.SHARE, "what", what, "value", show(value));
        return value;
    }

    static double notNegative(String what, double value) {
        boolean holds = value >= 0 && value < Double.POSITIVE_INFINITY;
        that(holds, Rule.NOT_NEGATIVE, "what", what, "value", show(value));
        return value;
    }

    static double positive(String what, double value) {
        boolean holds = value > 0 && value < Double.POSITIVE_INFINITY;
        that(holds, Rule.POSITIVE, "what", what, "value", show(value));
        return value;
    }

    static double finite(String what, double value) {
        that(Double.isFinite(value), Rule.FINITE, "what", what, "value", show(value));
        return value;
    }

    static void between(String what, double value, int low, int high) {
        boolean holds = value >= low && value <= high;
        that(
                holds,
                Rule.BETWEEN,
                "what",
                what,
                "value",
                show(value),
                "low",
                Integer.toString(low),
                "high",
                Integer.toString(high));
    }

    static void atLeast(String what, int value, int least) {
        that(
                value >= least,
                Rule.AT_LEAST,
                "what",
                what,
                "value",
                Integer.toString(value),
                "least",
                Integer.toString(least));
    }

    static void ascending(String what, double... values) {
        StringBuilder shown = new StringBuilder(show(values[0]));
        boolean holds = true;
        for (int i = 1; i < values.length; i++) {
            holds &= values[i - 1] <= values[i];
            shown.append(", ").append(show(values[i]));
        }
        that(holds, Rule.ASCENDING, "what", what, "value", shown.toString());
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

    /** Throws when the rule does not hold; facts are names and values in turn. */
    static void that(boolean holds, Rule rule, String... facts) {
        if (!holds) {
            Map<String, String> byName = new java.util.TreeMap<>();
            for (int i = 0; i < facts.length; i += 2) {
                byName.put(facts[i], facts[i + 1]);
            }
            throw new BrokenRule(rule, byName);
        }
    }

    /** A number as a person writes it. */
    static String show(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
