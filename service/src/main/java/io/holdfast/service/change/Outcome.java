package io.holdfast.service.change;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How a change went. */
public enum Outcome {
    /** As planned. */
    @JsonProperty("success")
    SUCCESS,
    /** Only a part of it, and that holds. */
    @JsonProperty("partly")
    PARTLY,
    /** It failed and was backed out. */
    @JsonProperty("backed-out")
    BACKED_OUT;

    /** The word in the API and the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
