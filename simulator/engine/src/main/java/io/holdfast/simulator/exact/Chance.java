package io.holdfast.simulator.exact;

import java.util.List;

/** An independent yes-or-no draw that bears on the moment of the event; never certain and never impossible. */
public sealed interface Chance {

    /** How likely it is, above 0 and below 1. */
    double probability();

    /** The key of its draw: it happens where the uniform number of the key is below the probability. */
    long key();

    /**
     * Elements are hit.
     *
     * @param entry the position of the entry among the scenario's hits, from 0
     * @param elements the numbers of the elements hit: one, or all that an entry with {@code together} selects
     * @param probability how likely
     * @param key the key of the draw
     */
    record Hit(int entry, List<Integer> elements, double probability, long key) implements Chance {
        /** Copies the list. */
        public Hit {
            elements = List.copyOf(elements);
        }
    }

    /**
     * The time for which a lost need does no harm is of no length (shorter than half a tick).
     *
     * @param owner the number of the element in whose needs it stands
     * @param hold the number of the hold
     * @param probability how likely
     * @param key the key of the draw
     */
    record NoHold(int owner, int hold, double probability, long key) implements Chance {}
}
