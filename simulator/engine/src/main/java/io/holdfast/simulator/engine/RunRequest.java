package io.holdfast.simulator.engine;

import io.holdfast.simulator.model.Id;
import org.jspecify.annotations.Nullable;

/**
 * What to run.
 *
 * @param scenario the scenario's id
 * @param trials how many trials, from 1 to {@link #MOST_TRIALS}; where a precision is asked for, how many at most
 * @param seed the seed; the same seed, model and engine version give the same bytes
 * @param threads how many threads may work, at least 1; does not change the result
 * @param detail which elements the result speaks of
 * @param precision how tight the answer must be, a share above 0 and below 1, or null for just so many trials: the run ends at
 *     the first of its check points, {@link #FIRST_CHECK} trials and each time twice as many, at which of every service and
 *     process with an RTO the interval of P(within RTO) is at most this to either side, and that of P95 at most this share of it
 */
public record RunRequest(
        Id scenario,
        long trials,
        long seed,
        int threads,
        Detail detail,
        @Nullable Double precision) {

    /** Trials before a precision is looked at for the first time. */
    public static final long FIRST_CHECK = 10_000;

    /** Trials at most where a precision is asked for and nobody says otherwise. */
    public static final long MOST_FOR_PRECISION = 20_480_000;

    /** Trials where nobody says otherwise. */
    public static final long DEFAULT_TRIALS = 100_000;

    /** The most trials of one run. */
    public static final long MOST_TRIALS = Integer.MAX_VALUE;

    /** The seed where nobody says otherwise. */
    public static final long DEFAULT_SEED = 42;

    /** A request for a result that speaks of everything. */
    public RunRequest(Id scenario, long trials, long seed, int threads) {
        this(scenario, trials, seed, threads, Detail.EVERYTHING);
    }

    /** A request for just so many trials. */
    public RunRequest(Id scenario, long trials, long seed, int threads, Detail detail) {
        this(scenario, trials, seed, threads, detail, null);
    }

    /** Checks the counts. */
    public RunRequest {
        if (trials < 1) {
            throw new IllegalArgumentException("trials is " + trials + ", but at least 1 is needed.");
        }
        if (trials > MOST_TRIALS) {
            throw new IllegalArgumentException("trials is " + trials + ", but at most " + MOST_TRIALS + " are run.");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + ", but at least 1 is needed.");
        }
        if (precision != null && !(precision > 0 && precision < 1)) {
            throw new IllegalArgumentException(
                    "precision is " + precision + ", but it must lie between 0 and 1, both excluded.");
        }
    }

    /** The same for just so many trials. */
    RunRequest ofTrials(long count) {
        return new RunRequest(scenario, count, seed, threads, detail);
    }
}
