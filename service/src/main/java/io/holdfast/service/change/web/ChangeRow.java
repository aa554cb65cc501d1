package io.holdfast.service.change.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.change.Change;
import io.holdfast.service.change.ChangeKind;
import io.holdfast.service.change.Changes.Standing;
import io.holdfast.service.change.Execution;
import io.holdfast.service.change.Outcome;
import io.holdfast.service.change.Proposal;
import io.holdfast.service.change.Risk;
import io.holdfast.service.change.Route;
import io.holdfast.service.change.internal.ChangeWords;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A change in the list.
 *
 * @param state draft, submitted, approved, rejected, carried-out, cancelled or closed
 * @param agreement of what was carried out: not-asked, waiting, given or refused; else null
 * @param outcome how it went, or null while it was not carried out
 * @param elements the ids of the touched elements
 * @param from when it begins or began, in the organisation's time, or null
 * @param until when it ends or ended, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ChangeRow(
        long id,
        int version,
        String title,
        ChangeKind kind,
        Route route,
        Risk risk,
        String state,
        @Nullable String agreement,
        @Nullable Outcome outcome,
        String implementer,
        List<String> elements,
        @Nullable LocalDateTime from,
        @Nullable LocalDateTime until,
        @Nullable Instant approvalDue,
        boolean overdue) {

    static ChangeRow of(Standing standing, Instant now) {
        Change change = standing.change();
        Proposal proposal = change.proposal();
        Execution execution = change.execution();
        return new ChangeRow(
                change.id(),
                change.version(),
                proposal.title(),
                proposal.kind(),
                proposal.route(),
                proposal.risk(),
                standing.stage().word(),
                ChangeView.agreement(standing.stage()),
                execution == null ? null : execution.outcome(),
                proposal.implementer(),
                proposal.elements(),
                execution == null ? proposal.windowStart() : execution.startedAt(),
                execution == null ? proposal.windowEnd() : execution.endedAt(),
                change.approvalDue(),
                ChangeView.isOverdue(standing, now));
    }

    boolean matches(String letters) {
        return Stream.concat(Stream.of(title, implementer, ChangeWords.number(id)), elements.stream())
                .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(letters));
    }
}
