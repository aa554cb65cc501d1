package io.holdfast.simulator.drill;

import io.holdfast.simulator.result.Finding;
import java.util.List;
import java.util.Map;

/** Whether a type can be played. */
sealed interface StageOutcome {

    /** It can. */
    record Ready(Stage stage) implements StageOutcome {}

    /** It cannot, and why. */
    record Not(Finding problem) implements StageOutcome {}

    /** It cannot. */
    static StageOutcome not(Finding.Kind kind, DrillScope scope) {
        return new Not(new Finding(
                kind,
                List.of(scope.drill().id()),
                Map.of("drill", scope.drill().id().value())));
    }
}
