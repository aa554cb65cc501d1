package io.holdfast.simulator.format;

import io.holdfast.simulator.learning.PastEvent;
import java.util.List;

/** What reading a file of actuals gives. */
public sealed interface ActualsOutcome {

    /** The file is right. */
    record Read(List<PastEvent> events) implements ActualsOutcome {
        /** Copies the list. */
        public Read {
            events = List.copyOf(events);
        }
    }

    /** The file breaks rules; nothing of it is used. The violations are in file order and there is at least one. */
    record Refused(List<Violation> violations) implements ActualsOutcome {
        /** Copies the list. */
        public Refused {
            violations = List.copyOf(violations);
        }
    }
}
