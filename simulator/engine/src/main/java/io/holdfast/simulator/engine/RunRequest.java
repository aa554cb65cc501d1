package io.holdfast.simulator.engine;

import io.holdfast.simulator.model.Id;

/**
 * What to run.
 *
 * @param scenario the scenario's id
 * @param trials how many trials, from 1 to {@link #MOST_TRIALS}
 * @param seed the seed; the same seed, model and engine version give the same bytes
 * @param threads how many threads may work, at least 1; does not change the result
 * @param detail which elements the result speaks of
 */
public record RunRequest(Id scenario, long trials, long seed, int threads, Detail detail) {

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
    }
}
