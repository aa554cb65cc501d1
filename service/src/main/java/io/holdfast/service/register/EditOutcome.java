package io.holdfast.service.register;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.simulator.format.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a change of the register. Unless it is {@link Stored}, nothing was changed. */
public sealed interface EditOutcome {

    /**
     * Done.
     *
     * @param version the entry's version now, or the register's revision where the whole was changed
     */
    record Stored(long version) implements EditOutcome {}

    /** There is no such entry. */
    record Unknown() implements EditOutcome {}

    /**
     * Somebody else changed it since.
     *
     * @param version the version, or revision, that is stored
     * @param stored the entry that is stored, or null where the whole was to be changed
     */
    record Outdated(long version, @Nullable JsonNode stored) implements EditOutcome {}

    /**
     * It breaks rules of the format.
     *
     * @param violations which, at least one, with paths in the whole model
     * @param prefix the path of the entry in the whole model, or empty where the whole was given
     */
    record Refused(List<Violation> violations, String prefix) implements EditOutcome {
        /** Copies the list. */
        public Refused {
            violations = List.copyOf(violations);
        }
    }
}
