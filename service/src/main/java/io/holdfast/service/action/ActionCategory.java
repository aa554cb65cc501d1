package io.holdfast.service.action;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What has to change. */
public enum ActionCategory {
    /** The plan, its order or its figures. */
    @JsonProperty("plan")
    PLAN,
    /** How something is done. */
    @JsonProperty("procedure")
    PROCEDURE,
    /** Systems and networks. */
    @JsonProperty("technology")
    TECHNOLOGY,
    /** Backups and what is restored from them. */
    @JsonProperty("data")
    DATA,
    /** What people know, or how many there are. */
    @JsonProperty("people")
    PEOPLE,
    /** Who is told what, and when. */
    @JsonProperty("communication")
    COMMUNICATION,
    /** Buildings, power and cooling. */
    @JsonProperty("facility")
    FACILITY,
    /** What a supplier has promised or did. */
    @JsonProperty("supplier")
    SUPPLIER,
    /** Anything else. */
    @JsonProperty("other")
    OTHER;

    /** The word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
