package io.holdfast.service.change.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.change.Baseline;
import io.holdfast.service.change.Change;
import io.holdfast.service.change.Changes.Standing;
import io.holdfast.service.change.Closing;
import io.holdfast.service.change.ElementRef;
import io.holdfast.service.change.Execution;
import io.holdfast.service.change.Impact;
import io.holdfast.service.change.Proposal;
import io.holdfast.service.change.Stage;
import io.holdfast.service.change.internal.ProposalShape;
import io.holdfast.service.register.RegisterState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A change as the API shows it.
 *
 * @param id its number
 * @param version goes up by one with every change of it; also its ETag
 * @param state draft, submitted, approved, rejected, carried-out, cancelled or closed
 * @param agreement of what was carried out: not-asked, waiting, given or refused; else null
 * @param steps what can be done with it now: edit, reopen, submit, carry-out, close, cancel
 * @param missing keys of the proposal that must be said before it is submitted
 * @param proposal what is meant
 * @param elements the touched elements with what the register calls them now
 * @param zone the organisation's time zone, of the window and of the times of its execution
 * @param impact what hung on its elements when it was submitted, or null where it never was
 * @param execution how it was carried out, or null
 * @param approvalDue until when an emergency must be approved that was carried out before, or null
 * @param overdue whether that moment has passed without anybody's agreement
 * @param closing its end, or null
 * @param before the baseline before it, or null
 * @param after the baseline after it, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ChangeView(
        long id,
        int version,
        String state,
        @Nullable String agreement,
        List<String> steps,
        List<String> missing,
        Proposal proposal,
        List<ElementRef> elements,
        String zone,
        @Nullable Impact impact,
        @Nullable Execution execution,
        @Nullable Instant approvalDue,
        boolean overdue,
        @Nullable Closing closing,
        @Nullable Baseline before,
        @Nullable Baseline after,
        Instant createdAt,
        String createdBy,
        Instant changedAt,
        String changedBy) {

    static ChangeView of(
            Standing standing,
            Optional<RegisterState> register,
            String zone,
            Function<Long, Baseline> baselines,
            Instant now) {
        Change change = standing.change();
        Proposal proposal = change.proposal();
        Long before = change.baselineBefore();
        Long after = change.baselineAfter();
        var submitted = change.submitted();
        return new ChangeView(
                change.id(),
                change.version(),
                standing.stage().word(),
                agreement(standing.stage()),
                standing.stage().steps(proposal.route()).stream()
                        .map(each -> word(each))
                        .toList(),
                ProposalShape.missing(proposal),
                proposal,
                proposal.elements().stream()
                        .map(each -> ElementRef.of(register, each))
                        .toList(),
                zone,
                submitted == null ? null : submitted.impact(),
                change.execution(),
                change.approvalDue(),
                isOverdue(standing, now),
                change.closing(),
                before == null ? null : baselines.apply(before),
                after == null ? null : baselines.apply(after),
                change.createdAt(),
                change.createdBy(),
                change.changedAt(),
                change.changedBy());
    }

    static @Nullable String agreement(Stage stage) {
        return stage instanceof Stage.CarriedOut done ? word(done.agreement()) : null;
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the deadline of an emergency has passed, and nobody has decided yet. */
    static boolean isOverdue(Standing standing, Instant now) {
        Instant due = standing.change().approvalDue();
        return due != null
                && due.isBefore(now)
                && standing.stage() instanceof Stage.CarriedOut done
                && switch (done.agreement()) {
                    case NOT_ASKED, WAITING -> true;
                    case GIVEN, REFUSED -> false;
                };
    }
}
