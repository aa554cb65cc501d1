package io.holdfast.simulator.sampling;

/** What a draw is for; part of its key. */
public enum Purpose {
    /** Whether an element, or an entry as a whole, is hit. */
    HIT,
    /** Whether the event falls outside office hours. */
    OFF_HOURS,
    /** Time to detect. */
    DETECT,
    /** Time to declare. */
    DECLARE,
    /** How long the hazard lasts. */
    LASTS,
    /** How long before the event data were wrong. */
    DWELL,
    /** A team's mobilisation. */
    MOBILISE,
    /** A method's work. */
    DURATION,
    /** Whether a method succeeds. */
    SUCCESS,
    /** A replica's lag. */
    LAG,
    /** The phase of backups. */
    PHASE,
    /** Whether a copy is usable; the occurrence is that of the method times 2^16 plus the copy's number. */
    USABLE,
    /** How long a method can be kept up. */
    KEPT_UP,
    /** How many of a team can come. */
    STAFF,
    /** Time to come back after a lost need. */
    RESTART,
    /** How long a lost need does no harm. */
    HOLDS_FOR,
    /** Time to the next failure of an element, or of a group by a common cause. */
    FAILURE,
    /** Time to the next arrival of a scenario. */
    ARRIVAL,
    /** Whether a contact can be reached. */
    REACH,
    /** How long a contact takes to answer, or is waited for. */
    ANSWERS
}
