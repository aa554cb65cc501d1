package io.holdfast.service.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.holdfast.service.audit.AuditEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done with evidence: an entry of the audit, which nobody changes.
 *
 * @param number the number of the entry
 * @param at when it was kept
 * @param event {@code collect}, {@code upload}, {@code read}, {@code hand-over}, {@code verify}, {@code hold}, {@code release}, {@code
 *     redact} or {@code delete}
 * @param who the sign-in name; null where it was redacted
 * @param to who has it from then on, or null
 * @param note why or how, or null
 * @param whole what a check of the hash found, or null
 * @param hash the hash of the entry, which holds all before it too
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CustodyEvent(
        long number,
        Instant at,
        String event,
        @Nullable String who,
        @Nullable String to,
        @Nullable String note,
        @Nullable Boolean whole,
        String hash) {

    static CustodyEvent of(AuditEntry entry) {
        JsonNode detail = entry.detail();
        JsonNode told = detail == null ? MissingNode.getInstance() : detail.path("after");
        String action = entry.action();
        return new CustodyEvent(
                entry.number(),
                entry.at(),
                action.startsWith("read.") ? "read" : action.substring(action.indexOf('.') + 1),
                entry.actor(),
                text(told, "to"),
                text(told, "note"),
                told.path("whole").isBoolean() ? told.path("whole").asBoolean() : null,
                entry.hash());
    }

    private static @Nullable String text(JsonNode told, String key) {
        return told.path(key).isTextual() ? told.path(key).asText() : null;
    }
}
