package io.holdfast.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.UncertainHours;
import io.holdfast.simulator.result.ElementResult;
import io.holdfast.simulator.result.Estimate;
import io.holdfast.simulator.result.RunResult;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builders and runs for the tests of this package. */
final class Runs {

    static final int TRIALS = 1_000_000;

    private Runs() {}

    static UncertainHours exponential(double mean) {
        return UncertainHours.of(new Distribution.Exponential(mean));
    }

    static RecoveryMethod repair(UncertainHours duration) {
        return RecoveryMethod.of(MethodKind.REPAIR, duration);
    }

    static Scenario hitting(DownState state, String... ids) {
        return Scenario.of(
                "s",
                List.of(ids).stream().map(id -> Hit.on(id, state)).toList(),
                state == DownState.OUTAGE ? UncertainHours.fixed(1) : null);
    }

    static RunResult run(List<Element> elements, Scenario scenario) {
        return run(elements, scenario, TRIALS, 2);
    }

    static RunResult run(List<Element> elements, Scenario scenario, long trials, int threads) {
        return run(ContinuityModel.of(elements, List.of(scenario)), trials, threads);
    }

    static RunResult run(ContinuityModel model, long trials, int threads) {
        RunOutcome outcome = Simulation.run(model, new RunRequest(Id.of("s"), trials, 42, threads), RunMonitor.SILENT);
        return switch (outcome) {
            case RunOutcome.Finished finished -> finished.result();
            case RunOutcome.Cancelled cancelled ->
                throw new AssertionError("cancelled after " + cancelled.trialsDone());
        };
    }

    static ElementResult elementOf(RunResult result, String id) {
        return result.elements().stream()
                .filter(element -> element.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Four standard errors of a chance: exceeded by chance once in 16,000 tests. */
    static double fourErrors(double p, long trials) {
        return 4 * Math.sqrt(p * (1 - p) / trials);
    }

    static UncertainHours fixed(double hours) {
        return UncertainHours.fixed(hours);
    }

    static Need one(String id) {
        return new Need.One(Id.of(id));
    }

    static Objectives rto(double hours) {
        return new Objectives(null, hours, null, null, null, null);
    }

    /** Holds a simulated chance to an exact one. */
    static void chance(@Nullable Estimate estimate, double exact) {
        assertThat(Objects.requireNonNull(estimate).value()).isCloseTo(exact, within(fourErrors(exact, TRIALS)));
        assertThat(estimate.low()).isLessThanOrEqualTo(estimate.value());
        assertThat(estimate.high()).isGreaterThanOrEqualTo(estimate.value());
    }

    /** Holds a simulated mean to an exact one, given the exact deviation of one trial or a bound of it. */
    static void isCloseTo(@Nullable Estimate estimate, double exact, double deviation) {
        assertThat(Objects.requireNonNull(estimate).value())
                .isCloseTo(exact, within(4 * deviation / Math.sqrt(TRIALS)));
    }
}
