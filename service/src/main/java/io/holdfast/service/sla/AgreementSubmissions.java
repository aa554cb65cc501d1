package io.holdfast.service.sla;

import io.holdfast.service.approval.Approvals;
import io.holdfast.service.approval.Document;
import io.holdfast.service.approval.Draft;
import io.holdfast.service.approval.Frozen;
import io.holdfast.service.approval.SubjectState;
import io.holdfast.service.approval.SubjectStates;
import io.holdfast.service.approval.Wish;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.simulator.model.Id;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The door to the approval of agreements: submission and versions (row S3). For any number of threads. */
@Singleton
public class AgreementSubmissions {

    private final AgreementDrafts drafts;
    private final Agreements agreements;
    private final Approvals approvals;
    private final SubjectStates states;

    AgreementSubmissions(AgreementDrafts drafts, Agreements agreements, Approvals approvals, SubjectStates states) {
        this.drafts = drafts;
        this.agreements = agreements;
        this.approvals = approvals;
        this.states = states;
    }

    /** Where the approval stands, and what differs from what is approved. */
    public SubjectState state(String id, String language) {
        return states.of(draft(id), language);
    }

    /**
     * Submits what is agreed about an element as it is now; it is reviewed on the first day that an agreement of it names, unless
     * somebody wishes another one. Refused with {@code agreements-incomplete} while something is missing, and with {@code changed-meanwhile}.
     *
     * @param seen the version of its entry in the register that was seen, or null for whichever
     */
    public Document submit(String id, Wish wish, @Nullable Integer seen) {
        Draft draft = draft(id);
        Acting.require(Permission.EDIT_REGISTER, draft.unit());
        int version =
                agreements.version(id); // after the draft was read: it is no older, so what is frozen is what was seen
        if (seen != null && seen != version) {
            throw ProblemException.changedMeanwhile(List.of(), version);
        }
        List<String> missing = agreements.get(id).missing();
        if (!missing.isEmpty()) {
            throw Refusals.incomplete(missing);
        }
        return approvals.submit(draft, withReview(wish, draft));
    }

    private Wish withReview(Wish wish, Draft draft) {
        LocalDate last = draft.validFrom().plusYears(1);
        LocalDate end = wish.validUntil() != null && wish.validUntil().isBefore(last) ? wish.validUntil() : last;
        return agreements.agreed().of(Id.of(draft.subject())).stream()
                .map(Agreement::nextReview)
                .filter(day ->
                        day != null && wish.reviewOn() == null && !day.isBefore(draft.validFrom()) && !day.isAfter(end))
                .min(Comparator.naturalOrder())
                .map(day -> new Wish(wish.note(), wish.validUntil(), day))
                .orElse(wish);
    }

    /** A version with what was submitted. */
    public record Submitted(Document document, Frozen frozen) {}

    /** A version as it was submitted; a problem {@code unknown-version} where there is none. */
    public Submitted version(String id, int number) {
        Optional<Document> document = approvals.findDocument(AgreementDrafts.TYPE, id);
        return document.flatMap(
                        found -> approvals.findFrozen(found.id(), number).map(frozen -> new Submitted(found, frozen)))
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "unknown-version",
                        "The agreements about '" + id + "' have no version " + number + ". GET /api/service-levels/"
                                + id + "/approval says which they have."));
    }

    private Draft draft(String id) {
        return drafts.findDraft(id).orElseThrow(() -> Refusals.unknown(id));
    }
}
