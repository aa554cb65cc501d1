package io.holdfast.service.drillplan;

import io.holdfast.service.approval.Approvals;
import io.holdfast.service.approval.Document;
import io.holdfast.service.approval.Frozen;
import io.holdfast.service.approval.SubjectState;
import io.holdfast.service.approval.SubjectStates;
import io.holdfast.service.approval.Wish;
import io.holdfast.service.drillplan.internal.Mandatory;
import io.holdfast.service.drillplan.internal.PlannedModel;
import io.holdfast.service.drillplan.internal.Refusals;
import io.holdfast.service.drillplan.store.PlanStore;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterState;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The door to the approval of drill plans: what is submitted is frozen with what the model predicts at that moment. For any number
 * of threads.
 */
@Singleton
public class PlanSubmissions {

    private final DrillPlans plans;
    private final PlanStore store;
    private final PlanForecasts forecasts;
    private final DrillPlanDrafts drafts;
    private final Approvals approvals;
    private final SubjectStates states;
    private final Register register;

    PlanSubmissions(
            DrillPlans plans,
            PlanStore store,
            PlanForecasts forecasts,
            DrillPlanDrafts drafts,
            Approvals approvals,
            SubjectStates states,
            Register register) {
        this.plans = plans;
        this.store = store;
        this.forecasts = forecasts;
        this.drafts = drafts;
        this.approvals = approvals;
        this.states = states;
        this.register = register;
    }

    /** Where the approval stands, and what differs from what is approved. */
    @ReadOnly
    public SubjectState state(long id, String language) {
        PlanStore.Row row = store.find(id).orElseThrow(() -> Refusals.unknownPlan(id));
        return states.of(drafts.draft(row, row.submission()), language);
    }

    /**
     * Submits a plan as it is now. Refused with {@code changed-meanwhile} where it is not the one that was seen, {@code plan-incomplete}
     * while something mandatory is missing (row D10), {@code invalid} where it names what the register does not have, {@code
     * plan-not-predicted} while the model has not been asked about it as it is, {@code plan-stage} where it cannot be.
     *
     * @param seen the version that is submitted, or null to submit whatever is stored
     */
    @Transactional
    public Document submit(long id, Wish wish, @Nullable Integer seen) {
        PlanStore.Row row = plans.lock(id);
        if (seen != null && seen != row.version()) {
            throw ProblemException.changedMeanwhile(List.of(), row.version());
        }
        DrillPlans.require(plans.get(id).stage(), "submitted", PlanStage.DRAFT);
        List<String> missing = Mandatory.missing(row.content());
        if (!missing.isEmpty()) {
            throw Refusals.incomplete(missing);
        }
        RegisterState state = register.requireState();
        List<Violation> unknown = PlannedModel.unknown(state.model(), row.content());
        if (!unknown.isEmpty()) {
            throw ProblemException.invalid(unknown);
        }
        Submitted frozen = new Submitted(predicted(id), PlannedModel.names(state, row.content()));
        Document document = approvals.submit(drafts.draft(row, frozen), wish);
        int number = document.versions().getFirst().number();
        plans.save(row.withSubmission(number, frozen), "submit", null, null);
        return document;
    }

    private Prediction predicted(long id) {
        PlanForecasts.State state = forecasts.state(id);
        return switch (state.status()) {
            case NONE -> throw Refusals.notPredicted("the model was not asked what the drill will be like.");
            case RUNNING -> throw Refusals.notPredicted("the model is still working out what the drill will be like.");
            case OUTDATED ->
                throw Refusals.notPredicted(
                        "the plan or the register says something else than when the model was asked.");
            case READY -> Objects.requireNonNull(state.prediction(), "a run that is over has said something");
        };
    }

    /** A version with what was submitted. */
    public record Version(Document document, Frozen frozen) {}

    /** A version as it was submitted; a problem {@code unknown-version} where there is none. */
    @ReadOnly
    public Version version(long id, int number) {
        return approvals
                .findDocument(DrillPlans.TYPE, Long.toString(id))
                .flatMap(found -> approvals.findFrozen(found.id(), number).map(frozen -> new Version(found, frozen)))
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "unknown-version",
                        "Drill plan " + id + " has no version " + number + ". GET /api/drill-plans/" + id
                                + "/approval says which it has."));
    }
}
