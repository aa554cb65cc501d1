package io.holdfast.simulator.rare;

import io.holdfast.simulator.engine.RunRequest;
import io.holdfast.simulator.model.Id;
import java.util.List;

/**
 * What to ask.
 *
 * @param scenario the scenario's id
 * @param elements the elements' ids, at least one
 * @param trials trials of the main run of each element, at least 1,000; pilot trials come on top
 * @param seed the seed; the same seed, model and engine version give the same bytes
 * @param threads how many threads may work, at least 1; does not change the result
 */
public record RareRequest(Id scenario, List<Id> elements, long trials, long seed, int threads) {

    /** The fewest trials of a main run. */
    public static final long LEAST_TRIALS = 1_000;

    /** Copies the list and checks the counts. */
    public RareRequest {
        elements = List.copyOf(elements);
        if (elements.isEmpty()) {
            throw new IllegalArgumentException("elements is empty, but at least one is needed.");
        }
        if (trials < LEAST_TRIALS || trials > RunRequest.MOST_TRIALS) {
            throw new IllegalArgumentException("trials is " + trials + ", but it must lie between " + LEAST_TRIALS
                    + " and " + RunRequest.MOST_TRIALS + ".");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + ", but at least 1 is needed.");
        }
    }
}
