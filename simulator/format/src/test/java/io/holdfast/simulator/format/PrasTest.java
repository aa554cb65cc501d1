package io.holdfast.simulator.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.compile.ModelCompiler;
import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.engine.RunOutcome;
import io.holdfast.simulator.engine.RunRequest;
import io.holdfast.simulator.engine.Simulation;
import io.holdfast.simulator.exact.BooleanQuestion;
import io.holdfast.simulator.exact.ExactAnswer;
import io.holdfast.simulator.exact.ExactRisk;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.result.ElementResult;
import io.holdfast.simulator.result.RunResult;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Single-region capacity systems with published loss of load and unserved energy, hour by hour: exactly by diagrams, and by
 * simulation within four standard errors, whose size the enumeration of all states gives. Four errors are exceeded by
 * chance once in 16,000 comparisons; there are 20.
 */
class PrasTest {

    private static final long TRIALS = 200_000;

    @ParameterizedTest
    @CsvSource({
        "singlenode_a, gens1, singlenode_a",
        "singlenode_a_5min, gens1_5min, singlenode_a",
        "singlenode_b, gens2, singlenode_b"
    })
    void hoursAreExactByDiagrams(String system, String generators, String published) throws IOException {
        areExact(PrasSystem.read(system, generators, published), 1e-12);
    }

    /** Three regions as one; published to five places. */
    @Test
    void hoursOfTheCopperplateAreExactByDiagrams() throws IOException {
        areExact(PrasSystem.readCopperplate(), 6e-6);
    }

    private static void areExact(PrasSystem pras, double error) {
        ContinuityModel model = pras.model();
        ExactRisk risk =
                new ExactRisk(ModelCompiler.compile(model, model.scenarios().getFirst()), ExactRisk.DEFAULT_NODES);
        double lole = 0;
        double eue = 0;
        for (int t = 0; t < pras.load().length; t++) {
            int e = pras.capacity().length + t;
            ExactAnswer.Known lolp = (ExactAnswer.Known) risk.answer(e, BooleanQuestion.DISRUPTED);
            double missing = pras.load()[t] * (1 - risk.findMeanShareAtEvent(e).orElseThrow());
            assertThat(lolp.probability()).isCloseTo(pras.lolps()[t], within(error));
            assertThat(missing).isCloseTo(pras.eues()[t], within(error));
            lole += lolp.probability();
            eue += missing;
        }
        assertThat(lole).isCloseTo(pras.lole(), within(error * pras.load().length));
        assertThat(eue).isCloseTo(pras.eue(), within(error * pras.load().length));
    }

    @ParameterizedTest
    @CsvSource({"singlenode_a, gens1, singlenode_a", "singlenode_b, gens2, singlenode_b"})
    void hoursAreWithinFourStandardErrorsBySimulation(String system, String generators, String published)
            throws IOException {
        PrasSystem pras = PrasSystem.read(system, generators, published);
        RunResult result = run(pras.model());
        for (int t = 0; t < pras.load().length; t++) {
            ElementResult hour = result.elements().get(pras.capacity().length + t);
            double lolp = pras.lolps()[t];
            assertThat(hour.disrupted().value()).isCloseTo(lolp, within(4 * Math.sqrt(lolp * (1 - lolp) / TRIALS)));
            double eue = pras.eues()[t];
            double deviation = Math.sqrt(pras.expectedMissing(t, 2) - eue * eue);
            assertThat(pras.load()[t] * (1 - hour.capacity().getFirst().mean().value()))
                    .isCloseTo(eue, within(4 * deviation / Math.sqrt(TRIALS)));
        }
    }

    private static RunResult run(ContinuityModel model) {
        RunRequest request = new RunRequest(Id.of("year"), TRIALS, 42, 2);
        return switch (Simulation.run(model, request, RunMonitor.SILENT)) {
            case RunOutcome.Finished finished -> finished.result();
            case RunOutcome.Cancelled cancelled -> throw new AssertionError("cancelled");
        };
    }
}
