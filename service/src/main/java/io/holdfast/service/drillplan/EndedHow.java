package io.holdfast.service.drillplan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a drill ended. */
public enum EndedHow {
    /** To its end; whether it passed is another question. */
    @JsonProperty("completed")
    COMPLETED,
    /** It was stopped. */
    @JsonProperty("stopped")
    STOPPED,
    /** It was stopped, and what it had changed was taken back. */
    @JsonProperty("rolled-back")
    ROLLED_BACK;

    /** The word of the API and the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of a word, if there is one. */
    public static Optional<EndedHow> find(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
