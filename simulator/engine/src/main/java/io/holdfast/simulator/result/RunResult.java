package io.holdfast.simulator.result;

import io.holdfast.simulator.model.Id;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * @param precision what precision was asked for and whether it was reached, or null where none was
 */
public record RunResult(
        Id scenario,
        long trials,
        long seed,
        String engine,
        Computed computed,
        List<ElementResult> elements,
        Response response,
        List<Finding> findings,
        @Nullable Precision precision) {

    /**
     * How tight an answer was asked for.
     *
     * @param asked the share asked for
     * @param reached whether it was reached; else the run stopped at the most trials allowed
     */
    public record Precision(double asked, boolean reached) {}

    /** The result of a run of just so many trials. */
    public RunResult(
            Id scenario,
            long trials,
            long seed,
            String engine,
            Computed computed,
            List<ElementResult> elements,
            Response response,
            List<Finding> findings) {
        this(scenario, trials, seed, engine, computed, elements, response, findings, null);
    }

    /** Copies the lists. */
    public RunResult {
        elements = List.copyOf(elements);
        findings = List.copyOf(findings);
    }
}
