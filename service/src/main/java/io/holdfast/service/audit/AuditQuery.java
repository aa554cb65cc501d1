package io.holdfast.service.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries somebody asks for; what is null does not narrow.
 *
 * @param actor the sign-in name
 * @param action the action, or the part of it before the point
 * @param subjectType the kind of thing
 * @param subject the thing
 * @param from at this moment or later
 * @param until before this moment
 */
public record AuditQuery(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String subjectType,
        @Nullable String subject,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** Every entry. */
    public static final AuditQuery ALL = new AuditQuery(null, null, null, null, null, null);
}
