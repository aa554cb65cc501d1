package io.holdfast.simulator.engine;

import io.holdfast.simulator.sampling.Ticks;

/**
 * How many years of operation to run.
 *
 * @param years how many histories, from 1 to {@link #MOST_YEARS}
 * @param horizonHours the length of each, above 0
 * @param warmupHours its first hours, which are not counted, at least 0 and below the horizon
 * @param seed the seed; the same seed, model and engine version give the same bytes
 * @param threads how many threads may work, at least 1; does not change the result
 * @param detail which elements the result speaks of
 */
public record YearRequest(long years, double horizonHours, double warmupHours, long seed, int threads, Detail detail) {

    /** Histories where nobody says otherwise. */
    public static final long DEFAULT_YEARS = 10_000;

    /** The most histories. */
    public static final long MOST_YEARS = 10_000_000;

    /** The length of a history where nobody says otherwise. */
    public static final double DEFAULT_HORIZON_HOURS = 8760;

    /** The longest history. */
    public static final double MOST_HOURS = (double) Ticks.LONGEST / Ticks.PER_HOUR;

    /** A request for a result that speaks of everything. */
    public YearRequest(long years, double horizonHours, double warmupHours, long seed, int threads) {
        this(years, horizonHours, warmupHours, seed, threads, Detail.EVERYTHING);
    }

    /** Checks the numbers. */
    public YearRequest {
        if (years < 1 || years > MOST_YEARS) {
            throw new IllegalArgumentException(
                    "years is " + years + ", but it must lie between 1 and " + MOST_YEARS + ".");
        }
        if (!(horizonHours > 0 && horizonHours <= MOST_HOURS)) {
            throw new IllegalArgumentException("horizon is " + horizonHours
                    + ", but it must be a number of hours above 0 and at most " + (long) MOST_HOURS + ".");
        }
        if (!(warmupHours >= 0 && warmupHours < horizonHours)) {
            throw new IllegalArgumentException("warmup is " + warmupHours
                    + ", but it must be a number of hours from 0 to below the horizon of " + horizonHours + ".");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + ", but at least 1 is needed.");
        }
    }
}
