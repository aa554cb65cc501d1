package io.holdfast.simulator.learning;

import java.util.Locale;

/** Which number of a model an input is. */
public enum Quantity {
    /** How long a method's work takes. */
    DURATION,
    /** The chance that a method succeeds. */
    SUCCESS,
    /** How long a method can be kept up. */
    LASTS,
    /** The lag of a replica. */
    LAG,
    /** The chance that a backup copy is usable. */
    USABLE,
    /** How long an element takes to come back after a lost need. */
    RESTART,
    /** How long the loss of an entry of needs does no harm. */
    HOLDS_FOR,
    /** How long a team takes to be at work. */
    MOBILISE,
    /** The same outside office hours. */
    MOBILISE_OFF_HOURS,
    /** How long a scenario takes to be noticed. */
    DETECT,
    /** How long the decision takes. */
    DECLARE,
    /** How long a scenario's hazard lasts. */
    HAZARD_LASTS,
    /** How long before the event data were already wrong. */
    DWELL,
    /** The chance that a contact is reached. */
    REACH,
    /** How long a contact takes to answer. */
    ANSWERS,
    /** The mean time between failures of an element, in hours. */
    MTBF,
    /** How often a scenario happens, a year. */
    FREQUENCY;

    /** The word in files, such as {@code mobilise-off-hours}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
