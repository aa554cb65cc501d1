package io.holdfast.service.bia;

import io.holdfast.service.approval.Approvals;
import io.holdfast.service.approval.Document;
import io.holdfast.service.approval.ReviewReason;
import io.holdfast.service.approval.SubjectStates;
import io.holdfast.service.approval.Version;
import io.holdfast.service.approval.VersionState;
import io.holdfast.service.bia.AnalysisView.Standing;
import io.holdfast.service.identity.Accounts;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where approvals of analyses stand. For any number of threads. */
@Singleton
class Standings {

    static final Standing NONE = new Standing("draft", false, null, null, null, null, null, null, List.of());

    private final Approvals approvals;
    private final SubjectStates states;
    private final Accounts accounts;

    Standings(Approvals approvals, SubjectStates states, Accounts accounts) {
        this.approvals = approvals;
        this.states = states;
        this.accounts = accounts;
    }

    /** That of one analysis, with what was approved of it. */
    Standing of(String subject) {
        return approvals
                .findDocument(AnalysisDrafts.TYPE, subject)
                .map(document -> of(document, accounts.listNames(), true))
                .orElse(NONE);
    }

    /** Those of all analyses that were ever submitted, by subject, without what was approved. */
    Map<String, Standing> all() {
        Map<Long, String> names = accounts.listNames();
        return approvals.listDocuments().stream()
                .filter(document -> document.type().equals(AnalysisDrafts.TYPE))
                .collect(Collectors.toMap(Document::subject, document -> of(document, names, false)));
    }

    private Standing of(Document document, Map<Long, String> names, boolean withContent) {
        List<String> due =
                states.listDue(document).stream().map(ReviewReason::kind).toList();
        Optional<Version> approved = document.findApproved();
        Version.@Nullable Decision decision = approved.map(Version::decision).orElse(null);
        boolean changed = due.contains("changed");
        Integer waiting = document.findWaiting().map(Version::number).orElse(null);
        return new Standing(
                state(document, approved.isPresent(), changed),
                waiting != null || (approved.isPresent() && !changed),
                get(approved, Version::number),
                decision == null ? null : names.getOrDefault(decision.by(), Long.toString(decision.by())),
                decision == null ? null : decision.at(),
                get(approved, Version::reviewOn),
                withContent
                        ? approved.flatMap(each -> approvals.findFrozen(document.id(), each.number()))
                                .map(frozen -> frozen.basis().path("record"))
                                .orElse(null)
                        : null,
                waiting,
                due.stream().filter(each -> !each.equals("changed")).toList());
    }

    private static <T> @Nullable T get(Optional<Version> version, Function<Version, T> part) {
        return version.map(part).orElse(null);
    }

    private static String state(Document document, boolean approved, boolean changed) {
        if (document.findWaiting().isPresent()) {
            return "waiting";
        }
        if (approved && !changed) {
            return "approved";
        }
        if (document.versions().getFirst().state() == VersionState.REJECTED) {
            return "rejected";
        }
        return approved ? "changed" : "draft";
    }
}
