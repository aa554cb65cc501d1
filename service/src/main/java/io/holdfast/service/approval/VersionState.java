package io.holdfast.service.approval;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where a version stands. */
public enum VersionState {
    /** It waits for somebody to decide. */
    @JsonProperty("submitted")
    SUBMITTED,
    /** It is the one that holds. */
    @JsonProperty("approved")
    APPROVED,
    /** It was not accepted; the reason says why. */
    @JsonProperty("rejected")
    REJECTED,
    /** Whoever submitted it took it back. */
    @JsonProperty("withdrawn")
    WITHDRAWN,
    /** It was approved, and a later version was approved after it. */
    @JsonProperty("superseded")
    SUPERSEDED;

    /** The word in the API and the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a word; throws {@link IllegalArgumentException} for any other. */
    public static VersionState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
