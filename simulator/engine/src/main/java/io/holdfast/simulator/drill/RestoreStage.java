package io.holdfast.simulator.drill;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.ModelCompiler;
import io.holdfast.simulator.engine.TrialOutcome;
import io.holdfast.simulator.engine.TrialProbe;
import io.holdfast.simulator.learning.InputRef;
import io.holdfast.simulator.learning.Shown;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.result.Finding;
import io.holdfast.simulator.sampling.Ticks;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A data recovery drill: the stores in scope, and those that it runs on, are restored aside from production. The engine runs a
 * model of the stores alone: what they need is presumed to be there, only restores are left of their methods, crews are shared.
 */
final class RestoreStage implements Stage {

    private static final int PASSED = 0;
    private static final int DURATION = 0;
    private static final int PEOPLE = 1;
    private static final int FIRST = 2;

    private final DrillScope scope;
    private final List<Id> stores;
    private final ContinuityModel derived;
    private final Scenario scenario;
    private final CompiledModel compiled;
    private final People people;
    private final long[] rpoTicks;

    private RestoreStage(DrillScope scope, List<Element> stores) {
        this.scope = scope;
        this.stores = stores.stream().map(Element::id).toList();
        scenario = scenario(scope, stores);
        List<Element> aside = stores.stream().map(each -> aside(scope, each)).toList();
        derived = Derived.model(
                scope.model(),
                scope.announced()
                        ? Derived.present(scope.model().teams())
                        : scope.model().teams(),
                aside,
                scenario);
        compiled = ModelCompiler.compile(derived, scenario);
        people = new People(compiled, id -> true);
        rpoTicks = this.stores.stream()
                .mapToLong(id -> rpo(id).map(Ticks::ofHours).orElse(Ticks.NEVER))
                .toArray();
    }

    static StageOutcome of(DrillScope scope) {
        List<Element> stores = scope.model().elements().stream()
                .filter(each -> scope.runsOn(each.id()))
                .filter(each -> each.methods().stream().anyMatch(Shown::isRestore))
                .toList();
        return stores.isEmpty()
                ? StageOutcome.not(Finding.Kind.DRILL_NO_STORE, scope)
                : new StageOutcome.Ready(new RestoreStage(scope, stores));
    }

    private static Element aside(DrillScope scope, Element store) {
        List<RecoveryMethod> restores = store.methods().stream()
                .filter(Shown::isRestore)
                .map(m -> new RecoveryMethod(
                        m.id(),
                        m.kind(),
                        m.label(),
                        m.automatic(),
                        m.success(),
                        m.duration(),
                        List.of(),
                        List.of(),
                        1,
                        null,
                        m.data(),
                        m.crew(),
                        EnumSet.allOf(DownState.class),
                        m.successWeight()))
                .toList();
        return Derived.element(store, List.of(), restores, scope.objectives(store.id()));
    }

    private static Scenario scenario(DrillScope scope, List<Element> stores) {
        Optional<Scenario> played = scope.findScenario();
        Set<Id> corrupted = played.map(scope::statesIn).orElse(Map.of()).entrySet().stream()
                .filter(each -> each.getValue().contains(DownState.CORRUPTED))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        List<Hit> hits = stores.stream()
                .map(each -> Hit.on(
                        each.id().value(), corrupted.contains(each.id()) ? DownState.CORRUPTED : DownState.DESTROYED))
                .toList();
        Scenario.OfficeHours when = scope.announced() ? Scenario.OfficeHours.OFFICE : Scenario.OfficeHours.ANY;
        return played.map(each -> Derived.scenario(
                        each, hits, scope.announced() ? null : each.detect(), null, null, 1, 1, when(scope, each)))
                .orElseGet(() -> Derived.own(hits, null, when));
    }

    static Scenario.OfficeHours when(DrillScope scope, Scenario scenario) {
        return scope.announced() ? Scenario.OfficeHours.OFFICE : scenario.when();
    }

