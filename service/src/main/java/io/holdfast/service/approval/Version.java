package io.holdfast.service.approval;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version of a document, without its content.
 *
 * @param number from 1, in the order of submission
 * @param title what it is, in English
 * @param titleZhHant the same in Traditional Chinese
 * @param unit the unit that the subject belonged to when it was submitted; null for none
 * @param hash SHA-256 of the content in canonical JSON, in hexadecimal digits
 * @param note what whoever submitted it says to whoever decides; may be empty
 * @param validFrom from this day
 * @param validUntil to this day, included; null until another version is approved
 * @param reviewOn when it must be looked at again, at the latest
 * @param submittedBy the number of the account
 * @param submittedAt when
 * @param state where it stands
 * @param decision who decided and when; null while it waits
 */
public record Version(
        int number,
        String title,
        String titleZhHant,
        @Nullable String unit,
        String hash,
        String note,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        LocalDate reviewOn,
        long submittedBy,
        Instant submittedAt,
        VersionState state,
        @Nullable Decision decision) {

    /**
     * What was decided about a version.
     *
     * @param by the number of the account; whoever submitted it where it was withdrawn
     * @param heldFor the account in whose place that person decided as a deputy, or null
     * @param at when
     * @param reason why; always there for a rejection
     */
    public record Decision(
            long by,
            @Nullable Long heldFor,
            Instant at,
            @Nullable String reason) {}

    /** The title in a language. */
    public String title(String language) {
        return language.equals("zh-Hant") ? titleZhHant : title;
    }
}
