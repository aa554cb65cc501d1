package io.holdfast.simulator.drill;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.ModelCompiler;
import io.holdfast.simulator.engine.TrialOutcome;
import io.holdfast.simulator.engine.TrialProbe;
import io.holdfast.simulator.learning.InputRef;
import io.holdfast.simulator.learning.Shown;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.result.Finding;
import io.holdfast.simulator.sampling.Ticks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A scenario drill: the whole recovery of the scenario by the real engine, in a parallel environment. Announced, everybody is at
 * their place in office hours and knows what happens: nothing has to be detected, all staff can come, and the decision and the
 * way to the place are practised. Unannounced, all is as in the scenario.
 */
final class ScenarioStage implements Stage {

    private static final int PASSED = 0;
    private static final int DISRUPTED = 1;
    private static final int DURATION = 0;
    private static final int PEOPLE = 1;
    private static final int FIRST = 2;

    private final DrillScope scope;
    private final Scenario scenario;
    private final CompiledModel compiled;
    private final People people;
    private final int[] elements;
    private final long[] rtoTicks;
    private final long[] rpoTicks;

    private ScenarioStage(DrillScope scope, Scenario played) {
        this.scope = scope;
        scenario = scope.announced()
                ? Derived.scenario(
                        played,
                        played.hits(),
                        null,
                        played.declare(),
                        played.lasts(),
                        1,
                        played.demandMultiplier(),
                        Scenario.OfficeHours.OFFICE)
                : played;
        compiled = ModelCompiler.compile(scope.model(), scenario);
        people = new People(compiled, scope::needs);
        elements = IntStream.range(0, compiled.elements().size())
                .filter(e -> scope.elements().contains(compiled.elements().id(e)))
                .toArray();
        rtoTicks = IntStream.of(elements)
                .mapToLong(e -> orLatest(goals(e).rtoHours()))
                .toArray();
        rpoTicks = IntStream.of(elements)
                .mapToLong(e -> orLatest(goals(e).rpoHours()))
                .toArray();
    }

    static StageOutcome of(DrillScope scope) {
        return scope.findScenario()
                .<StageOutcome>map(scenario -> new StageOutcome.Ready(new ScenarioStage(scope, scenario)))
                .orElseGet(() -> StageOutcome.not(Finding.Kind.DRILL_NO_SCENARIO, scope));
    }

    private Objectives goals(int e) {
        return compiled.elements().objectives(e).objectives();
    }

    /** Without a target anything but never will do. */
    private static long orLatest(@org.jspecify.annotations.Nullable Double hours) {
        return hours == null ? Ticks.NEVER - 1 : Ticks.ofHours(hours);
    }

    @Override
    public Tally tally() {
        return new Tally(2 + 2 * elements.length, FIRST + 2 * elements.length);
    }

    @Override
    public Play play() {
        TrialProbe probe = new TrialProbe(compiled);
        return (draws, tally) -> count(probe.run(draws), tally);
    }

    private void count(TrialOutcome outcome, Tally tally) {
        boolean passed = true;
        boolean disrupted = false;
        long end = 0;
        for (int i = 0; i < elements.length; i++) {
            int e = elements[i];
            boolean touched = outcome.isTouched(e);
            long recovery = touched ? outcome.recoveryTicks(e) : 0;
            long lost = touched ? outcome.dataLossTicks(e) : 0;
            disrupted |= touched && outcome.disrupted(e);
            end = Math.max(end, recovery);
            tally.count(2 + 2 * i, recovery <= rtoTicks[i]);
            tally.count(3 + 2 * i, lost <= rpoTicks[i]);
            passed &= recovery <= rtoTicks[i] && (lost <= rpoTicks[i] || goals(e).rpoHours() == null);
            tally.add(FIRST + 2 * i, recovery);
            tally.add(FIRST + 2 * i + 1, lost);
        }
        tally.count(PASSED, passed);
        tally.count(DISRUPTED, disrupted);
        tally.add(DURATION, end);
        tally.add(PEOPLE, people.ticks(outcome, end));
        tally.trialDone();
    }

    @Override
    public TypeOutcome.Estimated estimate(Tally tally) {
        List<Criterion> criteria = new ArrayList<>();
        List<DrillDetail.Recovered> details = new ArrayList<>();
        for (int i = 0; i < elements.length; i++) {
            Id id = compiled.elements().id(elements[i]);
            Double rto = goals(elements[i]).rtoHours();
            Double rpo = goals(elements[i]).rpoHours();
            criteria.add(new Criterion(
                    rto == null ? Criterion.Kind.RECOVERED : Criterion.Kind.WITHIN_RTO,
                    id,
                    rto,
                    tally.chance(2 + 2 * i)));
            if (rpo != null) {
                criteria.add(new Criterion(Criterion.Kind.WITHIN_RPO, id, rpo, tally.chance(3 + 2 * i)));
            }
            details.add(new DrillDetail.Recovered(
                    id, tally.hours(FIRST + 2 * i), tally.hours(FIRST + 2 * i + 1), rto, rpo));
        }
        return new TypeOutcome.Estimated(
                Drill.Type.SCENARIO,
                tally.hours(DURATION),
                tally.chance(PASSED),
                criteria,
                tally.hours(PEOPLE),
                ProductionRisk.none(ProductionRisk.Why.PARALLEL_ENVIRONMENT),
                new DrillDetail.Timeline(tally.chance(DISRUPTED), details),
                List.of(),
                Teaching.nothing(Teaching.Status.NOT_ASKED));
    }

    /** All that is played; not the hazard itself, nor how long stocks and stopgaps hold, which nobody waits for. */
    @Override
    public boolean exercises(InputRef input) {
        return scope.find(input.owner()).stream()
                        .flatMap(element -> element.methods().stream())
                        .filter(input::isOf)
                        .anyMatch(method -> shows(input, method))
                || shows(input, null);
    }

    private boolean shows(InputRef input, @Nullable RecoveryMethod method) {
        return Shown.by(Drill.Type.SCENARIO, scope.announced(), input.quantity(), method);
    }

    @Override
    public Question question() {
        return new Question(scope.model(), scenario.id(), scope.subject());
    }
}
