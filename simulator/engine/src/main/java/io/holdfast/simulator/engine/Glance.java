package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.engine.Accumulator.OfElement;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Team;
import io.holdfast.simulator.result.Estimate;
import io.holdfast.simulator.sampling.Ticks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a run says of one element's recovery, and what came into play: for runs that are many and small, whose whole results would take
 * longer than their trials. Each figure is that of the whole result.
 *
 * @param meanHours the mean time to recovery of the trials in which it came back, in hours; null where it never did
 * @param sdHours the standard deviation of the same; null where it never came back
 * @param p95Hours the P95 over all trials, in hours; null for never
 * @param disrupted the elements that stopped in any trial
 * @param called the teams of people that were ready in any trial
 */
public record Glance(
        @Nullable Double meanHours,
        @Nullable Double sdHours,
        @Nullable Double p95Hours,
        Set<Id> disrupted,
        Set<Id> called) {

    /** Copies the sets. */
    public Glance {
        disrupted = Set.copyOf(disrupted);
        called = Set.copyOf(called);
    }

    static Glance of(CompiledModel model, Accumulator sums, int e) {
        OfElement found = sums.element(e);
        OfElement a = found == null ? new OfElement(model.elements().gridSize(e)) : found;
        long n = sums.trials();
        long back = n - a.never;
        Estimate mean = Statistics.mean(back, a.recoverySum, a.recoverySquares, Ticks.PER_HOUR);
        return new Glance(
                mean == null ? null : mean.value(),
                back == 0 ? null : Statistics.deviation(back, a.recoverySum, a.recoverySquares, Ticks.PER_HOUR),
                ResultAssembly.ranked(n, a.recovery.sorted(), n - a.disrupted, Ticks.PER_HOUR, a.never)
                        .value(Statistics.rank(0.95, n)),
                disrupted(model, sums),
                called(model, sums));
    }

    private static Set<Id> disrupted(CompiledModel model, Accumulator sums) {
        Set<Id> disrupted = new HashSet<>();
        for (int e = 0; e < model.elements().size(); e++) {
            OfElement found = sums.element(e);
            if (found != null && found.disrupted > 0) {
                disrupted.add(model.elements().get(e).id());
            }
        }
        return disrupted;
    }

    private static Set<Id> called(CompiledModel model, Accumulator sums) {
        List<Team> teams = model.model().teams();
        return IntStream.range(0, teams.size())
                .filter(team ->
                        teams.get(team).people() && sums.steps().teamReady(team).total() > 0)
                .mapToObj(team -> teams.get(team).id())
                .collect(Collectors.toSet());
    }
}
