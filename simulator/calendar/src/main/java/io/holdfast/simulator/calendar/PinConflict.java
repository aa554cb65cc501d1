package io.holdfast.simulator.calendar;

import java.util.List;

/**
 * A drill that stays where a person has fixed it although rules are against it.
 *
 * @param place where
 * @param rules the rules it breaks, beside everything else of the plan
 */
public record PinConflict(DrillPlace place, List<Rule> rules) {

    /** Copies the list. */
    public PinConflict {
        rules = List.copyOf(rules);
    }
}
