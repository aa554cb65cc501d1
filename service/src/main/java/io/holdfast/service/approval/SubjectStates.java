package io.holdfast.service.approval;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.approval.internal.Difference;
import io.holdfast.service.identity.Accounts;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Principal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The door for reading: where the approval of a subject stands, what differs, what is due. For any number of threads. */
@Singleton
public class SubjectStates {

    private final Approvals approvals;
    private final Accounts accounts;
    private final List<ApprovalSource> sources;
    private final Clock clock;

    SubjectStates(Approvals approvals, Accounts accounts, List<ApprovalSource> sources, Clock clock) {
        this.approvals = approvals;
        this.accounts = accounts;
        this.sources = List.copyOf(sources);
        this.clock = clock;
    }

    /** Where a subject stands that would be submitted so now, told in a language to whoever asks. */
    public SubjectState of(Draft now, String language) {
        Optional<Document> found = approvals.findDocument(now.type(), now.subject());
        if (found.isEmpty()) {
            return SubjectState.NONE;
        }
        Document document = found.get();
        Map<Long, String> names = accounts.listNames();
        Principal reader = Acting.current();
        Optional<Version> approved = document.findApproved();
        boolean differs = approved.isPresent() && !approved.get().hash().equals(now.hash());
        return new SubjectState(
                approved.map(each -> VersionView.of(document, each, language, names, reader))
                        .orElse(null),
                document.findWaiting()
                        .map(each -> VersionView.of(document, each, language, names, reader))
                        .orElse(null),
                VersionView.of(document, document.versions().getFirst(), language, names, reader),
                differs,
                differs ? difference(document, approved.get().number(), now.content(), language) : List.of(),
                source(now.type()).filter(each -> each.isOver(now.subject())).isPresent()
                        ? List.of()
                        : approved.map(each -> reasons(document, each, Optional.of(now.hash())))
                                .orElse(List.of()));
    }

    private List<ChangedLine> difference(Document document, int before, JsonNode content, String language) {
        return findTold(document, before)
                .map(told -> Difference.of(told.content().path(language), content.path(language)))
                .orElse(List.of());
    }

    /** A version of a document as it may be told. */
    public Optional<Frozen> findTold(Document document, int number) {
        return approvals
                .findFrozen(document.id(), number)
                .map(frozen -> source(document.type())
                        .map(source -> new Frozen(source.told(frozen.content()), frozen.basis()))
                        .orElse(frozen));
    }

    /** What differs between two versions of a document in a language; where the earlier one is missing everything is new. */
    public List<ChangedLine> listDifference(Document document, int before, int after, String language) {
        return findTold(document, after)
                .map(told -> difference(document, before, told.content(), language))
                .orElse(List.of());
    }

    /** Why what is approved of a document must be looked at again; nothing where nothing is approved. */
    public List<ReviewReason> listDue(Document document) {
        Optional<ApprovalSource> source = source(document.type());
        if (source.filter(each -> each.isOver(document.subject())).isPresent()) {
            return List.of();
        }
        return document.findApproved()
                .map(approved -> reasons(document, approved, source.flatMap(each -> each.findHash(document.subject()))))
                .orElse(List.of());
    }

    private Optional<ApprovalSource> source(String type) {
        return sources.stream().filter(each -> each.type().equals(type)).findFirst();
    }

    private List<ReviewReason> reasons(Document document, Version approved, Optional<String> hash) {
        List<ReviewReason> reasons = new ArrayList<>(ReviewReason.of(document, approved, LocalDate.now(clock)));
        if (hash.isEmpty()) {
            reasons.add(new ReviewReason("gone", null));
        } else if (!hash.get().equals(approved.hash())) {
            reasons.add(new ReviewReason("changed", null));
        }
        return List.copyOf(reasons);
    }
}
