package io.holdfast.simulator.engine;

/** Runs trials and counts them. One instance a thread. */
interface TrialWork {

    /** Runs the trials from one number to before another. */
    void run(long from, long to);

    /** What was counted; once, at the end. */
    Accumulator finish();
}
