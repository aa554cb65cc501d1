package io.holdfast.simulator.format;

import io.holdfast.simulator.model.ContinuityModel;
import java.util.List;

/** What reading a model file gives. */
public sealed interface ReadOutcome {

    /**
     * The file is right.
     *
     * @param model what it says
     * @param unknownKeys keys that are probably misspelt, in file order
     */
    record Read(ContinuityModel model, List<UnknownKey> unknownKeys) implements ReadOutcome {
        /** Copies the list. */
        public Read {
            unknownKeys = List.copyOf(unknownKeys);
        }
    }

    /** The file breaks rules; nothing of it is used. The violations are in file order and there is at least one. */
    record Refused(List<Violation> violations) implements ReadOutcome {
        /** Copies the list. */
        public Refused {
            violations = List.copyOf(violations);
        }
    }
}
