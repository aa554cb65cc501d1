package io.holdfast.simulator.rare;

import io.holdfast.simulator.exact.ExactAnswer;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import java.util.List;

/**
 * What was found of one element.
 *
 * @param id the element
 * @param type its type
 * @param downAtEvent the exact answer to "does it not serve right after the event"
 * @param estimates one a question that has a meaning for it
 * @param jointFailures the likeliest smallest joint failures that disrupt it at once, likeliest first; empty where the
 *     diagram is too large
 */
public record RareElement(
        Id id,
        ElementType type,
        ExactAnswer downAtEvent,
        List<RareEstimate> estimates,
        List<JointFailure> jointFailures) {

    /** Copies the lists. */
    public RareElement {
        estimates = List.copyOf(estimates);
        jointFailures = List.copyOf(jointFailures);
    }
}
