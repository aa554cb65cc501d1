package io.holdfast.simulator.lint;

import java.util.function.Consumer;

/** One rule, or a few that are found together. Pure: the same model gives the same conflicts in the same order. */
interface Check {

    /** Tells every conflict of a model, in the order of the model. */
    void run(LintModel model, Consumer<Conflict> found);
}
