package io.holdfast.simulator.drill;

import io.holdfast.simulator.result.Finding;
import java.util.List;

/** How the estimate of a drill ended. */
public sealed interface DrillOutcome {

    /** It was made, for at least one of the drill's types. */
    record Finished(DrillResult result) implements DrillOutcome {}

    /** It was stopped after some trials; there is no result. */
    record Cancelled(long trialsDone) implements DrillOutcome {}

    /** None of the drill's types can be estimated as it is written down; why, one a type. */
    record Refused(List<Finding> problems) implements DrillOutcome {
        /** Copies the list. */
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
