package io.holdfast.service.evidence;

import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpStatus;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What may be said of a file. */
final class EvidenceFields {

    /** The most characters of a name or place. */
    static final int NAME = 200;

    /** The most characters of a description or note. */
    static final int NOTE = 2_000;

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private EvidenceFields() {}

    /** Refuses what does not hold, by the problem {@code bad-evidence}. */
    static void requireSound(NewEvidence wanted, Instant now) {
        if (!EvidenceRecords.CLASSES.contains(wanted.recordClass())) {
            throw bad("recordClass is '" + wanted.recordClass() + "', but it must be one of "
                    + EvidenceRecords.CLASSES.stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        Instant collectedAt = wanted.collectedAt();
        if (collectedAt != null && (collectedAt.isAfter(now) || collectedAt.isBefore(EARLIEST))) {
            throw bad(
                    "collectedAt is " + collectedAt
                            + ", but nothing is collected after it is added, nor before 1970. Say when it was taken, or leave it out.");
        }
        requireText("declared type", wanted.declaredType(), NAME);
        requireText("collectedBy", wanted.collectedBy(), NAME);
        requireText("authorisedBy", wanted.authorisedBy(), NAME);
        requireText("present", wanted.present(), NAME);
        requireText("place", wanted.place(), NAME);
        requireText("description", wanted.description(), NOTE);
    }

    /** Refuses a text that is blank or too long; none is fine. */
    static void requireText(String field, @Nullable String text, int most) {
        if (text != null && (text.isBlank() || text.length() > most)) {
            throw bad(field + " has " + text.strip().length() + " characters, but it must have 1 to " + most
                    + ". Shorten it, or leave it out.");
        }
    }

    static ProblemException bad(String sentence) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "bad-evidence", sentence);
    }
}
