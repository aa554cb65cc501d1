package io.holdfast.service.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was measured in one period.
 *
 * @param id its number
 * @param version goes up by one with every change
 * @param element what was measured
 * @param agreement the id of the OLA or contract; empty for the SLA of the entry
 * @param period 2026-09, 2026-Q3 or 2026
 * @param downMinutes how long it was not there
 * @param outageMinutes the lengths of the outages that began in it, as far as they are known
 * @param source where that comes from
 * @param reviewedBy who has looked at it, or null
 * @param reviewedOn when, or null
 * @param note all else, or null
 * @param changedAt when it was entered or changed last
 * @param changedBy by whom
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Measurement(
        long id,
        int version,
        String element,
        String agreement,
        String period,
        BigDecimal downMinutes,
        List<BigDecimal> outageMinutes,
        String source,
        @Nullable String reviewedBy,
        @Nullable LocalDate reviewedOn,
        @Nullable String note,
        Instant changedAt,
        String changedBy) {

    /** Copies the list. */
    public Measurement {
        outageMinutes = List.copyOf(outageMinutes);
    }
}
