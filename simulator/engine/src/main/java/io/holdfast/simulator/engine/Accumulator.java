package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.ElementTable;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.sampling.Ticks;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sums of many trials as integers: counts, tick sums, 128-bit squares and value counts. Merging in any order gives the same
 * bits. One instance a thread.
 */
final class Accumulator {

    /** Fixed-point units of one unit of money or headroom. */
    static final double MONEY_SCALE = 1e4;

    /** Fixed-point units of the share 1. */
    static final double SHARE_SCALE = 1e9;

    private final CompiledModel model;
    private final @Nullable OfElement[] elements;
    private final Map<String, Long> deadlocks = new TreeMap<>();
    private final Map<String, int[]> deadlockMembers = new HashMap<>();
    private final StepCounts steps;
    private final Detail detail;
    private long trials;
    private long inEventLoop;

    Accumulator(CompiledModel model) {
        this(model, Detail.EVERYTHING);
    }

    Accumulator(CompiledModel model, Detail detail) {
        this.model = model;
        this.detail = detail;
        steps = new StepCounts(model);
        elements = new OfElement[model.elements().size()];
    }

    /** What was counted of one element, over the trials that touched it. */
    static final class OfElement {
        long touched;
        long disrupted;
        long never;
        long withinRto;
        long withinMtpd;
        final Int128 recoverySum = new Int128();
        final Int128 recoverySquares = new Int128();
        final ValueCounts recovery = new ValueCounts();
        final ValueCounts interrupted = new ValueCounts();
        long neverFull;
        long low;
        final ValueCounts full = new ValueCounts();
        long lostAll;
        long withinRpo;
        final Int128 dataSum = new Int128();
        final Int128 dataSquares = new Int128();
        final ValueCounts dataLoss = new ValueCounts();
        final Int128 lossSum = new Int128();
        final Int128 lossSquares = new Int128();
        final ValueCounts loss = new ValueCounts();
        final Int128 penaltySum = new Int128();
        final Int128 penaltySquares = new Int128();
        final ValueCounts penalty = new ValueCounts();
        final ValueCounts headroom = new ValueCounts();
        long belowZero;
        long degraded;
        final Int128[] shareSums;
        final ValueCounts[] shares;
        final Map<Integer, Long> driving = new HashMap<>();

        OfElement(int grid) {
            shareSums = new Int128[grid];
            shares = new ValueCounts[grid];
            for (int g = 0; g < grid; g++) {
                shareSums[g] = new Int128();
                shares[g] = new ValueCounts();
            }
        }

        private void merge(OfElement other) {
            touched += other.touched;
            disrupted += other.disrupted;
            never += other.never;
            withinRto += other.withinRto;
            withinMtpd += other.withinMtpd;
            recoverySum.add(other.recoverySum);
            recoverySquares.add(other.recoverySquares);
            recovery.merge(other.recovery);
            interrupted.merge(other.interrupted);
            neverFull += other.neverFull;
            low += other.low;
            full.merge(other.full);
            lostAll += other.lostAll;
            withinRpo += other.withinRpo;
            dataSum.add(other.dataSum);
            dataSquares.add(other.dataSquares);
            dataLoss.merge(other.dataLoss);
            lossSum.add(other.lossSum);
            lossSquares.add(other.lossSquares);
            loss.merge(other.loss);
            penaltySum.add(other.penaltySum);
            penaltySquares.add(other.penaltySquares);
            penalty.merge(other.penalty);
            headroom.merge(other.headroom);
            belowZero += other.belowZero;
            degraded += other.degraded;
            for (int g = 0; g < shares.length; g++) {
                shareSums[g].add(other.shareSums[g]);
                shares[g].merge(other.shares[g]);
            }
            other.driving.forEach((link, count) -> driving.merge(link, count, Long::sum));
        }
    }

    /** What was counted of the steps of the recovery. */
    StepCounts steps() {
        return steps;
    }

    long trials() {
        return trials;
    }

    /** How many of them were decided event by event. */
    long inEventLoop() {
        return inEventLoop;
    }

    /** What was counted of an element, or null where no trial touched it. */
    @Nullable
    OfElement element(int e) {
        return elements[e];
    }

    /** How many trials ended with a group waiting for each other, by the group. */
    Map<String, Long> deadlocks() {
        return deadlocks;
    }

    int[] deadlockMembers(String group) {
        int[] members = deadlockMembers.get(group);
        return members == null ? new int[0] : members;
    }

