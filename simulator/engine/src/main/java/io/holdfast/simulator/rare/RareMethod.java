package io.holdfast.simulator.rare;

/** How a probability was found. */
public enum RareMethod {
    /** By a decision diagram; there is no simulation error. */
    EXACT,
    /** By trials whose hits were drawn more often than they happen, each weighed by its likelihood ratio. */
    IMPORTANCE,
    /** By plain trials: the pilot found it not rare. */
    PLAIN
}
