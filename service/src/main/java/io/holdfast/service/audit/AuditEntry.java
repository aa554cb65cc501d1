package io.holdfast.service.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did.
 *
 * @param number from 1, without gaps
 * @param at when, to the microsecond
 * @param action what, such as {@code element.replace}
 * @param subjectType what kind of thing it was done to
 * @param subject which one, empty where there is only one
 * @param actor the sign-in name of who did it; null where it was redacted
 * @param detail how and from where, and what it was before and after; null where it was redacted
 * @param hash the hash of this entry and all before it, in hexadecimal digits
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AuditEntry(
        long number,
        Instant at,
        String action,
        String subjectType,
        String subject,
        @Nullable String actor,
        @Nullable JsonNode detail,
        String hash) {}
