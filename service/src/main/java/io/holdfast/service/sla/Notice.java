package io.holdfast.service.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is to be told that a service level may be, or was, missed (row S10).
 *
 * @param id its number
 * @param version goes up by one with every change
 * @param element whose level it is
 * @param cause {@code predicted}, {@code measured} or {@code other}
 * @param about what is predicted or was measured, in words
 * @param recipient who is to be told
 * @param createdAt when it was noted
 * @param createdBy by whom
 * @param toldOn when that was done, or null
 * @param toldBy who did it, or null
 * @param toldHow by which way, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Notice(
        long id,
        int version,
        String element,
        String cause,
        String about,
        String recipient,
        Instant createdAt,
        String createdBy,
        @Nullable LocalDate toldOn,
        @Nullable String toldBy,
        @Nullable String toldHow) {}
