package io.holdfast.service.approval;

import io.holdfast.service.identity.Accounts;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The door for rooms whose records are locked while a version holds: where their approvals stand. For any number of threads. */
@Singleton
public class Standings {

    private final Approvals approvals;
    private final SubjectStates states;
    private final Accounts accounts;

    Standings(Approvals approvals, SubjectStates states, Accounts accounts) {
        this.approvals = approvals;
        this.states = states;
        this.accounts = accounts;
    }

    /** That of one subject, with what was approved of it: {@code record} of the basis of its version. */
    public Standing of(String type, String subject) {
        return approvals
                .findDocument(type, subject)
                .map(document -> of(document, accounts.listNames(), true))
                .orElse(Standing.NONE);
    }

    /** Those of all subjects of a type that were ever submitted, by subject, without what was approved. */
    @ReadOnly
    public Map<String, Standing> all(String type) {
        Map<Long, String> names = accounts.listNames();
        return approvals.listDocuments().stream()
                .filter(document -> document.type().equals(type))
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
