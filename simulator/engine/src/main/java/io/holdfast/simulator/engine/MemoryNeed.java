package io.holdfast.simulator.engine;

import io.holdfast.simulator.model.ContinuityModel;

/**
 * What a run needs of memory, estimated from below before anything is compiled: measured bytes an element, rounded down, so that
 * what could run is not refused.
 */
final class MemoryNeed {

    /** The compiled form of an element. */
    private static final long COMPILED = 1_000;

    /** What a thread keeps of an element beside its lanes. */
    private static final long WORKING = 200;

    /** What a thread counts of an element that the result speaks of. */
    private static final long COUNTED = 6_000;

    private MemoryNeed() {}

    static long bytes(ContinuityModel model, RunRequest request, Way way) {
        long elements = model.elements().size();
        long lanes = way.passes() == null ? 0 : LaneWork.lanesFor((int) elements, way.lanes());
        long counted = model.elements().stream()
                .filter(element -> request.detail().includes(element.type()))
                .count();
        long ofThread = elements * (WORKING + lanes * Integer.BYTES) + counted * COUNTED;
        return elements * COMPILED + request.threads() * ofThread;
    }

    /**
     * Lets a run begin.
     *
     * @throws ModelTooLarge where it would not fit what Java may take
     */
    static void check(ContinuityModel model, RunRequest request, Way way, long givenBytes) {
        long need = bytes(model, request, way);
        if (need > givenBytes) {
            throw new ModelTooLarge(model.elements().size(), request.threads(), need, givenBytes, request.detail());
        }
    }
}
