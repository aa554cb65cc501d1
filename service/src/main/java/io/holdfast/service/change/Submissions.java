package io.holdfast.service.change;

import io.holdfast.service.approval.Approvals;
import io.holdfast.service.approval.Document;
import io.holdfast.service.approval.Frozen;
import io.holdfast.service.approval.SubjectState;
import io.holdfast.service.approval.SubjectStates;
import io.holdfast.service.approval.Wish;
import io.holdfast.service.change.Changes.Standing;
import io.holdfast.service.change.Stage.Step;
import io.holdfast.service.change.internal.Impacts;
import io.holdfast.service.change.internal.ProposalShape;
import io.holdfast.service.change.internal.Refusals;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterState;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The door to the approval of changes: what is submitted is frozen with its impact at that moment, and of one of high risk a
 * baseline of the register is taken. For any number of threads.
 */
@Singleton
public class Submissions {

    private final Changes changes;
    private final ChangeDrafts drafts;
    private final Approvals approvals;
    private final SubjectStates states;
    private final Register register;

    Submissions(Changes changes, ChangeDrafts drafts, Approvals approvals, SubjectStates states, Register register) {
        this.changes = changes;
        this.drafts = drafts;
        this.approvals = approvals;
        this.states = states;
        this.register = register;
    }

    /** Where the approval stands, and what differs from what is approved. */
    public SubjectState state(long id, String language) {
        Change change = changes.get(id).change();
        return states.of(drafts.draft(change, change.submitted()), language);
    }

    /**
     * Submits a change as it is now. Refused with {@code changed-meanwhile} where it is not the one that was seen, {@code change-incomplete}
     * while something is missing, {@code change-stage} where it cannot be, {@code invalid} where it touches what the register does not
     * have.
     *
     * @param seen the version that is submitted, or null to submit whatever is stored
     */
    @Transactional
    public Document submit(long id, Wish wish, @Nullable Integer seen) {
        Standing before = changes.lock(id);
        Change change = before.change();
        if (seen != null && seen != change.version()) {
            throw Refusals.outdated(change.version());
        }
        Changes.require(before, Step.SUBMIT, "submitted");
        List<String> missing = ProposalShape.missing(change.proposal());
        if (!missing.isEmpty()) {
            throw Refusals.incomplete(missing, "submitted");
        }
        RegisterState state = register.requireState();
        Impact impact = Impacts.of(state, change.proposal(), changes.now());
        requireKnown(impact);
        Submitted frozen = new Submitted(impact, names(state, change.proposal()), change.execution());
        Long baseline = changes.baselineBefore(change);
        Document document = approvals.submit(drafts.draft(change, frozen), wish);
        int number = document.versions().getFirst().number();
        changes.save(change, change.withSubmission(frozen, number, baseline), "submit", null, null);
        return document;
    }

    private static void requireKnown(Impact impact) {
        if (!impact.unknown().isEmpty()) {
            throw Refusals.invalid(impact.unknown().stream()
                    .map(each -> new Violation(
                            "$.elements",
                            "unknown-element",
                            "elements names '" + each
                                    + "', which the register does not have. Add it there, or take it out here.",
                            null,
                            null,
                            each))
                    .toList());
        }
    }

    private static Map<String, ElementName> names(RegisterState state, Proposal proposal) {
        Map<String, ElementName> names = new TreeMap<>();
        for (String id : proposal.elements()) {
            Label label = state.findLabel(Id.of(id)).orElse(Label.NONE);
            names.put(id, new ElementName(label.nameIn("en", id), label.nameIn("zh-Hant", id)));
        }
        return names;
    }

    /** A version with what was submitted. */
    public record Version(Document document, Frozen frozen) {}

    /** A version as it was submitted; a problem {@code unknown-version} where there is none. */
    public Version version(long id, int number) {
        Optional<Document> document = approvals.findDocument(Changes.TYPE, Long.toString(id));
        return document.flatMap(
                        found -> approvals.findFrozen(found.id(), number).map(frozen -> new Version(found, frozen)))
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "unknown-version",
                        "Change " + id + " has no version " + number + ". GET /api/changes/" + id
                                + "/approval says which it has."));
    }
}
