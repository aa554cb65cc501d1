package io.holdfast.service.simulation;

import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.simulator.drill.DrillRequest;
import io.holdfast.simulator.engine.RunRequest;
import io.holdfast.simulator.engine.YearRequest;
import io.holdfast.simulator.format.Suggestion;
import io.holdfast.simulator.learning.SecondOrder;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.micronaut.http.HttpStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to run; what is left out is as on the command line.
 *
 * @param kind what it is of, or null for a scenario
 * @param scenario of kind {@code scenario} or {@code budget}: which
 * @param drill of kind {@code drill}: which
 * @param element of kind {@code budget}: whose recovery time is looked at
 * @param draws of kind {@code budget}: how often all inputs are drawn anew
 * @param trials how many trials; of kind {@code year}, how many histories; of kind {@code budget}, of each run of a draw
 * @param seed the seed
 * @param options of kind {@code drill}: what else may be asked
 * @param horizon of kind {@code year}: hours of each history
 * @param warmup of kind {@code year}: hours at the start of each that are not counted
 */
record WantedRun(
        @Schema(
                type = "string",
                allowableValues = {"scenario", "drill", "year", "budget"})
        @Nullable
        String kind,

        @Nullable String scenario,
        @Nullable String drill,
        @Nullable String element,
        @Nullable Integer draws,
        @Nullable Long trials,
        @Nullable Long seed,
        @Nullable DrillOptions options,
        @Nullable Double horizon,
        @Nullable Double warmup) {

    static final long MOST_TRIALS = 10_000_000;

    /** The kind, a scenario where none is named. */
    RunKind requireKind() {
        return requireKind(kind == null ? RunKind.SCENARIO.word() : kind);
    }

    static RunKind requireKind(String word) {
        return RunKind.find(word)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "unknown-kind",
                        "There are no runs of kind '" + word + "'. "
                                + Suggestion.didYouMean(word, kinds()) + "There are " + String.join(", ", kinds())
                                + "."));
    }

    private static List<String> kinds() {
        return java.util.Arrays.stream(RunKind.values()).map(RunKind::word).toList();
    }

    /** The task, its subject and options checked against the model. */
    RunTask requireTask(ContinuityModel model) {
        return switch (requireKind()) {
            case SCENARIO -> scenarioTask(model);
            case DRILL -> drillTask(model);
            case YEAR -> yearTask();
            case BUDGET -> budgetTask(model);
        };
    }

    private RunTask scenarioTask(ContinuityModel model) {
        String named = requireNamed("scenario", scenario);
        List<String> known =
                model.scenarios().stream().map(each -> each.id().value()).toList();
        return RunTask.ofScenario(requireKnown("scenario", named, known));
    }

    private RunTask drillTask(ContinuityModel model) {
        String named = requireNamed("drill", drill);
        List<String> drills =
                model.drills().stream().map(each -> each.id().value()).toList();
        Id known = requireKnown("drill", named, drills);
        DrillOptions asked = options == null ? DrillOptions.NONE : options;
        try {
            asked.request(known, requireTrials(), requireSeed(), 1);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "bad-options", String.valueOf(e.getMessage()));
        }
        return new RunTask(RunKind.DRILL, known.value(), asked.toJson());
    }

    private RunTask budgetTask(ContinuityModel model) {
        List<String> scenarios =
                model.scenarios().stream().map(each -> each.id().value()).toList();
        List<String> elements =
                model.elements().stream().map(each -> each.id().value()).toList();
        Id on = requireKnown("scenario", requireNamed("scenario", scenario), scenarios);
        Id of = requireKnown("element", requireNamed("element", element), elements);
        BudgetOptions asked = new BudgetOptions(of.value(), draws == null ? BudgetOptions.DEFAULT_DRAWS : draws);
        try {
            if (!SecondOrder.hasUncertainInputs(model, asked.request(on, requireTrials(), requireSeed(), 1))) {
                throw new IllegalArgumentException(
                        "Nothing uncertain bears on '" + of + "' under '" + on
                                + "', so there is nothing to split. Give what it needs times and chances that are not certain.");
            }
        } catch (IllegalArgumentException e) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "bad-options", String.valueOf(e.getMessage()));
        }
        return new RunTask(RunKind.BUDGET, on.value(), asked.toJson());
    }

    private RunTask yearTask() {
        YearOptions asked = new YearOptions(horizon, warmup);
        try {
            asked.request(requireTrials(), requireSeed(), 1);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "bad-options", String.valueOf(e.getMessage()));
        }
        return RunTask.ofYears(asked);
    }

    private static String requireNamed(String what, @Nullable String id) {
        if (id == null) {
            throw new ProblemException(HttpStatus.BAD_REQUEST, "missing-" + what, "Name the " + what + " to run.");
        }
        return id;
    }

    private static Id requireKnown(String what, String id, List<String> known) {
        if (!known.contains(id)) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "unknown-" + what,
                    "There is no " + what + " '" + id + "'. " + Suggestion.didYouMean(id, known)
                            + (known.isEmpty() ? "There are none." : "There are " + String.join(", ", known) + "."));
        }
        return Id.of(id);
    }

    long requireTrials() {
        return requireTrials(trials, requireKind());
    }

    static long requireTrials(@Nullable Long given, RunKind kind) {
        long trials = given == null ? defaultTrials(kind) : given;
        if (trials < 1 || trials > MOST_TRIALS) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "bad-trials",
                    "trials is " + trials + ", but it must lie between 1 and " + MOST_TRIALS + ".");
        }
        return trials;
    }

    private static long defaultTrials(RunKind kind) {
        return switch (kind) {
            case SCENARIO -> RunRequest.DEFAULT_TRIALS;
            case DRILL -> DrillRequest.DEFAULT_TRIALS;
            case YEAR -> YearRequest.DEFAULT_YEARS;
            case BUDGET -> BudgetOptions.DEFAULT_TRIALS;
        };
    }

    long requireSeed() {
        return seed == null ? RunRequest.DEFAULT_SEED : seed;
    }
}