    private Optional<Double> rpo(Id store) {
        return Optional.ofNullable(scope.objectives(store).rpoHours());
    }

    @Override
    public Tally tally() {
        return new Tally(1 + 3 * stores.size(), FIRST + 2 * stores.size());
    }

    @Override
    public Play play() {
        TrialProbe probe = new TrialProbe(compiled);
        return (draws, tally) -> count(probe.run(draws), tally);
    }

    private void count(TrialOutcome outcome, Tally tally) {
        boolean passed = true;
        for (int i = 0; i < stores.size(); i++) {
            boolean restored = outcome.recoveryTicks(i) != Ticks.NEVER;
            long lost = outcome.dataLossTicks(i);
            boolean within = restored && (lost != Ticks.NEVER && lost <= rpoTicks[i]);
            tally.count(1 + 3 * i, restored);
            tally.count(2 + 3 * i, within);
            tally.count(3 + 3 * i, restored && lost == Ticks.NEVER);
            tally.add(FIRST + 2 * i, outcome.recoveryTicks(i));
            tally.add(FIRST + 2 * i + 1, lost);
            passed &= within;
        }
        tally.count(PASSED, passed);
        long end = People.lastEnd(outcome);
        tally.add(DURATION, end);
        tally.add(PEOPLE, people.ticks(outcome, end));
        tally.trialDone();
    }

    @Override
    public TypeOutcome.Estimated estimate(Tally tally) {
        List<Criterion> criteria = new ArrayList<>();
        List<DrillDetail.Store> details = new ArrayList<>();
        for (int i = 0; i < stores.size(); i++) {
            Id id = stores.get(i);
            Double rpo = scope.objectives(id).rpoHours();
            criteria.add(new Criterion(Criterion.Kind.RESTORED, id, null, tally.chance(1 + 3 * i)));
            if (rpo != null) {
                criteria.add(new Criterion(Criterion.Kind.WITHIN_RPO, id, rpo, tally.chance(2 + 3 * i)));
            }
            details.add(new DrillDetail.Store(
                    id,
                    tally.chance(1 + 3 * i),
                    tally.hours(FIRST + 2 * i),
                    tally.hours(FIRST + 2 * i + 1),
                    tally.chance(3 + 3 * i),
                    rpo));
        }
        return new TypeOutcome.Estimated(
                Drill.Type.DATA_RECOVERY,
                tally.hours(DURATION),
                tally.chance(PASSED),
                criteria,
                tally.hours(PEOPLE),
                ProductionRisk.none(ProductionRisk.Why.ASIDE_FROM_PRODUCTION),
                new DrillDetail.Restores(details),
                List.of(),
                Teaching.nothing(Teaching.Status.NOT_ASKED));
    }

    /** Restores of the stores; when unannounced, how long it takes to notice and to come. */
    @Override
    public boolean exercises(InputRef input) {
        return switch (input.quantity()) {
            case DURATION, SUCCESS, USABLE, LAG -> isShown(input);
            case DETECT,
                    MOBILISE,
                    MOBILISE_OFF_HOURS,
                    DECLARE,
                    LASTS,
                    RESTART,
                    HOLDS_FOR,
                    HAZARD_LASTS,
                    DWELL,
                    REACH,
                    ANSWERS,
                    MTBF,
                    FREQUENCY -> Shown.by(Drill.Type.DATA_RECOVERY, scope.announced(), input.quantity(), null);
        };
    }

    private boolean isShown(InputRef input) {
        return derived.elements().stream()
                .filter(store -> store.id().equals(input.owner()))
                .flatMap(store -> store.methods().stream())
                .anyMatch(method -> input.isOf(method)
                        && Shown.by(Drill.Type.DATA_RECOVERY, scope.announced(), input.quantity(), method));
    }

    @Override
    public Question question() {
        return scope.findScenario()
                .map(each -> new Question(scope.model(), each.id(), scope.subject()))
                .orElseGet(() -> new Question(derived, scenario.id(), stores.getFirst()));
    }
}
