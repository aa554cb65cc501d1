package io.holdfast.service.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.approval.Standing;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service of the catalogue, or another element that something is agreed about.
 *
 * @param thing what it is about
 * @param owner who answers for it, or null
 * @param agreements what is agreed, in short
 * @param availability what an SLA promises, or null
 * @param period the period of that, {@code month}, {@code quarter} or {@code year}; null without an SLA
 * @param composite what follows at best from what is promised to it, or null
 * @param verdict of the check of the chain, see {@link PromiseCheck}
 * @param missingLinks how much on the way promises nothing
 * @param gaps what is wrong with its contracts, see {@link SupplierGap}, each word once
 * @param missing how much has to be said before it can be submitted
 * @param reminders days that come soon or have passed
 * @param standing where its approval stands
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AgreementRow(
        AgreedThing thing,
        @Nullable String owner,
        List<Brief> agreements,
        @Nullable Double availability,
        @Nullable String period,
        @Nullable Double composite,
        String verdict,
        int missingLinks,
        List<String> gaps,
        int missing,
        List<Reminder> reminders,
        Standing standing) {

    /** Copies the lists. */
    public AgreementRow {
        agreements = List.copyOf(agreements);
        gaps = List.copyOf(gaps);
        reminders = List.copyOf(reminders);
    }

    /** The same where its approval stands so. */
    AgreementRow with(Standing other) {
        return new AgreementRow(
                thing,
                owner,
                agreements,
                availability,
                period,
                composite,
                verdict,
                missingLinks,
                gaps,
                missing,
                reminders,
                other);
    }

    /** An agreement in short. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Brief(
            String id,
            String kind,
            @Nullable String name,
            @Nullable String counterparty,
            @Nullable Double availability,
            String period,
            boolean inForce,
            @Nullable LocalDate end,
            @Nullable LocalDate nextReview) {}
}
