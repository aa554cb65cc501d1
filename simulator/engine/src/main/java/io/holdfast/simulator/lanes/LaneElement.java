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
 * @param startsOnOwn whether the first method waits for just the element's own needs
 * @param runsOnStart whether the first method, when it is done, has had met what it runs on
 * @param allWaitAlike whether all methods wait for the same needs
 */
record LaneElement(
        int element,
        List<LaneHit> hits,
        Gate own,
        @Nullable Sampler restart,
        long restartKey,
        List<LaneMethod> methods,
        boolean isPlain,
        boolean startsOnOwn,
        boolean runsOnStart,
        boolean allWaitAlike) {

    LaneElement {
        hits = List.copyOf(hits);
        methods = List.copyOf(methods);
    }

    /** Whether it may work though nothing struck it. */
    boolean answersOutage() {
        return methods.stream().anyMatch(LaneMethod::answersOutage);
    }

    private static boolean waitAlike(List<LaneMethod> methods) {
        return methods.stream()
                .allMatch(method -> method.start().equals(methods.getFirst().start())
                        && method.also().equals(methods.getFirst().also()));
    }

    /** With what follows for the first method. */
    static LaneElement of(
            int element,
            List<LaneHit> hits,
            Gate own,
            @Nullable Sampler restart,
            long restartKey,
            List<LaneMethod> methods,
            boolean isPlain) {
        Gate open = new Gate.Open();
        boolean startsOnOwn = !methods.isEmpty() && methods.getFirst().start().equals(own);
        boolean runsOnStart = !methods.isEmpty()
                && (methods.getFirst().run().equals(methods.getFirst().start())
                        || methods.getFirst().run().equals(open));
        return new LaneElement(
                element,
                hits,
                own,
                restart,
                restartKey,
                methods,
                isPlain,
                startsOnOwn,
                runsOnStart,
                waitAlike(methods));
    }
}
