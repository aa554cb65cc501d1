package io.holdfast.service.drillplan;

import io.holdfast.service.drillplan.internal.PlannedModel;
import io.holdfast.service.drillplan.internal.PredictionReader;
import io.holdfast.service.drillplan.store.PlanStore;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.register.Register;
import io.holdfast.service.simulation.DrillOptions;
import io.holdfast.service.simulation.Run;
import io.holdfast.service.simulation.RunKind;
import io.holdfast.service.simulation.RunTask;
import io.holdfast.service.simulation.Simulations;
import io.holdfast.simulator.format.ModelDigest;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The door to predictions: a run of kind drill on the register with a plan as one more written drill. Whether a run is of the plan
 * as it is now, its model's digest says. For any number of threads.
 */
@Singleton
public class PlanForecasts {

    /** Trials of each type: the 80 % band is known to one or two hundredths of its length. */
    static final long TRIALS = 20_000;

    private static final long SEED = 1;

    /** What a drill would teach is another question, asked by the schedule. */
    private static final DrillOptions OPTIONS = new DrillOptions(null, null, null, null, 0);

    private final DrillPlans plans;
    private final Register register;
    private final Simulations simulations;

    PlanForecasts(DrillPlans plans, Register register, Simulations simulations) {
        this.plans = plans;
        this.register = register;
        this.simulations = simulations;
    }

    /** How far the newest prediction is. */
    public enum Status {
        /** The model was never asked. */
        NONE,
        /** A run waits or works. */
        RUNNING,
        /** There is one of the plan and the register as they are. */
        READY,
        /** There is one, but the plan or the register says something else by now. */
        OUTDATED;

        /** The word of the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Where the prediction of a plan stands.
     *
     * @param status how far it is
     * @param run the newest run, or null
     * @param prediction what it says, or null where it has said nothing yet
     */
    public record State(
            Status status, @Nullable Run run, @Nullable Prediction prediction) {}

    /** Asks the model anew; refused with {@code invalid} where the plan names what the register does not have, or no type or scope. */
    @Transactional
    public State ask(long id) {
        PlanStore.Row row = plans.lock(id);
        DrillPlans.require(plans.get(id).stage(), "predicted", PlanStage.DRAFT);
        ContinuityModel model = register.requireModel();
        requireKnown(model, row.content());
        simulations.request(
                RunTask.ofDrill(PlannedModel.id(id), OPTIONS), PlannedModel.of(model, id, row.content()), TRIALS, SEED);
        return state(id);
    }

    /**
     * The register as it is with a plan as one more written drill, for whoever plays it.
     *
     * @param drill the id under which the plan stands in it
     */
    public record Written(ContinuityModel model, Id drill) {}

    /** The id under which a plan stands as a written drill. */
    public static Id drillOf(long plan) {
        return PlannedModel.id(plan);
    }

    /**
     * The register with what was approved of a plan as one more written drill; refused with {@code invalid} where that names what the
     * register does not have, or no type or scope.
     */
    @ReadOnly
    public Written write(ApprovedPlan plan) {
        ContinuityModel model = register.requireModel();
        requireKnown(model, plan.content());
        return new Written(PlannedModel.of(model, plan.plan(), plan.content()), PlannedModel.id(plan.plan()));
    }

    private static void requireKnown(ContinuityModel model, PlanContent content) {
        List<Violation> broken = new ArrayList<>(PlannedModel.unknown(model, content));
        if (content.types().isEmpty()) {
            broken.add(missing("types"));
        }
        if (content.scope().isEmpty()) {
            broken.add(missing("scope"));
        }
        if (!broken.isEmpty()) {
            throw ProblemException.invalid(broken);
        }
    }

    private static Violation missing(String key) {
        return new Violation(
                "$." + key, "missing", key + " must be said before the model can be asked.", null, null, null);
    }

    /** Where the prediction of a plan stands. */
    @ReadOnly
    public State state(long id) {
        PlannedDrill plan = plans.get(id);
        Optional<Run> newest =
                simulations.findNewest(RunKind.DRILL, PlannedModel.id(id).value(), null);
        return newest.map(run -> state(plan, run)).orElseGet(() -> new State(Status.NONE, null, null));
    }

    private State state(PlannedDrill plan, Run run) {
        return switch (run.status()) {
            case QUEUED, RUNNING -> new State(Status.RUNNING, run, null);
            case CANCELLED -> new State(Status.NONE, run, null);
            case FAILED -> new State(freshness(plan, run), run, PredictionReader.failed(run));
            case FINISHED ->
                new State(
                        freshness(plan, run),
                        run,
                        simulations
                                .findReading(run.id())
                                .map(result -> PredictionReader.read(run, result.root()))
                                .orElse(null));
        };
    }

    private Status freshness(PlannedDrill plan, Run run) {
        return register.findModel()
                        .filter(model ->
                                PlannedModel.unknown(model, plan.content()).isEmpty())
                        .map(model -> ModelDigest.of(PlannedModel.of(model, plan.id(), plan.content())))
                        .filter(run.modelDigest()::equals)
                        .isPresent()
                ? Status.READY
                : Status.OUTDATED;
    }
}
