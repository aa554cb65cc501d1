package io.holdfast.simulator.engine;

import io.holdfast.simulator.model.ContinuityModel;

/**
 * What a run needs of memory, the model included, estimated before anything is compiled: bytes an element, a method and a thread
 * as measured on generated models of 100,000 elements.
 */
final class MemoryNeed {

    /** An element without its methods: as read, compiled, and what compiling leaves behind until it is collected. */
    private static final long ELEMENT = 1_800;

    /** The same of one method. */
    private static final long METHOD = 800;

    /** What a thread keeps of an element in one lane: when it starts, and whether it lost everything, itself and by its needs. */
    private static final long LANE = Integer.BYTES + 2;

    /** What a thread keeps of an element beside its lanes. */
    private static final long WORKING = 200;

    /** What it keeps besides where people may have to be waited for. */
    private static final long PEOPLE = 400;

    /** What a thread counts of an element that the result speaks of. */
    private static final long COUNTED = 6_000;

    /** What a thread keeps and counts of an element in a year of operation. */
    private static final long YEAR = 6_000;

    private MemoryNeed() {}

    /** Lets years of operation begin, likewise. */
    static void checkYear(ContinuityModel model, YearRequest request, long givenBytes) {
        long elements = model.elements().size();
        long methods = model.elements().stream()
                .mapToLong(element -> element.methods().size())
                .sum();
        long need = elements * ELEMENT + methods * METHOD + request.threads() * elements * YEAR;
        if (need > givenBytes) {
            throw new ModelTooLarge((int) elements, request.threads(), need, givenBytes, Detail.EVERYTHING);
        }
    }

    static long bytes(ContinuityModel model, RunRequest request, Way way) {
        long elements = model.elements().size();
        long lanes = way.passes() == null ? 0 : LaneWork.lanesFor((int) elements, way.lanes());
        long counted = model.elements().stream()
                .filter(element -> request.detail().includes(element.type()))
                .count();
        long people = lanes == 0 || model.teams().isEmpty() ? 0 : PEOPLE;
        long ofThread = elements * (WORKING + people + lanes * LANE) + counted * COUNTED;
        long methods = model.elements().stream()
                .mapToLong(element -> element.methods().size())
                .sum();
        return elements * ELEMENT + methods * METHOD + request.threads() * ofThread;
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
