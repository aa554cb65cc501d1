package io.holdfast.service.register;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.kernel.web.Problem;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.simulator.format.Violation;
import io.micronaut.http.HttpStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of changes of the register. Unless it is {@link Stored}, nothing was changed. */
public sealed interface EditOutcome {

    /**
     * Done.
     *
     * @param revision the register's revision now
     * @param versions the version of each entry now, in the order of the changes; null for a removed one
     */
    record Stored(long revision, List<@Nullable Integer> versions) implements EditOutcome {
        /** Copies the list. */
        public Stored {
            versions = Collections.unmodifiableList(new ArrayList<>(versions));
        }
    }

    /**
     * There is no such entry.
     *
     * @param index which of the changes it is, from 0
     */
    record Unknown(int index) implements EditOutcome {}

    /** Somebody else changed entries since; at least one. */
    record Outdated(List<Late> entries) implements EditOutcome {
        /** Copies the list. */
        public Outdated {
            entries = List.copyOf(entries);
        }
    }

    /**
     * An entry that somebody else changed since.
     *
     * @param index which of the changes it is, from 0
     * @param version the version, or where the whole was to be changed the revision, that is stored
     * @param stored the entry that is stored, or null where the whole was to be changed
     * @param wanted what was to be stored, or null where it was to be removed or the whole was to be changed
     */
    record Late(
            int index,
            long version,
            @Nullable JsonNode stored,
            @Nullable JsonNode wanted) {}

    /** Rules of the format are broken; at least one. The paths begin where the change was sent. */
    record Refused(List<Violation> violations) implements EditOutcome {
        /** Copies the list. */
        public Refused {
            violations = List.copyOf(violations);
        }
    }

    /** What was to be removed is named elsewhere; the paths are of the whole model. */
    record StillNamed(List<Violation> violations) implements EditOutcome {
        /** Copies the list. */
        public StillNamed {
            violations = List.copyOf(violations);
        }
    }

    /** Rules of the room that a part of an entry belongs to are broken; at least one. The paths begin where the change was sent. */
    record Held(List<Problem.Violation> violations) implements EditOutcome {

        /** How the code of a part that is locked ends. */
        public static final String LOCKED = "-locked";

        /** Copies the list. */
        public Held {
            violations = List.copyOf(violations);
        }

        /** What keeps the change from being stored: that a part is locked, if that is all, else what is not right. */
        public ProblemException problem() {
            List<Problem.Violation> wrong =
                    violations.stream().filter(each -> !isLock(each)).toList();
            return wrong.isEmpty()
                    ? new ProblemException(
                                    HttpStatus.CONFLICT,
                                    violations.getFirst().code(),
                                    violations.getFirst().message())
                            .withViolations(violations)
                    : ProblemException.invalid(wrong);
        }

        private static boolean isLock(Problem.Violation violation) {
            return violation.code().endsWith(LOCKED);
        }
    }
}
