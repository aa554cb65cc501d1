package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.sampling.KeyedDraws;

/** Runs every trial in the event loop. One instance a thread. */
final class EventWork implements TrialWork {

    private final TrialKernel kernel;
    private final Accumulator sums;
    private final KeyedDraws draws;

    EventWork(CompiledModel model, long seed, Detail detail) {
        kernel = new EventKernel(model);
        sums = new Accumulator(model, detail);
        draws = new KeyedDraws(seed);
    }

    @Override
    public void run(long from, long to) {
        for (long trial = from; trial < to; trial++) {
            draws.startTrial(trial);
            sums.add(kernel.run(draws));
        }
    }

    @Override
    public Accumulator finish() {
        return sums;
    }
}
