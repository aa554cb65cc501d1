package io.holdfast.service.change;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How much can go wrong. */
public enum Risk {
    /** Little, and nobody outside would notice. */
    @JsonProperty("low")
    LOW,
    /** A service could suffer. */
    @JsonProperty("medium")
    MEDIUM,
    /** A service could be lost; it needs a baseline of the register before it. */
    @JsonProperty("high")
    HIGH;

    /** The word in the API and the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
