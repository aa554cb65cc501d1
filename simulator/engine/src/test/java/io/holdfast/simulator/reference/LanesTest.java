package io.holdfast.simulator.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.engine.Detail;
import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.engine.RunOutcome;
import io.holdfast.simulator.engine.RunRequest;
import io.holdfast.simulator.engine.Simulation;
import io.holdfast.simulator.engine.Way;
import io.holdfast.simulator.lanes.ScalarPasses;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.result.Computed;
import io.holdfast.simulator.result.RunResult;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Lanes give the bits of the event loop on every random model that fits them: the whole result, with everything reported and
 * with processes alone (where elements go the vectorised way). {@code -Dholdfast.lanes=N} takes more models.
 */
class LanesTest {

    private static final int MODELS =
            Integer.getInteger("holdfast.lanes", Boolean.getBoolean("holdfast.long") ? 20_000 : 1_500);
    private static final int TRIALS = 300;
    private static final int TOLD = 3;

    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger fitting = new AtomicInteger();
    private final AtomicLong trials = new AtomicLong();
    private final AtomicLong again = new AtomicLong();

    private static RunResult run(ContinuityModel model, Way way, Detail detail) {
        RunRequest request = new RunRequest(Id.of("s"), TRIALS, 5, 1, detail);
        return switch (Simulation.run(model, request, RunMonitor.SILENT, way)) {
            case RunOutcome.Finished finished -> finished.result();
            case RunOutcome.Cancelled cancelled -> throw new AssertionError("cancelled: " + cancelled);
        };
    }

    private static RunResult withoutWay(RunResult result) {
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

    private void judge(long number) {
        ContinuityModel model = LaneModels.of(number);
        Way lanes = Way.lanes(new ScalarPasses());
        RunResult fast = run(model, lanes, Detail.EVERYTHING);
        if (fast.computed().by() != Computed.By.LANES) {
            return;
        }
        fitting.incrementAndGet();
        trials.addAndGet(TRIALS);
        again.addAndGet(fast.computed().inEventLoop());
        if (number % 10 == 0) {
            cutOtherwise(number, model, fast);
        }
        for (Detail detail : Detail.values()) {
            String expected = text(run(model, Way.events(), detail));
            String found = text(run(model, lanes, detail));
            if (!expected.equals(found)) {
                failures.add("%nmodel %d, %s%n%s%nevents %s%nlanes  %s%n"
                        .formatted(number, detail, ModelText.of(model), cut(expected, found), cut(found, expected)));
                return;
            }
        }
    }

    /** Other lanes, blocks and threads: the same result, the count of trials that ran again included. */
    private void cutOtherwise(long number, ContinuityModel model, RunResult expected) {
        for (int lanes : new int[] {16, 64, 512}) {
            Way way = new Way(lanes == 64 ? 7 : 100, lanes, new ScalarPasses());
            RunRequest request = new RunRequest(Id.of("s"), TRIALS, 5, 3);
            RunOutcome outcome = Simulation.run(model, request, RunMonitor.SILENT, way);
            if (!outcome.equals(new RunOutcome.Finished(expected))) {
                failures.add("model " + number + " in " + lanes + " lanes");
            }
        }
    }

    private static String text(RunResult result) {
        return withoutWay(result).toString();
    }

    /** Where two texts part. */
    private static String cut(String text, String other) {
        int at = 0;
        while (at < Math.min(text.length(), other.length()) && text.charAt(at) == other.charAt(at)) {
            at++;
        }
        return text.substring(Math.max(0, at - 300), Math.min(text.length(), at + 200));
    }

    @Test
    void agreeWithTheEventLoopToTheBitOnRandomModels() {
        LongStream.range(0, MODELS).parallel().forEach(this::judge);
        assertThat(failures.stream()
                        .sorted(Comparator.comparingInt(String::length))
                        .limit(TOLD))
                .as("%s of %s models differ", failures.size(), fitting)
                .isEmpty();
        assertThat(fitting.get()).as("models that fit lanes").isGreaterThan(MODELS / 3);
        assertThat(again.get())
                .as("of %s trials, those that lanes do not vouch for", trials)
                .isBetween(1L, trials.get() / 5);
    }
}
