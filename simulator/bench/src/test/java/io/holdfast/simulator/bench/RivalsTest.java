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
import io.holdfast.simulator.vector.VectorPasses;
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
        Way vector = Way.lanes(new VectorPasses());
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

    private static void agree(Network network, List<Rival> rivals) {
        RunResult result = new ThisEngine(network.model(), Way.fastest(), 2, Detail.PROCESSES).result(TRIALS);
        ElementResult.Recovery ours = result.elements().getLast().recovery();
        double mean = Objects.requireNonNull(ours.mean()).value();
        double error = 4 * Objects.requireNonNull(ours.sd()) * Math.sqrt(2.0 / TRIALS);
        for (Rival rival : rivals) {
            assertThat(rival.run(TRIALS)).as(rival.name()).isCloseTo(mean, within(error));
        }
    }

    @Test
    void rivalsAgreeWithinFourStandardErrors() {
        for (Network network : List.of(NETWORK, NETWORK.heavier())) {
            agree(
                    network,
                    List.of(
                            new PlainRecursion(network, Times.Kind.JDK),
                            new PlainRecursion(network, Times.Kind.TABLES),
                            new PlainEvents(network, Times.Kind.JDK),
                            new PlainEvents(network, Times.Kind.TABLES),
                            new SsjEvents(network)));
        }
    }

    @Test
    void crewsAgreeWhetherTheyBindOrNot() {
        for (Network network :
                List.of(NETWORK.withPeople(6, 0.9), NETWORK.withPeople(4, 0.05), NETWORK.withPeople(200, 0.9))) {
            agree(network, List.of(new PlainCrews(network)));
        }
    }

    @Test
    void peopleWhoCouldNotBeShortLeaveAlmostAllTrialsToLanes() {
        Network network = NETWORK.withPeople(12, 0.05);
        ThisEngine lanes = new ThisEngine(network.model(), Way.fastest(), 1, Detail.PROCESS_TIMES);
        Computed computed = lanes.result(TRIALS).computed();
        assertThat(computed.by()).isEqualTo(Computed.By.LANES);
        assertThat(computed.inEventLoop()).isBetween(1L, TRIALS / 10);
        RunResult events = new ThisEngine(network.model(), Way.events(), 1, Detail.PROCESS_TIMES).result(TRIALS);
        assertThat(lanes.result(TRIALS).elements()).isEqualTo(events.elements());
    }
}
