package io.holdfast.simulator.exact;

/** What is asked of an element. */
public enum BooleanQuestion {
    /** It does not serve right after the event, before anything is recovered. */
    DOWN_AT_EVENT,
    /** It is disrupted at some moment: it does not serve, or delivers less than its {@code mbco}. */
    DISRUPTED
}
