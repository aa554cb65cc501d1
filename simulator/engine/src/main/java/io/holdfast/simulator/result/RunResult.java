package io.holdfast.simulator.result;

import io.holdfast.simulator.model.Id;
import java.util.List;

/**
 * The result of one run of a scenario.
 *
 * @param scenario the scenario
 * @param trials how many trials were run
 * @param seed the seed
 * @param engine the engine's version
 * @param computed how the figures were computed
 * @param elements one entry an element that the run speaks of, in the model's order
 * @param response how the people's answer took part
 * @param findings what a person should know beside the numbers
 */
public record RunResult(
        Id scenario,
        long trials,
        long seed,
        String engine,
        Computed computed,
        List<ElementResult> elements,
        Response response,
        List<Finding> findings) {

    /** Copies the lists. */
    public RunResult {
        elements = List.copyOf(elements);
        findings = List.copyOf(findings);
    }
}
