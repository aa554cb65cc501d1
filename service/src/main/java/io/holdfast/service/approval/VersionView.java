package io.holdfast.service.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.approval.internal.Mandate;
import io.holdfast.service.kernel.access.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version as the API shows it to somebody.
 *
 * @param document the number of its document
 * @param type what kind of subject
 * @param subject which one
 * @param number its number
 * @param title what it is, in the language asked for
 * @param unit the unit it belongs to, or null
 * @param state where it stands
 * @param hash SHA-256 of the content; also its ETag
 * @param note what whoever submitted it says
 * @param validFrom from this day
 * @param validUntil to this day, or null
 * @param reviewOn looked at again at the latest
 * @param submittedBy the name of who submitted it
 * @param submittedAt when
 * @param decidedBy the name of who decided, or null
 * @param decidedFor the name of whose deputy they were, or null
 * @param decidedAt when, or null
 * @param reason what they said, or null
 * @param mine whether whoever asks submitted it
 * @param mayDecide whether whoever asks may approve or reject it now
 * @param mayNot why they may not, where it waits: no-person, own-work, for-submitter or not-in-unit; else null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record VersionView(
        long document,
        String type,
        String subject,
        int number,
        String title,
        @Nullable String unit,
        VersionState state,
        String hash,
        String note,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        LocalDate reviewOn,
        String submittedBy,
        Instant submittedAt,
        @Nullable String decidedBy,
        @Nullable String decidedFor,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        boolean mine,
        boolean mayDecide,
        @Nullable String mayNot) {

    /** The view of a version for somebody, with the names of people by number. */
    public static VersionView of(
            Document document, Version version, String language, Map<Long, String> names, Principal reader) {
        Version.Decision decision = version.decision();
        boolean waits = version.state() == VersionState.SUBMITTED;
        Mandate mandate = Mandate.of(reader, version);
        Long account = reader.account();
        return new VersionView(
                document.id(),
                document.type(),
                document.subject(),
                version.number(),
                version.title(language),
                version.unit(),
                version.state(),
                version.hash(),
                version.note(),
                version.validFrom(),
                version.validUntil(),
                version.reviewOn(),
                name(names, version.submittedBy()),
                version.submittedAt(),
                decision == null ? null : name(names, decision.by()),
                decision == null || decision.heldFor() == null ? null : name(names, decision.heldFor()),
                decision == null ? null : decision.at(),
                decision == null ? null : decision.reason(),
                account != null && account == version.submittedBy(),
                waits && mandate instanceof Mandate.Held,
                waits && mandate instanceof Mandate.Missing missing ? word(missing.why()) : null);
    }

    private static String name(Map<Long, String> names, long account) {
        return names.getOrDefault(account, Long.toString(account));
    }

    private static String word(Mandate.Why why) {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
