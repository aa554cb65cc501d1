package io.holdfast.simulator.lanes;

import io.holdfast.simulator.sampling.Sampler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element that a scenario can stop, as lanes see it.
 *
 * @param element its number
 * @param hits what can strike it
 * @param own when its own needs are met
 * @param restart how long it takes to come back after a lost need, or null
 * @param restartKey the key of that draw
 * @param methods its methods in order of preference
 * @param isPlain whether it can be computed for all lanes at once: one entry of hits at most, at most two methods that
 *     answer its state and wait for the same, none that answers an outage
 */
record LaneElement(
        int element,
        List<LaneHit> hits,
        Gate own,
        @Nullable Sampler restart,
        long restartKey,
        List<LaneMethod> methods,
        boolean isPlain) {

    LaneElement {
        hits = List.copyOf(hits);
        methods = List.copyOf(methods);
    }
}