    void add(TrialOutcome outcome) {
        trials++;
        inEventLoop++;
        steps.addResponse(outcome);
        for (int i = 0; i < outcome.touched(); i++) {
            int e = outcome.touched(i);
            if (detail.includes(model.elements().get(e).type())) {
                steps.add(outcome, e);
                add(outcome, e);
            }
        }
        for (int[] group : outcome.deadlocks) {
            String key = IntStream.of(group).mapToObj(Integer::toString).collect(Collectors.joining(","));
            deadlocks.merge(key, 1L, Long::sum);
            deadlockMembers.putIfAbsent(key, group);
        }
    }

    /** Counts trials whose elements are counted otherwise. */
    void addTrials(long more) {
        trials += more;
    }

    /** Counts trials, counted otherwise too, that ran event by event. */
    void addInEventLoop(long more) {
        inEventLoop += more;
    }

    /** What is counted of an element, from nothing where it was not touched yet. */
    OfElement of(int e) {
        OfElement found = elements[e];
        if (found == null) {
            found = new OfElement(model.elements().gridSize(e));
            elements[e] = found;
        }
        return found;
    }

    private void add(TrialOutcome out, int e) {
        OfElement a = of(e);
        a.touched++;
        Objectives goals = model.elements().objectives(e).objectives();
        if (out.disrupted(e)) {
            addDisruption(a, out, e, goals);
        }
        if (out.fullTicks(e) == Ticks.NEVER) {
            a.neverFull++;
        } else if (out.fullTicks(e) > 0) {
            a.low++;
            a.full.add(out.fullTicks(e));
        }
        addDataLoss(a, out.dataLossTicks(e), goals);
        if (out.loss(e) > 0) {
            long money = StrictMath.round(out.loss(e) * MONEY_SCALE);
            a.lossSum.add(money);
            a.lossSquares.addSquare(money);
            a.loss.add(money);
        }
        if (out.penalty(e) > 0) {
            long money = StrictMath.round(out.penalty(e) * MONEY_SCALE);
            a.penaltySum.add(money);
            a.penaltySquares.addSquare(money);
            a.penalty.add(money);
        }
        if (!Double.isNaN(out.headroom(e))) {
            long headroom = StrictMath.round(out.headroom(e) * MONEY_SCALE);
            a.headroom.add(headroom);
            a.belowZero += headroom < 0 ? 1 : 0;
        }
        a.degraded += out.degraded(e) ? 1 : 0;
        ElementTable table = model.elements();
        for (int g = 0; g < table.gridSize(e); g++) {
            long share = StrictMath.round(out.gridShare(e, g) * SHARE_SCALE);
            a.shareSums[g].add(share);
            a.shares[g].add(share);
        }
        for (int link : detail.includesDriving() ? out.driving[e] : TrialOutcome.NO_LINKS) {
            a.driving.merge(link, 1L, Long::sum);
        }
    }

    private static void addDisruption(OfElement a, TrialOutcome out, int e, Objectives goals) {
        a.disrupted++;
        a.interrupted.add(out.interruptedTicks(e));
        long time = out.recoveryTicks(e);
        if (time == Ticks.NEVER) {
            a.never++;
            return;
        }
        a.recoverySum.add(time);
        a.recoverySquares.addSquare(time);
        a.recovery.add(time);
        Double rto = goals.rtoHours();
        if (rto != null && time <= Ticks.ofHours(rto)) {
            a.withinRto++;
        }
        Double mtpd = goals.mtpdHours();
        Double wrt = goals.wrtHours();
        if (mtpd != null && time + (wrt == null ? 0 : Ticks.ofHours(wrt)) <= Ticks.ofHours(mtpd)) {
            a.withinMtpd++;
        }
    }

    private static void addDataLoss(OfElement a, long age, Objectives goals) {
        if (age == Ticks.NEVER) {
            a.lostAll++;
            return;
        }
        a.dataSum.add(age);
        a.dataSquares.addSquare(age);
        if (age > 0) {
            a.dataLoss.add(age);
        }
        Double rpo = goals.rpoHours();
        if (rpo != null && age <= Ticks.ofHours(rpo)) {
            a.withinRpo++;
        }
    }

    void merge(Accumulator other) {
        trials += other.trials;
        inEventLoop += other.inEventLoop;
        steps.merge(other.steps);
        for (int e = 0; e < elements.length; e++) {
            OfElement theirs = other.elements[e];
            if (theirs != null) {
                of(e).merge(theirs);
            }
        }
        other.deadlocks.forEach((group, count) -> {
            deadlocks.merge(group, count, Long::sum);
            deadlockMembers.putIfAbsent(group, other.deadlockMembers(group));
        });
    }
}
