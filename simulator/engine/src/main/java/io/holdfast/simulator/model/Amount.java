package io.holdfast.simulator.model;

/**
 * A number with its unit.
 *
 * @param unit the unit's word, such as {@code tps}
 * @param amount the number in that unit, at least 0
 */
public record Amount(String unit, double amount) {

    /** Checks the number. */
    public Amount {
        Require.notNegative("amount", amount);
    }
}
