package io.holdfast.simulator.learning;

/**
 * How long something took in a drill or an incident: an actual, never an estimate.
 *
 * @param hours how long, at least 0; where it was not finished, how long it had taken when it was broken off
 * @param kind what it was
 * @param finished false for work that was broken off, so that it would have taken longer
 */
public record ObservedDuration(double hours, Kind kind, boolean finished) {

    /** Where a duration was seen. */
    public enum Kind {
        /** Something that went wrong. */
        INCIDENT,
        /** A drill. */
        DRILL,
        /** Planned work. It says nothing about recovery and is left out everywhere. */
        MAINTENANCE
    }

    /** Checks the hours. */
    public ObservedDuration {
        Check.that(
                hours >= 0 && hours < Double.POSITIVE_INFINITY,
                "An observed duration is " + hours + " hours, but it must be a finite number of at least 0. Correct the"
                        + " row, or leave it out.");
    }

    /** Finished recovery after an incident. */
    public static ObservedDuration incident(double hours) {
        return new ObservedDuration(hours, Kind.INCIDENT, true);
    }

    /** Finished work of a drill. */
    public static ObservedDuration drill(double hours) {
        return new ObservedDuration(hours, Kind.DRILL, true);
    }

    /** Work that was broken off after so long. */
    public static ObservedDuration brokenOff(double hours) {
        return new ObservedDuration(hours, Kind.DRILL, false);
    }
}
