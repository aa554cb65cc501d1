package io.holdfast.simulator.format;

import io.holdfast.simulator.model.ContinuityModel;
import java.util.List;

/** What reading a model file gives. */
public sealed interface ReadOutcome {

    /** The file is right. */
    record Read(ContinuityModel model) implements ReadOutcome {}

    /** The file breaks rules; nothing of it is used. The violations are in file order and there is at least one. */
    record Refused(List<Violation> violations) implements ReadOutcome {
        /** Copies the list. */
        public Refused {
            violations = List.copyOf(violations);
        }
    }
}
