package io.holdfast.service.change;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change as it is kept.
 *
 * @param id its number
 * @param version goes up by one with every change of it
 * @param proposal what is meant
 * @param submitted what was frozen with the newest submission, or null
 * @param submittedVersion which version of its document says what the proposal says; null while it says something else
 * @param execution how it was carried out, or null
 * @param approvalDue until when an emergency must be approved that was carried out before, or null
 * @param closing its end, or null
 * @param baselineBefore the number of the baseline before it, or null
 * @param baselineAfter the number of the baseline after it, or null
 * @param createdAt when it was written down
 * @param createdBy by whom
 * @param changedAt when it was changed last
 * @param changedBy by whom
 */
public record Change(
        long id,
        int version,
        Proposal proposal,
        @Nullable Submitted submitted,
        @Nullable Integer submittedVersion,
        @Nullable Execution execution,
        @Nullable Instant approvalDue,
        @Nullable Closing closing,
        @Nullable Long baselineBefore,
        @Nullable Long baselineAfter,
        Instant createdAt,
        String createdBy,
        Instant changedAt,
        String changedBy) {

    /** A change that nobody has stored yet. */
    public static Change draft(Proposal proposal, Instant now, String who) {
        return new Change(0, 1, proposal, null, null, null, null, null, null, null, now, who, now, who);
    }

    /** The next version, changed by somebody. */
    public Change changed(Instant now, String who) {
        return new Change(
                id,
                version + 1,
                proposal,
                submitted,
                submittedVersion,
                execution,
                approvalDue,
                closing,
                baselineBefore,
                baselineAfter,
                createdAt,
                createdBy,
                now,
                who);
    }

    /** The same with another proposal, which nobody has submitted. */
    public Change withProposal(Proposal other) {
        return new Change(
                id,
                version,
                other,
                submitted,
                null,
                execution,
                approvalDue,
                closing,
                baselineBefore,
                baselineAfter,
                createdAt,
                createdBy,
                changedAt,
                changedBy);
    }

    /** The same as submitted; the baseline may be null. */
    public Change withSubmission(Submitted frozen, @Nullable Integer number, @Nullable Long baseline) {
        return new Change(
                id,
                version,
                proposal,
                frozen,
                number,
                execution,
                approvalDue,
                closing,
                baseline,
                baselineAfter,
                createdAt,
                createdBy,
                changedAt,
                changedBy);
    }

    /** The same as carried out; the deadline is null where somebody has agreed before. */
    public Change withExecution(Execution how, @Nullable Instant due, @Nullable Long baseline) {
        return new Change(
                id,
                version,
                proposal,
                submitted,
                submittedVersion,
                how,
                due,
                closing,
                baseline,
                baselineAfter,
                createdAt,
                createdBy,
                changedAt,
                changedBy);
    }

    /** The same as closed or called off; the baseline may be null. */
    public Change withClosing(Closing end, @Nullable Long baseline) {
        return new Change(
                id,
                version,
                proposal,
                submitted,
                submittedVersion,
                execution,
                approvalDue,
                end,
                baselineBefore,
                baseline,
                createdAt,
                createdBy,
                changedAt,
                changedBy);
    }
}
