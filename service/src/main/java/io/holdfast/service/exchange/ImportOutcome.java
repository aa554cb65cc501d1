package io.holdfast.service.exchange;

import java.util.List;

/** What an import comes to. */
public sealed interface ImportOutcome {

    /** It can be done, or was done. */
    record Done(ImportReport report) implements ImportOutcome {}

    /** A file breaks rules; nothing was stored. There is at least one violation. */
    record Refused(List<ImportViolation> violations) implements ImportOutcome {
        /** Copies the list. */
        public Refused {
            violations = List.copyOf(violations);
        }
    }

    /** The model changed since the preview; nothing was stored. */
    record Overtaken(String expected, String current) implements ImportOutcome {}
}
