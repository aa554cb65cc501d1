package io.holdfast.service.change;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What is changed. */
public enum ChangeKind {
    /** Machines, racks, power and cooling. */
    @JsonProperty("hardware")
    HARDWARE,
    /** Lines, switches, addresses, names. */
    @JsonProperty("network")
    NETWORK,
    /** Applications and their releases. */
    @JsonProperty("software")
    SOFTWARE,
    /** Settings of what is there already. */
    @JsonProperty("configuration")
    CONFIGURATION,
    /** Structures, migrations and clean-ups of data. */
    @JsonProperty("data")
    DATA,
    /** Patches, keys, accounts and rules of access. */
    @JsonProperty("security")
    SECURITY,
    /** Rooms and sites. */
    @JsonProperty("facility")
    FACILITY,
    /** A contract, or who delivers. */
    @JsonProperty("supplier")
    SUPPLIER,
    /** How people work. */
    @JsonProperty("procedure")
    PROCEDURE,
    /** Anything else. */
    @JsonProperty("other")
    OTHER;

    /** The word in the API and the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
