package io.holdfast.simulator.engine;

import io.holdfast.simulator.sampling.Draws;

/**
 * Turns the draws of one trial into its outcome. The seam at which a faster kernel replaces a slower one. One instance a
 * thread.
 */
interface TrialKernel {

    /** Runs a trial. The outcome is the kernel's own and holds until the next trial. */
    TrialOutcome run(Draws draws);

    /** What holds for an element that a trial does not touch. */
    NormalRunning normal();
}
