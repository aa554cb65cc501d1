package io.holdfast.simulator.calendar;

import java.util.List;

/**
 * A time of a drill that has no day.
 *
 * @param drill the candidate's id
 * @param number which of its times, from 1
 * @param mandatory whether it must take place
 * @param reliefs what would let it in, each by itself; the simplest first
 * @param conflict rules that keep it out together: without any one of them it would fit; empty where it is not mandatory,
 *     where one relief says it all, or where the search ended before
 */
public record Omission(String drill, int number, boolean mandatory, List<Relief> reliefs, List<Rule> conflict) {

    /** Copies the lists. */
    public Omission {
        reliefs = List.copyOf(reliefs);
        conflict = List.copyOf(conflict);
    }

    /**
     * What would let a drill in, with all that takes place still taking place.
     *
     * @param rules the rules to relax, all of them
     * @param othersStay whether every other drill keeps its day; else some would have to move
     */
    public record Relief(List<Rule> rules, boolean othersStay) {

        /** Copies the list. */
        public Relief {
            rules = List.copyOf(rules);
        }
    }
}
