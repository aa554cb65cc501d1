package io.holdfast.service.action;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How grave what was found is. */
public enum Severity {
    /** It costs time, and no target is missed by it. */
    @JsonProperty("low")
    LOW,
    /** A target could be missed by it. */
    @JsonProperty("medium")
    MEDIUM,
    /** A target was missed by it, or would be: its cause is said before it is done. Source: row I12. */
    @JsonProperty("high")
    HIGH;

    /** The word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
