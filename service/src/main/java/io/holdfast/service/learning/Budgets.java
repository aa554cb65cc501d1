package io.holdfast.service.learning;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.learning.internal.LearningJson;
import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterState;
import io.holdfast.service.simulation.Run;
import io.holdfast.service.simulation.RunKind;
import io.holdfast.service.simulation.RunResult;
import io.holdfast.service.simulation.RunStatus;
import io.holdfast.service.simulation.RunTask;
import io.holdfast.service.simulation.Simulations;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The door to uncertainty budgets: which there are of the register as it is, and asking for those that are missing. Each is a run of kind
 * {@code budget}. For any number of threads.
 */
@Singleton
public class Budgets {

    /** Budgets that one request asks for at most, services of the strictest targets first. */
    public static final int MOST_ASKED = 24;

    private static final int MOST_READ = 500;
    private static final long SEED = 1;

    private final Register register;
    private final Simulations simulations;

    Budgets(Register register, Simulations simulations) {
        this.register = register;
        this.simulations = simulations;
    }

    /** What a budget is of. */
    record About(String scenario, String element) {
        static About of(Run run) {
            return new About(
                    run.requireSubject(),
                    LearningJson.tree(run.options()).path("element").asText());
        }
    }

    /** The newest budget of each element and scenario, of whatever model, the newest first. */
    @ReadOnly
    public List<Run> listNewest() {
        Map<About, Run> newest = new LinkedHashMap<>();
        simulations.listRuns(RunKind.BUDGET, null, 0, MOST_READ).forEach(run -> newest.putIfAbsent(About.of(run), run));
        return List.copyOf(newest.values());
    }

    /** The newest finished budgets of the register as it is, by what they are of. */
    @ReadOnly
    Map<About, JsonNode> mapFinished() {
        Optional<String> digest = register.findModelDigest();
        Map<About, JsonNode> finished = new LinkedHashMap<>();
        for (Run run : simulations.listRuns(RunKind.BUDGET, null, 0, MOST_READ)) {
            if (run.status() == RunStatus.FINISHED && digest.equals(Optional.of(run.modelDigest()))) {
                About about = About.of(run);
                if (!finished.containsKey(about)) {
                    simulations
                            .findReading(run.id())
                            .map(RunResult::root)
                            .ifPresent(result -> finished.put(about, result));
                }
            }
        }
        return finished;
    }

    /**
     * Asks for the budgets that are missing: of each service with a recovery time objective, under the scenario in whose newest run it
     * comes back last. Those that are there, or on their way, on the register as it is are left out.
     *
     * @return the runs that were asked for, at most {@value #MOST_ASKED}
     */
    @Transactional
    public List<Run> requestMissing() {
        RegisterState state = register.requireState();
        List<About> there = simulations.listRuns(RunKind.BUDGET, null, 0, MOST_READ).stream()
                .filter(run -> run.modelDigest().equals(state.digest()))
                .filter(run ->
                        run.status() == RunStatus.FINISHED || !run.status().isOver())
                .map(About::of)
                .toList();
        Map<String, RunResult> runs = simulations.mapNewest(RunStatus.FINISHED).entrySet().stream()
                .flatMap(each -> simulations.findReading(each.getValue().id()).stream()
                        .map(result -> Map.entry(each.getKey(), result)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        List<Run> asked = new ArrayList<>();
        for (Element service : services(state)) {
            Optional<About> wanted = worst(runs, service.id().value())
                    .map(scenario -> new About(scenario, service.id().value()))
                    .filter(about -> state.model().scenarios().stream()
                            .anyMatch(each -> each.id().value().equals(about.scenario())))
                    .filter(about -> !there.contains(about));
            if (wanted.isPresent() && asked.size() < MOST_ASKED) {
                asked.add(simulations.request(
                        RunTask.ofBudget(wanted.get().scenario(), wanted.get().element()),
                        RunTask.BUDGET_TRIALS,
                        SEED));
            }
        }
        return asked;
    }

    private static List<Element> services(RegisterState state) {
        return state.model().elements().stream()
                .filter(each -> each.type() == ElementType.SERVICE)
                .filter(each -> rto(state, each) < Double.POSITIVE_INFINITY)
                .sorted(Comparator.comparingDouble(each -> rto(state, each)))
                .toList();
    }

    private static double rto(RegisterState state, Element element) {
        Double hours = state.findObjectives(element.id())
                .map(each -> each.objectives().rtoHours())
                .orElse(null);
        return hours == null ? Double.POSITIVE_INFINITY : hours;
    }

    /** The scenario in whose run an element comes back last, where it is disrupted at all. */
    private static Optional<String> worst(Map<String, RunResult> runs, String element) {
        return runs.entrySet().stream()
                .filter(each ->
                        each.getValue().element(element).path("whenDisrupted").isObject())
                .sorted(Map.Entry.comparingByKey())
                .max(Comparator.comparingDouble(each -> p95(each.getValue().element(element))))
                .map(Map.Entry::getKey);
    }

    private static double p95(JsonNode element) {
        JsonNode p95 = element.path("whenDisrupted").path("p95");
        JsonNode value = p95.isObject() ? p95.path("estimate") : p95;
        return value.isNumber() ? value.asDouble() : Double.MAX_VALUE;
    }
}
