package io.holdfast.simulator.drill;

import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.learning.BudgetOutcome;
import io.holdfast.simulator.learning.BudgetRequest;
import io.holdfast.simulator.learning.InputShare;
import io.holdfast.simulator.learning.SecondOrder;
import io.holdfast.simulator.learning.UncertaintyBudget;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says what types of a drill would teach, from the uncertainty budget of the element that the drill is about. The budget is made
 * once a question, on the part of the model that bears on the element; it costs twice the draws times {@link #TRIALS} trials.
 */
final class Lessons {

    /** Trials of each run of a draw: a P95 of so many has luck of its own, which the budget takes off. */
    static final long TRIALS = 100;

    /** Lessons listed at most. */
    private static final int MOST = 10;

    private final DrillRequest request;
    private final Map<Stage.Question, Optional<UncertaintyBudget>> made = new java.util.HashMap<>();

    Lessons(DrillRequest request) {
        this.request = request;
    }

    /** Trials that one question takes at most. */
    static long cost(DrillRequest request) {
        return 2L * request.draws() * TRIALS;
    }

    /** What a type would teach; empty where the monitor cancelled. */
    Optional<Teaching> of(Stage stage, RunMonitor monitor) {
        if (request.draws() == 0) {
            return Optional.of(Teaching.nothing(Teaching.Status.NOT_ASKED));
        }
        Stage.Question question = stage.question();
        Optional<UncertaintyBudget> budget = made.containsKey(question) ? made.get(question) : make(question, monitor);
        if (monitor.isCancelled() || Thread.currentThread().isInterrupted()) {
            return Optional.empty();
        }
        made.put(question, budget);
        return Optional.of(budget.map(each -> teaching(stage, question, each))
                .orElseGet(() -> Teaching.nothing(Teaching.Status.NOTHING_UNCERTAIN)));
    }

    private Optional<UncertaintyBudget> make(Stage.Question question, RunMonitor monitor) {
        Optional<ContinuityModel> part = part(question);
        BudgetRequest asked = new BudgetRequest(
                question.scenario(), question.element(), request.draws(), TRIALS, request.seed(), request.threads());
        if (part.isEmpty() || !SecondOrder.hasUncertainInputs(part.get(), asked)) {
            return Optional.empty();
        }
        return switch (SecondOrder.run(part.get(), asked, monitor)) {
            case BudgetOutcome.Finished finished -> Optional.of(finished.budget());
            case BudgetOutcome.Cancelled cancelled -> Optional.empty();
        };
    }

    private Teaching teaching(Stage stage, Stage.Question question, UncertaintyBudget budget) {
        List<InputShare> exercised = budget.inputs().stream()
                .filter(each -> stage.exercises(each.input().ref()))
                .toList();
        if (exercised.isEmpty()) {
            return Teaching.nothing(Teaching.Status.NOTHING_UNCERTAIN);
        }
        double sum = exercised.stream()
                .mapToDouble(each -> each.share().value() / (each.weight() + 1))
                .sum();
        List<Teaching.Lesson> lessons = exercised.stream()
                .filter(each -> each.expectedReduction(1) > 0)
                .sorted(java.util.Comparator.comparingDouble((InputShare each) -> -each.expectedReduction(1)))
                .limit(MOST)
                .map(each ->
                        new Teaching.Lesson(each.input().ref(), each.weight(), each.share(), each.expectedReduction(1)))
                .toList();
        return new Teaching(
                Teaching.Status.ESTIMATED,
                question.scenario(),
                question.element(),
                request.draws(),
                TRIALS,
                lessons,
                Math.clamp(sum, 0, 1),
                budget.p95().notKnowing().value());
    }

    /** The part of the model that bears on the element; empty where nothing of it is ever hit. */
    private static Optional<ContinuityModel> part(Stage.Question question) {
        ContinuityModel model = question.model();
        Set<Id> kept = DrillScope.closure(model.elementsById(), List.of(question.element()), DrillScope::allNeeds);
        Scenario scenario = model.findScenario(question.scenario()).orElseThrow();
        List<Hit> hits =
                scenario.hits().stream().flatMap(hit -> of(hit, kept).stream()).toList();
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        Scenario same = Derived.scenario(
                scenario,
                hits,
                scenario.detect(),
                scenario.declare(),
                scenario.lasts(),
                scenario.staff(),
                scenario.demandMultiplier(),
                scenario.when());
        List<Element> elements = model.elements().stream()
                .filter(each -> kept.contains(each.id()))
                .toList();
        return Optional.of(Derived.model(model, model.teams(), elements, same));
    }

    private static Optional<Hit> of(Hit hit, Set<Id> kept) {
        List<Id> ids = hit.of();
        if (ids == null) {
            return Optional.of(hit);
        }
        List<Id> left = ids.stream().filter(kept::contains).toList();
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(new Hit(
                        left,
                        hit.sites(),
                        hit.zones(),
                        hit.kinds(),
                        hit.tags(),
                        hit.within(),
                        hit.probability(),
                        hit.together(),
                        hit.state()));
    }
}
