package io.holdfast.simulator.lanes;

import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.sampling.Sampler;

/**
 * A recovery method as lanes see it.
 *
 * @param method its number among all methods
 * @param answers the states it answers, as bits of {@code MethodTable.bit}
 * @param ready the number of the group of people it waits for, or {@link LaneProgram#AUTOMATIC}
 * @param start what must be met to start, as a list of needs
 * @param also what else must be met to start
 * @param run what it runs on afterwards
 * @param work how long it works
 * @param durationKey key of the duration's draw
 * @param successKey key of the success's draw
 * @param successCells the chance that it succeeds, in cells
 */
record LaneMethod(
        int method,
        int answers,
        int ready,
        Gate start,
        Gate also,
        Gate run,
        Sampler work,
        long durationKey,
        long successKey,
        long successCells) {

    boolean answers(int stateBit) {
        return (answers & stateBit) != 0;
    }

    boolean answersOutage() {
        return answers(io.holdfast.simulator.compile.MethodTable.bit(DownState.OUTAGE));
    }

    /** When its needs are met. */
    int needsAt(int[][] starts, int lane) {
        return Math.max(start.at(starts, lane), also.at(starts, lane));
    }
}
