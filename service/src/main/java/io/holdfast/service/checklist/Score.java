package io.holdfast.service.checklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How a checklist stands. What is not applicable is left out of every share; what is open counts as not met.
 *
 * @param asked items that are asked of this thing
 * @param met items that are met
 * @param partly items that are met in part, which no share counts
 * @param notMet items that are not met
 * @param notApplicable items that cannot be asked here
 * @param open items that nobody has answered
 * @param share met ÷ (asked − not applicable); null where nothing is left
 * @param shallMet of the items that are 應, those met
 * @param shallAsked of the items that are 應, those asked and applicable
 * @param overdue answers whose next check is before today
 * @param stale answers that rest on evidence which is older than their interval, or was deleted
 * @param withoutEvidence items said to be met, wholly or in part, on which nothing is shown
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Score(
        int asked,
        int met,
        int partly,
        int notMet,
        int notApplicable,
        int open,
        @Nullable Double share,
        int shallMet,
        int shallAsked,
        int overdue,
        int stale,
        int withoutEvidence) {}
