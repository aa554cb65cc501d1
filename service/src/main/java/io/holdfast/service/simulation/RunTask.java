package io.holdfast.service.simulation;

import io.holdfast.simulator.model.Id;
import org.jspecify.annotations.Nullable;

/**
 * What a run is to do.
 *
 * @param kind its kind
 * @param subject what it is about, by id; null for kinds that are about the whole model
 * @param options what its kind takes beside trials and seed, as a JSON object
 */
public record RunTask(RunKind kind, @Nullable String subject, String options) {

    /** No options. */
    public static final String NO_OPTIONS = "{}";

    /** A run of a scenario. */
    public static RunTask ofScenario(Id scenario) {
        return new RunTask(RunKind.SCENARIO, scenario.value(), NO_OPTIONS);
    }

    /** A drill that stands in the model. */
    public static RunTask ofDrill(Id drill, DrillOptions options) {
        return new RunTask(RunKind.DRILL, drill.value(), options.toJson());
    }

    /** Trials that each of the two runs of a draw of a budget has, where nobody says otherwise. */
    public static final long BUDGET_TRIALS = BudgetOptions.DEFAULT_TRIALS;

    /** The uncertainty budget of an element under a scenario. The caller has checked that both exist. */
    public static RunTask ofBudget(String scenario, String element) {
        return new RunTask(RunKind.BUDGET, scenario, new BudgetOptions(element, BudgetOptions.DEFAULT_DRAWS).toJson());
    }

    /** Years of operation. */
    static RunTask ofYears(YearOptions options) {
        return new RunTask(RunKind.YEAR, null, options.toJson());
    }
}
