package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.YearModel;
import io.holdfast.simulator.sampling.Draws;

/** Runs single histories and shows what became of each element: for tests and for showing one possible year. One instance a thread. */
public final class HistoryProbe {

    private final HistoryKernel kernel;
    private final int elements;

    /** A probe of a compiled model. */
    public HistoryProbe(YearModel year) {
        kernel = new HistoryKernel(year);
        elements = year.model().elements().size();
    }

    /** Ticks without service inside the counted time, by element. */
    public long[] run(Draws draws) {
        return downTicks(kernel.run(draws));
    }

    /**
     * The same in a history in which one scenario arrives once, with the draws of a trial of it, and no other ever does.
     *
     * @param draws the draws
     * @param arrival the position of the scenario among {@link YearModel#arrivals}
     * @param at when it arrives, ticks
     */
    public long[] runOnly(Draws draws, int arrival, long at) {
        return downTicks(kernel.runOnly(draws, arrival, at));
    }

    private long[] downTicks(HistoryLine line) {
        long[] down = new long[elements];
        for (int e = 0; e < elements; e++) {
            down[e] = line.downTicks(e);
        }
        return down;
    }
}
