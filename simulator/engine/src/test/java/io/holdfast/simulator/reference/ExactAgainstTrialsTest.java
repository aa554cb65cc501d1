package io.holdfast.simulator.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.ModelCompiler;
import io.holdfast.simulator.engine.TrialOutcome;
import io.holdfast.simulator.engine.TrialProbe;
import io.holdfast.simulator.exact.BooleanQuestion;
import io.holdfast.simulator.exact.Chance;
import io.holdfast.simulator.exact.ChanceTable;
import io.holdfast.simulator.exact.DiagramOutcome;
import io.holdfast.simulator.exact.EventDiagram;
import io.holdfast.simulator.exact.ExactRisk;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.sampling.Draws;
import io.holdfast.simulator.sampling.KeyedDraws;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The exact method against the engine, on random models with needs of all forms, common causes, soft and held entries: for
 * every combination of what can happen, an element is disrupted in a trial when its diagram says so.
 */
class ExactAgainstTrialsTest {

    private static final int MODELS = 1_500;
    private static final int MOST_CHANCES = 11;

    private int same;
    private int between;
    private int refused;

    @Test
    void everyCombinationOfHitsDisruptsWhatTheDiagramSays() {
        for (long seed = 0; seed < MODELS; seed++) {
            ContinuityModel model = RandomModels.of(seed);
            compare(seed, ModelCompiler.compile(model, model.scenarios().getFirst()));
        }
        assertThat(same).as("compared trials without held needs").isGreaterThan(40_000);
        assertThat(between).as("compared trials with held needs").isGreaterThan(40_000);
        assertThat(refused).as("trials of elements on a cycle with a pool").isLessThan(4_000);
    }

    private void compare(long seed, CompiledModel model) {
        ExactRisk risk = new ExactRisk(model, ExactRisk.DEFAULT_NODES);
        ChanceTable chances = risk.chances();
        if (chances.size() > MOST_CHANCES) {
            return;
        }
        TrialProbe probe = new TrialProbe(model);
        DiagramOutcome[] diagrams = new DiagramOutcome[model.elements().size()];
        for (int e = 0; e < diagrams.length; e++) {
            diagrams[e] = risk.diagram(e, BooleanQuestion.DISRUPTED);
        }
        double[] total = new double[diagrams.length];
        for (int bits = 0; bits < 1 << chances.size(); bits++) {
            boolean[] happens = new boolean[chances.size()];
            double weight = 1;
            for (int i = 0; i < happens.length; i++) {
                happens[i] = (bits >> i & 1) == 1;
                double p = chances.get(i).probability();
                weight *= happens[i] ? p : 1 - p;
            }
            TrialOutcome outcome = probe.run(forced(chances, happens, seed * 1000 + bits));
            for (int e = 0; e < diagrams.length; e++) {
                boolean disrupted = outcome.isTouched(e) && outcome.disrupted(e);
                compare(seed + " " + model.elements().id(e) + " " + bits, diagrams[e], happens, disrupted);
                if (diagrams[e] instanceof DiagramOutcome.Built built
                        && built.atOnce().isBad(happens)) {
                    total[e] += weight;
                }
            }
        }
        for (int e = 0; e < diagrams.length; e++) {
            if (diagrams[e] instanceof DiagramOutcome.Built built) {
                assertThat(built.atOnce().probability()).isCloseTo(total[e], within(1e-12));
            }
        }
    }

    private void compare(String where, DiagramOutcome diagram, boolean[] happens, boolean disrupted) {
        switch (diagram) {
            case DiagramOutcome.Refused no -> refused++;
            case DiagramOutcome.Built built -> {
                EventDiagram atOnce = built.atOnce();
                if (atOnce == built.atMost()) {
                    assertThat(disrupted).as(where).isEqualTo(atOnce.isBad(happens));
                    same++;
                } else {
                    assertThat(disrupted || !atOnce.isBad(happens))
                            .as(where + " at once")
                            .isTrue();
                    assertThat(!disrupted || built.atMost().isBad(happens))
                            .as(where + " at most")
                            .isTrue();
                    between++;
                }
            }
        }
    }

    /** Draws of a trial in which the given chances happen, and no others. */
    private static Draws forced(ChanceTable chances, boolean[] happens, long trial) {
        Map<Long, Double> uniforms = new HashMap<>();
        for (int i = 0; i < happens.length; i++) {
            Chance chance = chances.get(i);
            uniforms.put(chance.key(), happens[i] ? chance.probability() / 2 : (1 + chance.probability()) / 2);
        }
        KeyedDraws others = new KeyedDraws(7);
        others.startTrial(trial);
        return (key, occurrence) -> {
            Double forced = uniforms.get(key);
            return forced != null ? forced : others.uniform(key, occurrence);
        };
    }
}
