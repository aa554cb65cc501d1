package io.holdfast.simulator.calendar;

import org.jspecify.annotations.Nullable;

/**
 * What the drills of the year may take together.
 *
 * @param peopleHours the most people-hours, or null for any number
 * @param productionRisk the most production risk, in the unit of the candidates' own, or null for any
 */
public record Budget(@Nullable Double peopleHours, @Nullable Double productionRisk) {

    /** No budget. */
    public static final Budget NONE = new Budget(null, null);

    /** Throws {@link IllegalArgumentException} where an amount is negative or no number. */
    public Budget {
        for (Double amount : new Double[] {peopleHours, productionRisk}) {
            if (amount != null && !(amount >= 0 && amount <= Candidate.MOST)) {
                throw new IllegalArgumentException(
                        "A budget is " + amount + ", but must lie between 0 and " + Candidate.MOST + ".");
            }
        }
    }
}
