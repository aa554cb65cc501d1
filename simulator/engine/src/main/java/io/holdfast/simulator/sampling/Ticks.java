package io.holdfast.simulator.sampling;

/**
 * Simulated time: whole ticks of one millisecond since the event. What happens, happens at whole seconds: every drawn time
 * is rounded to one. The milliseconds are for ages of data and for what is written in the model.
 */
public final class Ticks {

    /** Ticks in one hour. */
    public static final long PER_HOUR = 3_600_000;

    /** Ticks in one second. */
    public static final long PER_SECOND = 1_000;

    /** Later than every moment; also "not back". */
    public static final long NEVER = Long.MAX_VALUE;

    /** The longest time that is told apart from never: about 29,000 years. */
    public static final long LONGEST = 1L << 50;

    private Ticks() {}

    /** Hours as ticks, rounded half up, at most {@link #LONGEST}. */
    public static long ofHours(double hours) {
        double ticks = StrictMath.floor(hours * PER_HOUR + 0.5);
        return ticks >= LONGEST ? LONGEST : (long) ticks;
    }

    /** Ticks as hours. */
    public static double toHours(double ticks) {
        return ticks / PER_HOUR;
    }
}
