package io.holdfast.service.exchange;

import java.util.List;

/** What a filled-in table comes to. */
public sealed interface ListOutcome {

    /** It can be done, or was done. */
    record Done(ListReport report) implements ListOutcome {}

    /** The table breaks rules; nothing was stored. There is at least one violation. */
    record Refused(List<ImportViolation> violations) implements ListOutcome {
        /** Copies the list. */
        public Refused {
            violations = List.copyOf(violations);
        }
    }

    /** Somebody else changed rows since the table was written; nothing was stored. */
    record Late(ListReport report) implements ListOutcome {}

    /** The register changed since the preview; nothing was stored. */
    record Overtaken(String expected, String current) implements ListOutcome {}
}
