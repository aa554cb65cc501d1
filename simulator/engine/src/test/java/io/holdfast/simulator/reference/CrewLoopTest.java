package io.holdfast.simulator.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.ModelCompiler;
import io.holdfast.simulator.engine.TrialOutcome;
import io.holdfast.simulator.engine.TrialProbe;
import io.holdfast.simulator.lanes.CrewLoop;
import io.holdfast.simulator.lanes.Lane;
import io.holdfast.simulator.lanes.LaneAnalysis;
import io.holdfast.simulator.lanes.LaneFit;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.sampling.KeyedDraws;
import io.holdfast.simulator.sampling.Ticks;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The loop for trials in which people are short gives, trial by trial, what the event loop gives: when everything starts, along
 * which path, what was worked when, who was asked for and what is lost. {@code -Dholdfast.crews=N} takes more models.
 */
class CrewLoopTest {

    private static final int MODELS =
            Integer.getInteger("holdfast.crews", Boolean.getBoolean("holdfast.long") ? 70_000 : 14_000);
    private static final int TRIALS = 12;

    private int compared;
    private int binding;
    private long waits;
    private long lost;

    private void compare(long number) {
        ContinuityModel model = CrewModels.of(number);
        CompiledModel compiled = ModelCompiler.compile(model, model.scenarios().getFirst());
        if (!(LaneAnalysis.of(compiled) instanceof LaneFit.Fits fits)
                || !fits.program().hasCrewLoop()) {
            return;
        }
        boolean[] all = new boolean[compiled.elements().size()];
        Arrays.fill(all, true);
        CrewLoop loop = new CrewLoop(fits.program(), true, all);
        boolean[] some = new boolean[all.length];
        for (int e = 0; e < some.length; e++) {
            some[e] = isTraced(compiled, e);
        }
        CrewLoop shorter = new CrewLoop(fits.program(), true, some);
        TrialProbe probe = new TrialProbe(compiled);
        KeyedDraws draws = new KeyedDraws(number);
        boolean binds = false;
        for (int trial = 0; trial < TRIALS; trial++) {
            loop.run(draws, trial);
            draws.startTrial(trial);
            String expected = text(compiled, probe.run(draws));
            assertThat(text(compiled, loop))
                    .as("model %s, trial %s%n%s", number, trial, ModelText.of(model))
                    .isEqualTo(expected);
            shorter.run(draws, trial);
            assertThat(ofProcesses(compiled, shorter))
                    .as("model %s, trial %s, ended early%n%s", number, trial, ModelText.of(model))
                    .isEqualTo(ofProcesses(compiled, loop));
            binds |= loop.hasWaited();
            waits += loop.hasWaited() ? 1 : 0;
        }
        compared++;
        binding += binds ? 1 : 0;
    }

    private String text(CompiledModel model, TrialOutcome outcome) {
        StringBuilder text = new StringBuilder();
        for (int e = 0; e < model.elements().size(); e++) {
            boolean down = outcome.isTouched(e) && outcome.disrupted(e);
            String path = down && isTraced(model, e) ? Arrays.toString(outcome.driving(e)) : "[]";
            boolean gone = outcome.isTouched(e) && outcome.dataLossTicks(e) == Ticks.NEVER;
            lost += gone ? 1 : 0;
            line(text, e, down ? outcome.recoveryTicks(e) : -1, path, gone);
        }
        Map<Integer, String> worked = new TreeMap<>();
        for (int method = 0; method < model.methods().size(); method++) {
            if (outcome.isTouched(model.methods().get(method).element()) && outcome.doneTicks(method) >= 0) {
                worked.put(method, outcome.startTicks(method) + " to " + outcome.doneTicks(method));
            }
        }
        text.append(worked).append(" decided ").append(outcome.decidedTicks());
        for (int team = 0; team < model.response().teams(); team++) {
            text.append(' ').append(outcome.readyTicks(team));
        }
        return text.toString();
    }

    private static String text(CompiledModel model, CrewLoop loop) {
        StringBuilder text = new StringBuilder();
        for (int e = 0; e < model.elements().size(); e++) {
            int start = loop.start(e);
            boolean back = start >= 0 && start != Lane.NEVER;
            int[] path = new int[back && isTraced(model, e) ? loop.followPath(e) : 0];
            Arrays.setAll(path, loop::pathLink);
            line(
                    text,
                    e,
                    start == Lane.NEVER ? Ticks.NEVER : ticks(start),
                    Arrays.toString(path),
                    loop.isLost(e, !isTraced(model, e)));
        }
        Map<Integer, String> worked = new TreeMap<>();
        loop.forEachWorked((method, began, ended) -> worked.put(method, ticks(began) + " to " + ticks(ended)));
        text.append(worked).append(" decided ").append(ticks(loop.decided()));
        for (int team = 0; team < model.response().teams(); team++) {
            text.append(' ').append(ticks(loop.teamReady(team)));
        }
        return text.toString();
    }

    /** What a loop says that is asked for no assets: a trial ends when nothing else is down. */
    private static String ofProcesses(CompiledModel model, CrewLoop loop) {
        StringBuilder text = new StringBuilder();
        for (int e = 0; e < model.elements().size(); e++) {
            if (isTraced(model, e)) {
                int start = loop.start(e);
                int[] path = new int[start >= 0 && start != Lane.NEVER ? loop.followPath(e) : 0];
                Arrays.setAll(path, loop::pathLink);
                line(text, e, start, Arrays.toString(path), loop.isLost(e, false));
            }
        }
        text.append(loop.decided());
        for (int team = 0; team < model.response().teams(); team++) {
            text.append(' ').append(loop.teamReady(team));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, int e, long start, String path, boolean gone) {
        text.append("%d starts %d by %s%s%n".formatted(e, start, path, gone ? ", all data lost" : ""));
    }

    private static long ticks(int seconds) {
        return seconds < 0 ? -1 : seconds * Ticks.PER_SECOND;
    }

    private static boolean isTraced(CompiledModel model, int e) {
        return model.elements().get(e).type() != ElementType.ASSET;
    }

    @Test
    void agreesWithTheEventLoopTrialByTrialWhereCrewsBind() {
        for (long number = 0; number < MODELS; number++) {
            compare(number);
        }
        assertThat(binding)
                .as("models in which somebody waits, of %s that fit", compared)
                .isGreaterThan(MODELS / 7);
        assertThat(waits).as("trials in which somebody waits").isGreaterThan(MODELS / 2);
        assertThat(lost).as("elements that lose everything").isGreaterThan(MODELS / 10);
    }
}
