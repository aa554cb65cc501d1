package io.holdfast.simulator.drill;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.Instant;
import io.holdfast.simulator.compile.ModelCompiler;
import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.engine.Statistics;
import io.holdfast.simulator.engine.TrialOutcome;
import io.holdfast.simulator.engine.TrialProbe;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.result.Estimate;
import io.holdfast.simulator.sampling.KeyedDraws;
import io.holdfast.simulator.sampling.Ticks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How much time a scenario leaves to the response: for each element in scope with an RTO whose recovery waits for the response in
 * at least half of the trials that disrupt it, the RTO less the median recovery time that it would have there if the response took
 * no time. Beside it the chance to be back in time with the response as stated.
 *
 * @param limits the elements whose recovery leaves time
 * @param missed the elements that are more likely late than in time
 */
record Slack(List<Limit> limits, List<Missed> missed) {

    /** Trials of the scenario behind these figures, at most. */
    private static final long TRIALS = 2_000;

    /**
     * What is left to the response.
     *
     * @param element the element
     * @param ticks the time, at least 0
     */
    record Limit(Id element, long ticks) {}

    /**
     * A target that the model is not likely to meet.
     *
     * @param element the element
     * @param rtoHours its RTO
     * @param chance the chance to be back in time, given that it is disrupted
     */
    record Missed(Id element, double rtoHours, Estimate chance) {}

    /** What is counted before the monitor cancels; nobody reads it then. */
    static Slack of(DrillScope scope, Scenario scenario, DrillRequest request, RunMonitor monitor) {
        List<Limit> limits = new ArrayList<>();
        List<Missed> missed = new ArrayList<>();
        for (Timed each : play(scope, scenario, request, monitor)) {
            if (each.disrupted > 0) {
                each.findLimit().ifPresent(limits::add);
                each.findMissed().ifPresent(missed::add);
            }
        }
        return new Slack(List.copyOf(limits), List.copyOf(missed));
    }

    /** Each trial twice under the same luck: with the response as stated, and with one that takes no time. */
    private static List<Timed> play(DrillScope scope, Scenario scenario, DrillRequest request, RunMonitor monitor) {
        CompiledModel compiled = ModelCompiler.compile(scope.model(), scenario);
        List<Timed> timed = IntStream.range(0, compiled.elements().size())
                .filter(e -> scope.elements().contains(compiled.elements().id(e)))
                .mapToObj(e -> Timed.of(compiled, e))
                .flatMap(Optional::stream)
                .toList();
        TrialProbe with = new TrialProbe(compiled);
        TrialProbe without = new TrialProbe(ModelCompiler.compile(scope.model(), scenario, Instant.ofResponse()));
        KeyedDraws draws = new KeyedDraws(request.seed());
        for (long trial = 0; trial < Math.min(TRIALS, request.trials()) && !monitor.isCancelled(); trial++) {
            monitor.onProgress(0);
            draws.startTrial(trial);
            TrialOutcome stated = with.run(draws);
            TrialOutcome atOnce = without.run(draws);
            timed.forEach(each -> each.count(stated, atOnce));
        }
        return timed;
    }

    /** What was counted of one element with an RTO. */
    private static final class Timed {

        private final int e;
        private final Id id;
        private final double rtoHours;
        private final Measure atOnce = new Measure();
        private long disrupted;
        private long inTime;

        private Timed(int e, Id id, double rtoHours) {
            this.e = e;
            this.id = id;
            this.rtoHours = rtoHours;
        }

        static Optional<Timed> of(CompiledModel compiled, int e) {
            Double rto = compiled.elements().objectives(e).objectives().rtoHours();
            return rto == null
                    ? Optional.empty()
                    : Optional.of(new Timed(e, compiled.elements().id(e), rto));
        }

        void count(TrialOutcome stated, TrialOutcome quick) {
            if (!stated.isTouched(e) || !stated.disrupted(e)) {
                return;
            }
            disrupted++;
            inTime += stated.recoveryTicks(e) <= Ticks.ofHours(rtoHours) ? 1 : 0;
            long least = quick.isTouched(e) ? quick.recoveryTicks(e) : 0;
            if (least < stated.recoveryTicks(e)) {
                atOnce.add(least);
            }
        }

        Optional<Limit> findLimit() {
            if (atOnce.total() == 0 || atOnce.total() * 2 < disrupted) {
                return Optional.empty();
            }
            Double median = atOnce.quantile(0.5, 1).value();
            return median == null || median > Ticks.ofHours(rtoHours)
                    ? Optional.empty()
                    : Optional.of(new Limit(id, Ticks.ofHours(rtoHours) - median.longValue()));
        }

        Optional<Missed> findMissed() {
            Estimate chance = Statistics.chance(inTime, disrupted);
            return chance.value() < 0.5 ? Optional.of(new Missed(id, rtoHours, chance)) : Optional.empty();
        }
    }
}
