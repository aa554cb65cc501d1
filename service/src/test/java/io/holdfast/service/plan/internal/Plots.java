package io.holdfast.service.plan.internal;

import io.holdfast.service.plan.ContinuityPlan;
import io.holdfast.service.plan.ContinuityPlan.RunPart;
import io.holdfast.service.simulation.RunResult;
import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.engine.RunOutcome;
import io.holdfast.simulator.engine.RunRequest;
import io.holdfast.simulator.engine.Simulation;
import io.holdfast.simulator.format.ResultWriter;
import io.holdfast.simulator.model.Contact;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Team;
import io.holdfast.simulator.model.UncertainHours;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Small models with their runs, for the tests of plans. */
final class Plots {

    private Plots() {}

    /** A plan beside the run it is built from. */
    record Built(ContinuityPlan plan, RunReading run) {}

    static Element process(String id, String... needs) {
        return Element.process(id)
                .needs(needing(needs))
                .objectives(new Objectives(null, 4.0, null, null, null, null))
                .build();
    }

    static List<Need> needing(String... ids) {
        return Stream.of(ids).<Need>map(id -> new Need.One(Id.of(id))).toList();
    }

    static Element asset(String id, List<Need> needs, RecoveryMethod... methods) {
        return Element.asset(id, "application")
                .needs(needs)
                .methods(List.of(methods))
                .build();
    }

    static RecoveryMethod method(MethodKind kind, double hours) {
        return RecoveryMethod.of(kind, UncertainHours.fixed(hours));
    }

    static RecoveryMethod spread(MethodKind kind, double mean) {
        return RecoveryMethod.of(kind, UncertainHours.of(new Distribution.Exponential(mean)));
    }

    static RecoveryMethod uncertain(MethodKind kind, double hours, double success) {
        return method(kind, hours, success, 1, null, Map.of());
    }

    static RecoveryMethod failover(double hours, double capacity, String standby) {
        return method(MethodKind.FAILOVER, hours, 1, capacity, needing(new String[] {standby}), Map.of());
    }

    static RecoveryMethod manned(MethodKind kind, double hours, int people) {
        return method(kind, hours, 1, 1, null, Map.of(Id.of("ops"), people));
    }

    private static RecoveryMethod method(
            MethodKind kind,
            double hours,
            double success,
            double capacity,
            @Nullable List<Need> needs,
            Map<Id, Integer> crew) {
        return new RecoveryMethod(
                null,
                kind,
                Label.NONE,
                false,
                success,
                UncertainHours.fixed(hours),
                needs,
                List.of(),
                capacity,
                null,
                null,
                crew,
                null);
    }

    static ContinuityPlan plan(DownState state, List<String> hit, Element... elements) {
        return built(state, hit, elements).plan();
    }

    /** The plan of the first element when the elements named are hit, from 500 trials. */
    static Built built(DownState state, List<String> hit, Element... elements) {
        ContinuityModel model = model(state, hit, elements);
        RunRequest request = new RunRequest(Id.of("s"), 500, 42, 1);
        return switch (Simulation.run(model, request, RunMonitor.SILENT)) {
            case RunOutcome.Finished finished -> {
                RunReading run = RunReading.of(RunResult.of(ResultWriter.toJson(finished.result(), model)));
                RunPart part = new RunPart(7, 42, 500, "test", "sha256:0", null, false);
                yield new Built(
                        PlanBuilder.build(new PlanSubject(
                                model, elements[0], model.scenarios().getFirst(), part, run, "en")),
                        run);
            }
            case RunOutcome.Cancelled cancelled ->
                throw new AssertionError("cancelled after " + cancelled.trialsDone());
        };
    }

    static ContinuityPlan withoutRun(Element... elements) {
        ContinuityModel model =
                model(DownState.DESTROYED, List.of(elements[0].id().value()), elements);
        return PlanBuilder.build(
                new PlanSubject(model, elements[0], model.scenarios().getFirst(), null, null, "en"));
    }

    private static ContinuityModel model(DownState state, List<String> hit, Element... elements) {
        Scenario scenario =
                Scenario.of("s", hit.stream().map(id -> Hit.on(id, state)).toList(), null);
        Id ops = Id.of("ops");
        return new ContinuityModel(
                Label.named("Test operator"),
                null,
                null,
                List.of(),
                List.of(new Team(ops, Label.NONE, 4, true, null, null)),
                List.of(
                        new Contact(Id.of("second"), Label.NONE, ops, 0.9, null, null),
                        new Contact(Id.of("lead"), Label.NONE, ops, 0.9, null, Id.of("second"))),
                List.of(elements),
                List.of(),
                List.of(scenario),
                List.of());
    }
}
