package io.holdfast.simulator.calendar;

import org.jspecify.annotations.Nullable;

/**
 * How many drills a team, or everybody together, may have. A drill of several days counts on each of them.
 *
 * @param team the team's id; null for all drills whoever takes part
 * @param perDay the most on a day, or null for any number
 * @param perWeek the most in a week from Monday to Sunday, or null
 * @param perMonth the most in a calendar month, or null
 */
public record LoadLimit(
        @Nullable String team,
        @Nullable Integer perDay,
        @Nullable Integer perWeek,
        @Nullable Integer perMonth) {

    /** The name that reasons give to a limit of everybody. */
    public static final String EVERYBODY = "*";

    /** Throws {@link IllegalArgumentException} where a limit is negative. */
    public LoadLimit {
        for (Integer limit : new Integer[] {perDay, perWeek, perMonth}) {
            if (limit != null && limit < 0) {
                throw new IllegalArgumentException("A load limit is " + limit + ", but must be 0 or more, or absent.");
            }
        }
    }

    /** The team's id, or {@link #EVERYBODY}. */
    public String name() {
        return team == null ? EVERYBODY : team;
    }

    /** Whether a drill counts. */
    boolean counts(Candidate drill) {
        return team == null || drill.teams().contains(team);
    }
}
