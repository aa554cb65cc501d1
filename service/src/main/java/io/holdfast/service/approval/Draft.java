package io.holdfast.service.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.approval.internal.Canonical;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A subject as it would be submitted now.
 *
 * @param type what kind of subject
 * @param subject which one
 * @param title what it is, in English
 * @param titleZhHant the same in Traditional Chinese
 * @param unit the unit it belongs to; null for none, so that only a role in the whole organisation reaches it
 * @param content what is approved, as people read it: under {@code en} and {@code zh-Hant} the same in either language
 * @param basis what the content was made from, such as a run; kept with the version, and no difference by itself
 * @param validFrom from which day it would hold
 * @param validUntil to which day it can hold at most; null for no end of its own
 */
public record Draft(
        String type,
        String subject,
        String title,
        String titleZhHant,
        @Nullable String unit,
        ObjectNode content,
        JsonNode basis,
        LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    /** Keeps the content in its canonical form. */
    public Draft {
        content = (ObjectNode) Canonical.read(Canonical.write(content));
    }

    /** SHA-256 of the content, in hexadecimal digits. */
    public String hash() {
        return Canonical.hash(Canonical.write(content));
    }
}
