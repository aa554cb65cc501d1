package io.holdfast.simulator.model;

import java.util.List;

/**
 * In which order waiting recoveries get people.
 *
 * @param id its id
 * @param label its names
 * @param covers what the plan is for, by id
 * @param sequence the order, by id
 */
public record Plan(Id id, Label label, List<Id> covers, List<Id> sequence) {

    /** Copies the lists. */
    public Plan {
        covers = List.copyOf(covers);
        sequence = List.copyOf(sequence);
    }
}
