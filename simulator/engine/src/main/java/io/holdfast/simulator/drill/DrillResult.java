package io.holdfast.simulator.drill;

import io.holdfast.simulator.model.Id;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the simulator estimates of a drill.
 *
 * @param drill the drill
 * @param scenario the scenario that it plays, or null
 * @param announced whether the participants know the date
 * @param trials trials of each type
 * @param seed the seed
 * @param engine the engine's version
 * @param asOf the day on which the plan's dates were judged, or null
 * @param scope the elements that are drilled
 * @param types one entry a type, in the order in which the drill names them
 */
public record DrillResult(
        Id drill,
        @Nullable Id scenario,
        boolean announced,
        long trials,
        long seed,
        String engine,
        @Nullable DrillDay asOf,
        List<Id> scope,
        List<TypeOutcome> types) {

    /** Copies the lists. */
    public DrillResult {
        scope = List.copyOf(scope);
        types = List.copyOf(types);
    }
}
