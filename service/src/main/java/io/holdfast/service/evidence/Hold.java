package io.holdfast.service.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a record is not deleted, whatever its date.
 *
 * @param id its number
 * @param recordType the word of the record's type
 * @param record the record
 * @param reason why, such as a lawsuit
 * @param placedAt since when
 * @param placedBy the sign-in name of who placed it
 * @param liftedAt until when, or null while it holds
 * @param liftedBy the sign-in name of who lifted it, or null
 * @param liftedReason why it was lifted, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Hold(
        long id,
        String recordType,
        String record,
        String reason,
        Instant placedAt,
        String placedBy,
        @Nullable Instant liftedAt,
        @Nullable String liftedBy,
        @Nullable String liftedReason) {}
