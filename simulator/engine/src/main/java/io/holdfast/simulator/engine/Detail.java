package io.holdfast.simulator.engine;

import io.holdfast.simulator.model.ElementType;

/** Which elements a result speaks of. All are simulated; what is left out costs neither memory nor time to count. */
public enum Detail {
    /** Every element, and what each link of driving paths costs. */
    EVERYTHING,
    /** Every element, but nothing is run again to say what links cost: for runs that are many. */
    ELEMENTS,
    /** Processes only: for models of very many elements. */
    PROCESSES,
    /** Processes only, without their driving paths. */
    PROCESS_TIMES;

    /** Whether driving paths are followed. */
    public boolean includesDriving() {
        return this != PROCESS_TIMES;
    }

    /** Whether the result speaks of elements of a type. */
    public boolean includes(ElementType type) {
        return this == EVERYTHING || this == ELEMENTS || type == ElementType.PROCESS;
    }
}
