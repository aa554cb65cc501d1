package io.holdfast.simulator.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drill with its day, and why it is this one.
 *
 * @param place its first day and its hour
 * @param lastDay its last day
 * @param pinned whether a person has fixed it
 * @param distanceDays days from where it would best lie
 * @param hindrances the rules that keep it from days nearer to where it would best lie, whether or not it would move
 *     there, the most frequent first; empty where no rule does
 * @param next the best other day that breaks no rule while everything else stays, or null where there is none
 */
public record Placement(
        DrillPlace place,
        LocalDate lastDay,
        boolean pinned,
        int distanceDays,
        List<Hindrance> hindrances,
        @Nullable Alternative next) {

    /** Copies the list. */
    public Placement {
        hindrances = List.copyOf(hindrances);
    }

    /**
     * A rule that is in the way of better days.
     *
     * @param rule the rule
     * @param days how many better days it keeps the drill from
     * @param example the best of them
     */
    public record Hindrance(Rule rule, int days, LocalDate example) {}

    /**
     * Another day.
     *
     * @param date its first day
     * @param start when it would begin
     * @param moves how many drills more would differ from the earlier plan, -1 to 1
     * @param days how many days more it would lie from where it would best lie, crowding included; negative where the plan
     *     is not proven to be the best
     */
    public record Alternative(LocalDate date, LocalTime start, long moves, long days) {}
}
