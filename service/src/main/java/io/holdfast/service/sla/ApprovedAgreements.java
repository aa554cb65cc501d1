package io.holdfast.service.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Agreements about an element as they are submitted, read and compared, in one language.
 *
 * @param name what they are about
 * @param type asset, service or process
 * @param owner who answers for it, or null
 * @param serviceLevel what its SLA promises and pays, or null
 * @param agreements what is agreed
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ApprovedAgreements(
        String name,
        String type,
        @Nullable String owner,
        @Nullable LevelTerms serviceLevel,
        List<AgreementTerms> agreements) {

    /** Copies the list. */
    public ApprovedAgreements {
        agreements = List.copyOf(agreements);
    }

    /** What an SLA promises and pays back. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record LevelTerms(
            @Nullable Double availability,
            String period,
            double fee,
            List<AvailabilityCredit> availabilityCredits,
            List<OutageCredit> outageCredits) {}

    /** The share of the fee below an availability. */
    public record AvailabilityCredit(double below, double feeShare) {}

    /** The share of the fee for an outage that is longer. */
    public record OutageCredit(double longerHours, double feeShare) {}

    /** An agreement. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record AgreementTerms(
            String id,
            String name,
            String kind,
            @Nullable String counterparty,
            String covers,
            @Nullable Double availability,
            String period,
            @Nullable Double longestOutageHours,
            @Nullable Double promisedRtoHours,
            @Nullable Double promisedRpoHours,
            @Nullable String startsOn,
            @Nullable String endsOn,
            @Nullable Integer noticeDays,
            @Nullable String nextReview,
            @Nullable String normalEnd,
            @Nullable String earlyEnd,
            @Nullable String exitPlan,
            List<SubcontractorTerms> subcontractors,
            @Nullable ContinuityTerms continuityPlan,
            @Nullable String reportsEvery,
            @Nullable String notes) {}

    /** Whom a counterparty relies on. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record SubcontractorTerms(
            String name, String role, @Nullable String element) {}

    /** A counterparty's continuity plan. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ContinuityTerms(
            @Nullable Double promisedRtoHours,
            @Nullable Double promisedRpoHours,
            @Nullable String evidenceOn,
            @Nullable String document,
            @Nullable String lastDrillOn) {}
}
