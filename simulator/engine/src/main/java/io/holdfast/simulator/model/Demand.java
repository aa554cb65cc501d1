package io.holdfast.simulator.model;

/**
 * What a process asks of what it runs on.
 *
 * @param unit the unit's word
 * @param amount the demand in that unit, at least 0
 * @param growth growth a year, as a share: 0.2 is 20 %
 */
public record Demand(String unit, double amount, double growth) {

    /** Checks the numbers. */
    public Demand {
        Require.notNegative("demand amount", amount);
        Require.finite("demand growth", growth);
    }
}
