package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.MethodTable;
import io.holdfast.simulator.result.QuantileEstimate;
import io.holdfast.simulator.result.StepTimes;
import io.holdfast.simulator.sampling.Ticks;
import org.jspecify.annotations.Nullable;

/**
 * How often each step of the recovery was taken, and when: methods worked to success, the decision, the calls of teams.
 * Integers that merge in any order to the same bits. One instance a thread.
 */
final class StepCounts {

    private final MethodTable methods;
    private final @Nullable OfMethod[] ofMethod;
    private final ValueCounts decided = new ValueCounts();
    private final ValueCounts[] teamReady;

    StepCounts(CompiledModel model) {
        methods = model.methods();
        ofMethod = new OfMethod[methods.size()];
        teamReady = new ValueCounts[model.response().teams()];
        for (int team = 0; team < teamReady.length; team++) {
            teamReady[team] = new ValueCounts();
        }
    }

    /** When a method began and ended, over the trials in which it succeeded. */
    static final class OfMethod {
        final ValueCounts start = new ValueCounts();
        final ValueCounts done = new ValueCounts();

        private void merge(OfMethod other) {
            start.merge(other.start);
            done.merge(other.done);
        }
    }

    /** Counts the methods of an element that was touched. */
    void add(TrialOutcome outcome, int e) {
        for (int method = methods.from(e); method < methods.to(e); method++) {
            if (outcome.doneTicks(method) != TrialOutcome.NOT_IN_TRIAL) {
                OfMethod counts = of(method);
                counts.start.add(outcome.startTicks(method));
                counts.done.add(outcome.doneTicks(method));
            }
        }
    }

    /** Counts the decision and the calls of teams. */
    void addResponse(TrialOutcome outcome) {
        if (outcome.decidedTicks() != TrialOutcome.NOT_IN_TRIAL) {
            decided.add(outcome.decidedTicks());
            for (int team = 0; team < teamReady.length; team++) {
                if (outcome.readyTicks(team) != TrialOutcome.NOT_IN_TRIAL) {
                    teamReady[team].add(outcome.readyTicks(team));
                }
            }
        }
    }

    void addWorked(int method, long start, long done) {
        OfMethod counts = of(method);
        counts.start.add(start);
        counts.done.add(done);
    }

    void addDecided(long ticks) {
        decided.add(ticks);
    }

    void addReady(int team, long ticks) {
        teamReady[team].add(ticks);
    }

    private OfMethod of(int method) {
        OfMethod found = ofMethod[method];
        if (found == null) {
            found = new OfMethod();
            ofMethod[method] = found;
        }
        return found;
    }

    void merge(StepCounts other) {
        for (int method = 0; method < ofMethod.length; method++) {
            OfMethod theirs = other.ofMethod[method];
            if (theirs != null) {
                of(method).merge(theirs);
            }
        }
        decided.merge(other.decided);
        for (int team = 0; team < teamReady.length; team++) {
            teamReady[team].merge(other.teamReady[team]);
        }
    }

    /** What was counted of a method, or null where it never succeeded. */
    @Nullable
    OfMethod method(int method) {
        return ofMethod[method];
    }

    /** When the decision fell, over the trials that waited for one. */
    ValueCounts decided() {
        return decided;
    }

    /** When a team was at work, over the trials that waited for it. */
    ValueCounts teamReady(int team) {
        return teamReady[team];
    }

    /** The quantiles of what was counted, in hours; null where nothing was. */
    static @Nullable StepTimes times(ValueCounts counts) {
        if (counts.total() == 0) {
            return null;
        }
        ValueCounts.Sorted sorted = counts.sorted();
        return new StepTimes(quantile(0.05, sorted), quantile(0.5, sorted), quantile(0.95, sorted));
    }

    private static QuantileEstimate quantile(double p, ValueCounts.Sorted sorted) {
        return Statistics.quantile(p, sorted.total(), rank -> sorted.valueOfRank(rank) / Ticks.PER_HOUR);
    }
}
