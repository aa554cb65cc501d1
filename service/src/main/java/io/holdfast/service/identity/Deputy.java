package io.holdfast.service.identity;

import java.time.LocalDate;

/**
 * Somebody who stands in for a person, with that person's roles but administration.
 *
 * @param account the account of who stands in
 * @param firstDay from this day
 * @param lastDay to this day, included
 */
public record Deputy(long account, LocalDate firstDay, LocalDate lastDay) {

    /** The most days at once. */
    public static final long MOST_DAYS = 92;

    /** Checks the days. */
    public Deputy {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException(
                    "The last day, " + lastDay + ", lies before the first, " + firstDay + ".");
        }
        if (firstDay.plusDays(MOST_DAYS).isBefore(lastDay)) {
            throw new IllegalArgumentException("A deputy stands in for at most " + MOST_DAYS
                    + " days at once. Choose an earlier last day, or give that person the role.");
        }
    }
}
