package io.holdfast.service.drillreport;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A drill that a supplier held, and what somebody who reviewed it found (row D17).
 *
 * @param id its number
 * @param version goes up by one with every change of it
 * @param content what is said of it
 * @param createdAt when it was written down
 * @param createdBy by whom
 * @param changedAt when it was changed last
 * @param changedBy by whom
 */
public record SupplierDrill(
        long id,
        int version,
        Content content,
        Instant createdAt,
        String createdBy,
        Instant changedAt,
        String changedBy) {

    /**
     * What is said of it.
     *
     * @param supplier the company
     * @param element what the register calls it or its product, by id, or null
     * @param title what was drilled
     * @param heldOn the day
     * @param result how it came out
     * @param review whether that is enough for what hangs on it, and how somebody saw that
     * @param findings what was found; may be empty
     * @param nextDue until when the next one is held, or null
     * @param unit the unit that it belongs to, or null
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Content(
            String supplier,
            @Nullable String element,
            String title,
            LocalDate heldOn,
            Result result,
            String review,
            String findings,
            @Nullable LocalDate nextDue,
            @Nullable String unit) {}

    /** The next version. */
    SupplierDrill with(Content other, Instant now, String who) {
        return new SupplierDrill(id, version + 1, other, createdAt, createdBy, now, who);
    }
}
