package io.holdfast.simulator.model;

/** The state of an element that is down, from mildest to worst; hit twice, the worse one holds. */
public enum DownState {
    /** Undamaged, down until the hazard or the lost need ends. */
    OUTAGE,
    /** Broken, can be repaired. */
    DAMAGED,
    /** Gone. */
    DESTROYED,
    /** Its data are wrong, since some time before the event. */
    CORRUPTED
}
