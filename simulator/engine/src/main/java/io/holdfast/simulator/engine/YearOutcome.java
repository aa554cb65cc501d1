package io.holdfast.simulator.engine;

import io.holdfast.simulator.result.YearResult;

/** How years of operation ended. */
public sealed interface YearOutcome {

    /** They ran to the end. */
    record Finished(YearResult result) implements YearOutcome {}

    /** They were stopped after some; there is no result. */
    record Cancelled(long yearsDone) implements YearOutcome {}
}
