package io.holdfast.service.drill;

import io.holdfast.service.simulation.Run;
import io.holdfast.simulator.model.Drill;
import org.jspecify.annotations.Nullable;

/**
 * A drill that is written down in the register, with what the simulator has been asked about it.
 *
 * @param drill the drill
 * @param newest the newest run on it, whatever became of it, or null where nobody has asked
 * @param estimated the newest that has a result, or null
 */
public record WrittenDrill(
        Drill drill, @Nullable Run newest, @Nullable Run estimated) {}
