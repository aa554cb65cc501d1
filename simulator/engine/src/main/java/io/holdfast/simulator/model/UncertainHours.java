package io.holdfast.simulator.model;

/**
 * A time in hours that is not known exactly, with what it rests on: the one type for every uncertain time.
 *
 * @param distribution how it varies
 * @param provenance what it rests on
 */
public record UncertainHours(Distribution distribution, Provenance provenance) {

    /** A time that is always the same, of unsaid origin. */
    public static UncertainHours fixed(double hours) {
        return new UncertainHours(new Distribution.Fixed(hours), Provenance.UNSAID);
    }

    /** A distribution of unsaid origin. */
    public static UncertainHours of(Distribution distribution) {
        return new UncertainHours(distribution, Provenance.UNSAID);
    }
}
