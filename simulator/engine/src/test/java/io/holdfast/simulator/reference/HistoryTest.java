package io.holdfast.simulator.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.ModelCompiler;
import io.holdfast.simulator.compile.YearModel;
import io.holdfast.simulator.engine.HistoryProbe;
import io.holdfast.simulator.engine.TrialOutcome;
import io.holdfast.simulator.engine.TrialProbe;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementBuilder;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.sampling.KeyedDraws;
import io.holdfast.simulator.sampling.Ticks;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A history in which a scenario strikes once is a trial of that scenario, to the tick, whenever it strikes. Interim methods are
 * left out: an element that runs on one for good counts as back in a year, and begins anew when it stops.
 */
class HistoryTest {

    private static final int MODELS = 2_000;
    private static final int TRIALS = 10;
    private static final long SEED = 11;
    private static final double BEFORE = 1_000;

    @Test
    void strikesOnceAndGoesAsATrialGoes() {
        int compared = 0;
        int down = 0;
        for (long number = 0; number < MODELS; number++) {
            ContinuityModel model = plain(RandomModels.of(number));
            if (!new Comparison(model, new Coverage()).isSound()) {
                continue;
            }
            Scenario scenario = model.scenarios().getFirst();
            CompiledModel compiled = ModelCompiler.compile(model, scenario);
            TrialProbe trials = new TrialProbe(compiled);
            double horizon = scenario.horizonHours();
            HistoryProbe atOnce = new HistoryProbe(YearModel.of(model, horizon, 0));
            HistoryProbe later = new HistoryProbe(YearModel.of(model, BEFORE + horizon, BEFORE));
            for (long trial = 0; trial < TRIALS; trial++) {
                KeyedDraws draws = new KeyedDraws(SEED);
                draws.startTrial(trial);
                long[] expected = interrupted(trials.run(draws), compiled);
                assertThat(atOnce.runOnly(draws, 0, 0))
                        .as("model %s trial %s at once", number, trial)
                        .isEqualTo(expected);
                assertThat(later.runOnly(draws, 0, Ticks.ofHours(BEFORE)))
                        .as("model %s trial %s later", number, trial)
                        .isEqualTo(expected);
                compared++;
                down += Arrays.stream(expected).anyMatch(ticks -> ticks > 0) ? 1 : 0;
            }
        }
        assertThat(compared).isGreaterThan(MODELS * TRIALS / 2);
        assertThat(down).isGreaterThan(compared / 2);
    }

    private static long[] interrupted(TrialOutcome outcome, CompiledModel model) {
        long[] ticks = new long[model.elements().size()];
        for (int e = 0; e < ticks.length; e++) {
            ticks[e] = outcome.isTouched(e) ? outcome.interruptedTicks(e) : 0;
        }
        return ticks;
    }

    /** Without targets, so that every share counts as back, without interim methods, and with a frequency that never strikes. */
    private static ContinuityModel plain(ContinuityModel model) {
        Scenario s = model.scenarios().getFirst();
        Scenario rare = new Scenario(
                s.id(),
                s.label(),
                s.origin(),
                1e-9,
                s.hits(),
                s.detect(),
                s.declare(),
                s.lasts(),
                s.dwell(),
                s.staff(),
                s.demandMultiplier(),
                s.when(),
                s.horizonHours());
        return new ContinuityModel(
                model.label(),
                null,
                null,
                model.sites(),
                model.teams(),
                List.of(),
                model.elements().stream().map(HistoryTest::plain).toList(),
                model.plans(),
                List.of(rare),
                List.of());
    }

    private static Element plain(Element element) {
        List<RecoveryMethod> lasting = element.methods().stream()
                .filter(method -> method.capacity() >= 1 && method.lasts() == null)
                .toList();
        return new ElementBuilder(element.id(), element.type(), element.kind())
                .label(element.label())
                .site(element.site())
                .zone(element.zone())
                .restart(element.restart())
                .needs(element.needs())
                .objectives(Objectives.NONE)
                .methods(lasting)
                .build();
    }
}
