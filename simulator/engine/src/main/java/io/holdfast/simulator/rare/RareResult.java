package io.holdfast.simulator.rare;

import io.holdfast.simulator.model.Id;
import java.util.List;

/**
 * The answer to a {@link RareRequest}.
 *
 * @param scenario the scenario
 * @param trials trials of each main run
 * @param seed the seed
 * @param engine the engine's version
 * @param elements one entry an element asked for, in the order of the request
 */
public record RareResult(Id scenario, long trials, long seed, String engine, List<RareElement> elements) {

    /** Copies the list. */
    public RareResult {
        elements = List.copyOf(elements);
    }
}
