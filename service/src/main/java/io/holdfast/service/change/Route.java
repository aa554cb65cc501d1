package io.holdfast.service.change;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** On which way somebody agrees to a change. */
public enum Route {
    /** Somebody agrees before it is carried out. */
    @JsonProperty("ordinary")
    ORDINARY,
    /** It is carried out on the word of somebody authorised, and approved afterwards within a deadline. */
    @JsonProperty("emergency")
    EMERGENCY;

    /** The word in the API and the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
