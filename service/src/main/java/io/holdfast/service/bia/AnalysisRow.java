package io.holdfast.service.bia;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.approval.Standing;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An analysis in a list.
 *
 * @param thing what it is about
 * @param kind the kind of an asset; the type of all else
 * @param owner who answers for it, or null
 * @param tier the tier that is stated, or null
 * @param proposedTier the one that is proposed, or null
 * @param mtpdHours the MTPD that is stated, or null
 * @param rtoHours the RTO that is stated, or null
 * @param rpoHours the RPO that is stated, or null
 * @param proposedMtpdHours what its curves propose, or null
 * @param proposedRtoHours what is proposed below it, or null
 * @param missing how much has to be said before it can be submitted
 * @param nextReview the day that its writers have set, or null
 * @param standing where its approval stands
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AnalysisRow(
        Thing thing,
        String kind,
        @Nullable String owner,
        @Nullable Integer tier,
        @Nullable Integer proposedTier,
        @Nullable Double mtpdHours,
        @Nullable Double rtoHours,
        @Nullable Double rpoHours,
        @Nullable Double proposedMtpdHours,
        @Nullable Double proposedRtoHours,
        int missing,
        @Nullable LocalDate nextReview,
        Standing standing) {

    /** How long one can be without it: as stated, else as proposed; infinite where nobody knows. */
    double urgency() {
        Double hours = mtpdHours != null ? mtpdHours : proposedMtpdHours;
        return hours == null ? Double.POSITIVE_INFINITY : hours;
    }

    /** By when it must be back: as stated, else as proposed; infinite where nobody knows. */
    double recovery() {
        Double hours = rtoHours != null ? rtoHours : proposedRtoHours;
        return hours == null ? Double.POSITIVE_INFINITY : hours;
    }
}
