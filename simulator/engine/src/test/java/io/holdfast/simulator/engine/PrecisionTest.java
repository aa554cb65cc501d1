package io.holdfast.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.result.ElementResult;
import io.holdfast.simulator.result.RunResult;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Runs that end when they are tight enough. */
class PrecisionTest {

    private static final ContinuityModel MODEL = ContinuityModel.of(
            List.of(
                    Element.asset("a", "host")
                            .methods(List.of(Runs.repair(Runs.exponential(5))))
                            .build(),
                    Element.process("p").needs("a").objectives(Runs.rto(4)).build()),
            List.of(Runs.hitting(DownState.DAMAGED, "a")));

    private static RunResult run(long most, @Nullable Double precision, int threads) {
        RunRequest request = new RunRequest(Id.of("s"), most, 42, threads, Detail.EVERYTHING, precision);
        return switch (Simulation.run(MODEL, request, RunMonitor.SILENT)) {
            case RunOutcome.Finished finished -> finished.result();
            case RunOutcome.Cancelled cancelled -> throw new AssertionError("cancelled");
        };
    }

    @Test
    void endsAtTheFirstLookThatIsTightAndSaysHowManyTrialsItTook() {
        RunResult result = run(RunRequest.MOST_FOR_PRECISION, 0.01, 2);
        assertThat(Objects.requireNonNull(result.precision()).reached()).isTrue();
        // P95 of an exponential: half width 1.96 sqrt(0.95 / (0.05 n)) / ln 20 of it, so 81,370 trials are enough
        assertThat(result.trials()).isEqualTo(160_000);
        ElementResult.Recovery recovery = result.elements().getLast().recovery();
        double p95 = Objects.requireNonNull(recovery.p95().value());
        assertThat(Objects.requireNonNull(recovery.p95().high()) - p95).isLessThan(0.01 * p95);
        RunResult before = run(80_000, null, 2);
        ElementResult.Recovery wide = before.elements().getLast().recovery();
        double half = Math.max(
                Objects.requireNonNull(wide.p95().high())
                        - Objects.requireNonNull(wide.p95().value()),
                Objects.requireNonNull(wide.p95().value())
                        - Objects.requireNonNull(wide.p95().low()));
        assertThat(half).isGreaterThan(0.01 * Objects.requireNonNull(wide.p95().value()));
    }

    @Test
    void isAPlainRunOfThatManyTrials() {
        RunResult found = run(RunRequest.MOST_FOR_PRECISION, 0.05, 3);
        assertThat(found.trials()).isEqualTo(10_000);
        assertThat(found.elements()).isEqualTo(run(10_000, null, 1).elements());
    }

    @Test
    void endsUnreachedAtTheMostTrials() {
        RunResult found = run(25_000, 0.001, 2);
        assertThat(found.trials()).isEqualTo(25_000);
        assertThat(Objects.requireNonNull(found.precision()).reached()).isFalse();
        assertThat(found.elements()).isEqualTo(run(25_000, null, 1).elements());
    }

    @Test
    void refusesAPrecisionThatIsNoShare() {
        for (double precision : new double[] {0, 1, -1, Double.NaN}) {
            assertThatThrownBy(() -> run(1_000, precision, 1)).hasMessageStartingWith("precision is ");
        }
    }
}
