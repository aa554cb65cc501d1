package io.holdfast.simulator.learning;

/** How the making of an uncertainty budget ended. */
public sealed interface BudgetOutcome {

    /** It was made. */
    record Finished(UncertaintyBudget budget) implements BudgetOutcome {}

    /** It was stopped after some trials, or its thread was interrupted; there is no budget. */
    record Cancelled(long trialsDone) implements BudgetOutcome {}
}
