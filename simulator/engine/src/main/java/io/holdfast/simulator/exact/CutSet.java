package io.holdfast.simulator.exact;

import java.util.List;

/**
 * Chances that together bring about the bad event, none of which can be left out.
 *
 * @param chances their numbers, ascending; empty where the event is certain
 * @param probability how likely it is that all of them happen
 */
public record CutSet(List<Integer> chances, double probability) {

    /** Copies the list. */
    public CutSet {
        chances = List.copyOf(chances);
    }
}
