package io.holdfast.simulator.compile;

import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.sampling.Sampler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All recovery methods that are simulated, in file order; those of one element stand together. */
public final class MethodTable {

    private final MethodEntry[] entries;
    private final int[] first;

    MethodTable(List<List<MethodEntry>> byElement) {
        first = new int[byElement.size() + 1];
        for (int e = 0; e < byElement.size(); e++) {
            first[e + 1] = first[e] + byElement.get(e).size();
        }
        entries = byElement.stream().flatMap(List::stream).toArray(MethodEntry[]::new);
    }

    /**
     * One method, compiled.
     *
     * @param element the element it belongs to
     * @param position its place among all methods that the element is given, from 0
     * @param link its name on a driving path
     * @param automatic whether it is ready at 0
     * @param success the chance that it succeeds
     * @param duration how long it works
     * @param runList the list of needs that it runs on afterwards
     * @param startList the list of needs checked at the start, or -1 for none
     * @param alsoList the list of further needs checked at the start
     * @param capacity the share that it delivers
     * @param answers the sum of {@link #bit} over the states it answers
     * @param lasts how long it can be kept up, or null for good
     * @param lastsKey key of that draw
     * @param teams the teams with people in its crew, who must be called
     * @param crewTeams all teams of its crew, in the order of the file
     * @param crewCounts how many of each of these it takes
     * @param data what it says about data, or null
     * @param durationKey key of the duration's draw
     * @param successKey key of the success's draw
     */
    @SuppressWarnings("ArrayRecordComponent") // read by index in the hot loop, never compared
    public record MethodEntry(
            int element,
            int position,
            String link,
            boolean automatic,
            double success,
            Sampler duration,
            int runList,
            int startList,
            int alsoList,
            double capacity,
            int answers,
            @Nullable Sampler lasts,
            long lastsKey,
            int[] teams,
            int[] crewTeams,
            int[] crewCounts,
            @Nullable DataEntry data,
            long durationKey,
            long successKey) {

        /** Whether it restores in full and for good. */
        public boolean isFull() {
            return capacity >= 1 && lasts == null;
        }

        /** Whether it answers a state. */
        public boolean answers(DownState state) {
            return (answers & bit(state)) != 0;
        }
    }

    /**
     * What a method says about data, compiled: a replica where {@code lag} is given, else backups.
     *
     * @param lag the replica's lag, or null
     * @param lagKey key of its draw
     * @param everyTicks ticks between backups
     * @param takesTicks ticks until a copy is complete
     * @param usable the chance that a copy is usable
     * @param phaseKey key of the phase's draw
     * @param usableKey key of the copies' draws
     */
    public record DataEntry(
            @Nullable Sampler lag,
            long lagKey,
            long everyTicks,
            long takesTicks,
            double usable,
            long phaseKey,
            long usableKey) {}

    /** The bit of a state. */
    public static int bit(DownState state) {
        return switch (state) {
            case OUTAGE -> 1;
            case DAMAGED -> 2;
            case DESTROYED -> 4;
            case CORRUPTED -> 8;
        };
    }

    /** The method of a number. */
    public MethodEntry get(int method) {
        return entries[method];
    }

    /** How many methods there are. */
    public int size() {
        return entries.length;
    }

    /** The first method of an element. */
    public int from(int element) {
        return first[element];
    }

    /** After the last method of an element. */
    public int to(int element) {
        return first[element + 1];
    }
}
