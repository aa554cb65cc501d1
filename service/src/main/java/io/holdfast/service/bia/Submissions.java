package io.holdfast.service.bia;

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
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The door to the approval of analyses: submission, versions, and what calls for a review. For any number of threads. */
@Singleton
public class Submissions {

    /** What somebody can say has happened that calls for a review. */
    public enum Trigger {
        /** The business, or what it rests on, has changed much. */
        MAJOR_CHANGE,
        /** An incident showed something else. */
        INCIDENT,
        /** A drill did. */
        DRILL,
        /** The law, a contract or a supervisor asks for something else. */
        REGULATION
    }

    private final AnalysisDrafts drafts;
    private final Analyses analyses;
    private final Approvals approvals;
    private final SubjectStates states;

    Submissions(AnalysisDrafts drafts, Analyses analyses, Approvals approvals, SubjectStates states) {
        this.drafts = drafts;
        this.analyses = analyses;
        this.approvals = approvals;
        this.states = states;
    }

    /** Where the approval stands, and what differs from what is approved. */
    public SubjectState state(String id, String language) {
        return states.of(draft(id), language);
    }

    /**
     * Submits an analysis as it is now; it is reviewed on the day that it names itself, unless somebody wishes another one. Refused
     * with {@code analysis-incomplete} while something is missing, and with {@code changed-meanwhile}.
     *
     * @param seen the version of its entry in the register that was seen, or null for whichever
     */
    public Document submit(String id, Wish wish, @Nullable Integer seen) {
        Draft draft = draft(id);
        Acting.require(Permission.EDIT_REGISTER, draft.unit());
        int version =
                analyses.version(id); // after the draft was read: it is no older, so what is frozen is what was seen
        if (seen != null && seen != version) {
            throw ProblemException.changedMeanwhile(List.of(), version);
        }
        AnalysisView view = analyses.get(id);
        if (!view.missing().isEmpty()) {
            throw Refusals.incomplete(view.missing());
        }
        return approvals.submit(draft, withReview(wish, draft));
    }

    private static Wish withReview(Wish wish, Draft draft) {
        if (wish.reviewOn() != null) {
            return wish;
        }
        LocalDate last = draft.validFrom().plusYears(1);
        LocalDate end = wish.validUntil() != null && wish.validUntil().isBefore(last) ? wish.validUntil() : last;
        LocalDate next = nextReview(draft);
        boolean fits = next != null && !next.isBefore(draft.validFrom()) && !next.isAfter(end);
        return fits ? new Wish(wish.note(), wish.validUntil(), next) : wish;
    }

    private static @Nullable LocalDate nextReview(Draft draft) {
        var day = draft.content().path("en").path("nextReview");
        return day.isTextual() ? LocalDate.parse(day.asText()) : null;
    }

    /** Says that something has happened that calls for a review of what is approved. */
    @Transactional
    public void announce(String id, Trigger trigger, String about) {
        Draft draft = draft(id);
        Acting.require(Permission.EDIT_REGISTER, draft.unit());
        Optional<Document> document = approvals.findDocument(AnalysisDrafts.TYPE, id);
        if (document.flatMap(Document::findApproved).isEmpty()) {
            throw Refusals.nothingApproved(id);
        }
        String kind = trigger.name().toLowerCase(Locale.ROOT).replace('_', '-');
        approvals.announce(AnalysisDrafts.TYPE, id, kind, about);
    }

    /** A version with what was submitted. */
    public record Submitted(Document document, Frozen frozen) {}

    /** A version as it was submitted; a problem {@code unknown-version} where there is none. */
    public Submitted version(String id, int number) {
        Optional<Document> document = approvals.findDocument(AnalysisDrafts.TYPE, id);
        return document.flatMap(
                        found -> approvals.findFrozen(found.id(), number).map(frozen -> new Submitted(found, frozen)))
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "unknown-version",
                        "The analysis of '" + id + "' has no version " + number + ". GET /api/impact-analyses/" + id
                                + "/approval says which it has."));
    }

    private Draft draft(String id) {
        return (Id.isValid(id) ? drafts.findDraft(Id.of(id)) : Optional.<Draft>empty())
                .orElseThrow(() -> Refusals.unknown(id));
    }
}
