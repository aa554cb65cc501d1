package io.holdfast.simulator.engine;

import io.holdfast.simulator.result.RunResult;

/** How a run ended. */
public sealed interface RunOutcome {

    /** It ran to the end. */
    record Finished(RunResult result) implements RunOutcome {}

    /** It was stopped after some trials; there is no result. */
    record Cancelled(long trialsDone) implements RunOutcome {}
}
