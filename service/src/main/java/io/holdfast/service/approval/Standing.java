package io.holdfast.service.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the approval of a record stands.
 *
 * @param state {@code draft} (never approved), {@code waiting}, {@code approved}, {@code changed} since it was, or
 *     {@code rejected}
 * @param locked whether a change must say that it begins a new draft
 * @param number the version that holds, or null
 * @param approvedBy who approved it, or null
 * @param approvedAt when, or null
 * @param reviewOn when it is looked at again, or null
 * @param approved what was approved, as {@code record}; null where nothing is, and in lists
 * @param waiting the number of the version that waits, or null
 * @param due why it must be looked at again
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Standing(
        String state,
        boolean locked,
        @Nullable Integer number,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable LocalDate reviewOn,
        @Nullable JsonNode approved,
        @Nullable Integer waiting,
        List<String> due) {

    /** Nothing was ever submitted. */
    public static final Standing NONE = new Standing("draft", false, null, null, null, null, null, null, List.of());

    /** Copies the list. */
    public Standing {
        due = List.copyOf(due);
    }
}
