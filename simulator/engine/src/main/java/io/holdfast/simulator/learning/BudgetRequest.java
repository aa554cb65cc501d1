package io.holdfast.simulator.learning;

import io.holdfast.simulator.model.Id;

/**
 * What to split.
 *
 * @param scenario the scenario's id
 * @param element the element whose recovery time is looked at, usually a process
 * @param draws how often all inputs are drawn anew, at least {@link #LEAST_DRAWS}
 * @param trials trials of each of the two runs of a draw, at least {@link #LEAST_TRIALS}
 * @param seed the seed; the same seed, model and engine version give the same budget
 * @param threads how many threads may work, at least 1; does not change the result
 */
public record BudgetRequest(Id scenario, Id element, int draws, long trials, long seed, int threads) {

    /** The fewest draws that give intervals. */
    public static final int LEAST_DRAWS = 60;

    /** The fewest trials that have a 95 % quantile worth the name. */
    public static final int LEAST_TRIALS = 40;

    /** Checks the counts. */
    public BudgetRequest {
        Check.that(draws >= LEAST_DRAWS, "draws is " + draws + ", but at least " + LEAST_DRAWS + " are needed.");
        Check.that(trials >= LEAST_TRIALS, "trials is " + trials + ", but at least " + LEAST_TRIALS + " are needed.");
        Check.that(threads >= 1, "threads is " + threads + ", but at least 1 is needed.");
    }
}
