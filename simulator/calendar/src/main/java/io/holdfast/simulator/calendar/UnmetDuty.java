package io.holdfast.simulator.calendar;

import java.util.List;

/**
 * A duty that no drill of the plan meets.
 *
 * @param duty the duty's name
 * @param drills the drills that cover its subject, by id
 * @param reasons what keeps them from its days, or that there is none
 */
public record UnmetDuty(String duty, List<String> drills, List<Rule> reasons) {

    /** Copies the lists. */
    public UnmetDuty {
        drills = List.copyOf(drills);
        reasons = List.copyOf(reasons);
    }
}
