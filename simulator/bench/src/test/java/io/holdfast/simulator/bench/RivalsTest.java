package io.holdfast.simulator.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.engine.Detail;
import io.holdfast.simulator.engine.Way;
import io.holdfast.simulator.lanes.ScalarPasses;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.result.Computed;
import io.holdfast.simulator.result.ElementResult;
import io.holdfast.simulator.result.RunResult;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** All that the benchmark compares computes the same network: within four standard errors, and this engine's ways to the bit. */
class RivalsTest {

    private static final Network NETWORK = Network.of(200);
    private static final ContinuityModel MODEL = NETWORK.model();
    private static final long TRIALS = 4_000;

    private static RunResult run(Way way, int threads, Detail detail) {
        RunResult result = new ThisEngine(MODEL, way, threads, detail).result(TRIALS);
        return new RunResult(
                result.scenario(),
                result.trials(),
                result.seed(),
                result.engine(),
                new Computed(Computed.By.EVENTS, List.of(), 0),
                result.elements(),
                result.response(),
                result.findings());
    }

    @Test
    void vectorScalarAndEventsGiveTheSameBits() {
        Way vector = Way.fastest();
        assertThat(vector.passes()).isNotNull().isNotInstanceOf(ScalarPasses.class);
        for (Detail detail : List.of(Detail.ELEMENTS, Detail.PROCESSES, Detail.PROCESS_TIMES)) {
            RunResult events = run(Way.events(), 2, detail);
            assertThat(run(vector, 1, detail)).isEqualTo(events);
            assertThat(run(vector, 3, detail)).isEqualTo(events);
            assertThat(run(new Way(100, 64, vector.passes()), 2, detail)).isEqualTo(events);
            assertThat(run(Way.lanes(new ScalarPasses()), 2, detail)).isEqualTo(events);
        }
    }

    @Test
    void lanesCarryAlmostAllTrials() {
        Computed computed = new ThisEngine(MODEL, Way.fastest(), 1, Detail.PROCESSES)
                .result(TRIALS)
                .computed();
        assertThat(computed.by()).isEqualTo(Computed.By.LANES);
        assertThat(computed.inEventLoop()).isLessThan(TRIALS / 100);
    }

    @Test
    void rivalsAgreeWithinFourStandardErrors() {
        ElementResult.Recovery ours =
                run(Way.fastest(), 2, Detail.PROCESSES).elements().getLast().recovery();
        double mean = Objects.requireNonNull(ours.mean()).value();
        double error = 4 * Objects.requireNonNull(ours.sd()) * Math.sqrt(2.0 / TRIALS);
        for (Rival rival : List.of(
                new PlainRecursion(NETWORK, Times.Kind.TABLES),
                new PlainEvents(NETWORK, Times.Kind.TABLES),
                new SsjEvents(NETWORK))) {
            assertThat(rival.run(TRIALS)).as(rival.name()).isCloseTo(mean, within(error));
        }
    }
}
