package io.holdfast.simulator.rare;

import io.holdfast.simulator.model.Id;
import java.util.List;

/**
 * A smallest joint failure: all of these hits disrupt the element at once, and none can be left out.
 *
 * @param hits the hits; empty where what is certain in the scenario suffices
 * @param probability the chance that all of them happen
 */
public record JointFailure(List<Part> hits, double probability) {

    /** Copies the list. */
    public JointFailure {
        hits = List.copyOf(hits);
    }

    /**
     * One hit.
     *
     * @param entry the position of the entry among the scenario's hits, from 0
     * @param elements the elements that it hits: one, or all of an entry with {@code together}
     * @param probability how likely it is
     */
    public record Part(int entry, List<Id> elements, double probability) {
        /** Copies the list. */
        public Part {
            elements = List.copyOf(elements);
        }
    }
}
