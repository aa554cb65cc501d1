package io.holdfast.simulator.calendar;

import java.time.LocalDate;

/**
 * Something that some drill must cover in time, whichever: a retest after a change, or a redundant device that nobody has
 * drilled lately. One drill may meet several.
 *
 * @param id its name; unique
 * @param kind why it must be covered
 * @param subject what must be covered: a drill covers what stands among its subjects
 * @param tier how important, 1 the most
 * @param from the first day that counts
 * @param by the last day, on which the drill must be over
 */
public record Duty(String id, Kind kind, String subject, int tier, LocalDate from, LocalDate by) {

    /** Why something must be covered. */
    public enum Kind {
        /** It has changed so much that it must be tested again (row B18). */
        RETEST,
        /** It is redundant and was not drilled lately (row D12). */
        REDUNDANT
    }

    /** Throws {@link IllegalArgumentException} where the deadline lies before the beginning. */
    public Duty {
        if (by.isBefore(from)) {
            throw new IllegalArgumentException(
                    "Duty '" + id + "' must be met by " + by + ", before it begins on " + from + ".");
        }
        Candidate.requireTier(id, tier);
    }
}
