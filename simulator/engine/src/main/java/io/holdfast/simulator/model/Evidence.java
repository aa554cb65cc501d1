package io.holdfast.simulator.model;

/** Where a number comes from, from best to worst. */
public enum Evidence {
    /** Observed in drills, incidents or monitoring. */
    MEASURED,
    /** Promised by a contract. */
    CONTRACT,
    /** Judged by somebody who knows the thing. */
    EXPERT,
    /** Filled in because nobody has said otherwise. */
    DEFAULT;

    /** Whether nobody has seen the number happen or promised it. */
    public boolean isGuess() {
        return this == EXPERT || this == DEFAULT;
    }
}
