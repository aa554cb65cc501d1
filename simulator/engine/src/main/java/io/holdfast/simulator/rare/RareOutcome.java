package io.holdfast.simulator.rare;

/** How asking for rare events ended. */
public sealed interface RareOutcome {

    /** It ran to the end. */
    record Finished(RareResult result) implements RareOutcome {}

    /** It was stopped after some trials; there is no result. */
    record Cancelled(long trialsDone) implements RareOutcome {}
}
