package io.holdfast.simulator.engine;

import io.holdfast.simulator.model.Id;

/**
 * What to run.
 *
 * @param scenario the scenario's id
 * @param trials how many trials, at least 1
 * @param seed the seed; the same seed, model and engine version give the same bytes
 * @param threads how many threads may work, at least 1; does not change the result
 */
public record RunRequest(Id scenario, long trials, long seed, int threads) {

    /** Trials where nobody says otherwise. */
    public static final long DEFAULT_TRIALS = 100_000;

    /** The seed where nobody says otherwise. */
    public static final long DEFAULT_SEED = 42;

    /** Checks the counts. */
    public RunRequest {
        if (trials < 1) {
            throw new IllegalArgumentException("trials is " + trials + ", but at least 1 is needed.");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + ", but at least 1 is needed.");
        }
    }
}
