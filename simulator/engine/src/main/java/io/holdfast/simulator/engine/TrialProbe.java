package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.sampling.Draws;

/** Runs single trials and shows their outcomes: for tests and for showing one possible day. One instance a thread. */
public final class TrialProbe {

    private final TrialKernel kernel;

    /** A probe of a compiled model. */
    public TrialProbe(CompiledModel model) {
        kernel = new EventKernel(model);
    }

    /** The outcome of a trial with these draws; it holds until the next call. */
    public TrialOutcome run(Draws draws) {
        return kernel.run(draws);
    }

    /** The share that an element delivers in a trial that does not touch it. */
    public double normalShare(int e) {
        return kernel.normal().share(e);
    }

    /** Its headroom then; {@link TrialOutcome#NO_HEADROOM} where none is defined. */
    public double normalHeadroom(int e) {
        return kernel.normal().headroom(e);
    }
}
