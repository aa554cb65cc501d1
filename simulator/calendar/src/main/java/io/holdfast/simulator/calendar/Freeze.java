package io.holdfast.simulator.calendar;

import java.time.LocalDate;

/**
 * Days on which no drill may take place: a blackout or a change freeze.
 *
 * @param name what people call it; unique
 * @param from its first day
 * @param to its last day
 * @param scope whom it holds for
 */
public record Freeze(String name, LocalDate from, LocalDate to, Scope scope) {

    /** Throws {@link IllegalArgumentException} where it ends before it begins. */
    public Freeze {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "Freeze '" + name + "' ends on " + to + ", before it begins on " + from + ".");
        }
    }

    /** Whom a freeze holds for. */
    public sealed interface Scope {
        /** Everybody. */
        record Everybody() implements Scope {}

        /**
         * Drills at a site.
         *
         * @param site its id
         */
        record OfSite(String site) implements Scope {}

        /**
         * Drills of a team.
         *
         * @param team its id
         */
        record OfTeam(String team) implements Scope {}
    }

    /** Whether it keeps a drill from a day. */
    public boolean forbids(Candidate drill, LocalDate date) {
        return !date.isBefore(from)
                && !date.isAfter(to)
                && switch (scope) {
                    case Scope.Everybody() -> true;
                    case Scope.OfSite(String site) -> drill.sites().contains(site);
                    case Scope.OfTeam(String team) -> drill.teams().contains(team);
                };
    }
}
