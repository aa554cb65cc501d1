package io.holdfast.simulator.engine;

import static io.holdfast.simulator.engine.TrialState.HIT_OUTAGE;
import static io.holdfast.simulator.engine.TrialState.NEED_LOST;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.HitTable.HitEntry;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.sampling.Draws;
import java.util.stream.IntStream;

/**
 * Runs a trial as a causal event loop on compiled arrays. At one instant: all ends and arrivals, then serving to its
 * greatest fixpoint, then choices; what they bring about at the same instant follows in a further round. No allocation in
 * the steady state. One instance a thread.
 */
final class EventKernel implements TrialKernel {

    private static final int METHOD_END = 0;
    private static final int RESTART_DUE = 1;
    private static final int READY = 2;
    private static final int HOLD_EXPIRY = 3;
    private static final int HAZARD_END = 4;
    private static final int INSTANT = 1;
    private static final int TEAM_COMPLETE = 5;
    private static final int KEPT_UNTIL = 6;

    private final CompiledModel model;
    private final TrialState s;
    private final NeedEvaluation needs;
    private final Crews crews;
    private final Timeline timeline;
    private final Serving serving;
    private final Recovery recovery;
    private final DataLoss dataLoss;
    private final LoadStep load;
    private final Deadlocks deadlocks;
    private final DrivingTrace driving;
    private final NormalRunning normal;
    private final int[] abnormal;

    EventKernel(CompiledModel model) {
        this.model = model;
        int n = model.elements().size();
        int[] gridSizes =
                IntStream.range(0, n).map(e -> model.elements().gridSize(e)).toArray();
        s = new TrialState(
                model,
                new TrialOutcome(
                        n, gridSizes, model.methods().size(), model.response().teams()));
        needs = new NeedEvaluation(s);
        timeline = new Timeline(s);
        load = new LoadStep(s, needs);
        Causes causes = new Causes(s, needs);
        crews = new Crews(s);
        serving = new Serving(s, needs, causes, crews, new Changes(s, causes, timeline, load));
        dataLoss = new DataLoss(s, needs);
        recovery = new Recovery(s, needs, causes, crews, dataLoss);
        deadlocks = new Deadlocks(s, needs, recovery);
        driving = new DrivingTrace(s);
        settleNormalRunning();
        normal = new NormalRunning(s.normalShare, load.normal());
        abnormal = IntStream.range(0, n).filter(timeline::isAbnormal).toArray();
    }

    private void settleNormalRunning() {
        for (int c = 0; c < model.components().count(); c++) {
            s.dirtyComponents.add(c);
        }
        serving.settle();
        for (int hold = 0; hold < model.needs().holds(); hold++) {
            s.heldShare[hold] = Math.max(0, serving.rawOfHold(hold));
        }
        load.keepAsNormal();
        timeline.finish();
        s.keepAsNormal();
        s.reset();
        load.reset();
    }

    static long restartDue(int e) {
        return code(RESTART_DUE, e);
    }

    static long ready(int e) {
        return code(READY, e);
    }

    static long teamComplete(int team) {
        return code(TEAM_COMPLETE, team);
    }

    static long keptUntil(int method) {
        return code(KEPT_UNTIL, method);
    }

    static long methodEnd(int e) {
        return code(METHOD_END, e);
    }

    private static long code(int kind, int number) {
        return ((long) kind << 32) | number;
    }

    @Override
    public NormalRunning normal() {
        return normal;
    }

    @Override
    public TrialOutcome run(Draws draws) {
        s.reset();
        dataLoss.reset();
        load.reset();
        crews.reset();
        s.draws = draws;
        s.inTrial = true;
        boolean anyHit = hit();
        for (int e : abnormal) {
            s.touch(e);
            timeline.start(e);
        }
        if (anyHit) {
            round();
            long horizon = model.horizonTicks();
            while (!s.events.isEmpty() && s.events.firstTime() <= horizon) {
                s.now = s.events.firstTime();
                while (!s.events.isEmpty() && s.events.firstTime() == s.now) {
                    happen(s.events.pop());
                }
                round();
            }
            s.now = horizon;
        }
        finish();
        return s.outcome;
    }

    private void finish() {
        dataLoss.finish();
        load.finish();
        if (s.downCount > 0) {
            deadlocks.find();
        }
        timeline.finish();
    }

    /** Draws the hits and puts what is hit in its state; whether anything is. */
    private boolean hit() {
        boolean any = false;
        for (HitEntry entry : model.hits().entries()) {
            boolean certain = entry.probability() >= 1;
            if (entry.together() && !certain && s.draws.uniform(entry.togetherKey(), 0) >= entry.probability()) {
                continue;
            }
            for (int i = 0; i < entry.elements().length; i++) {
                boolean strikes =
                        certain || entry.together() || s.draws.uniform(entry.keys()[i], 0) < entry.probability();
                if (strikes) {
                    hit(entry.elements()[i], stateOf(entry.state()));
                    any = true;
                }
            }
        }
        if (any) {
            scheduleHazardEnd();
        }
        return any;
    }

    private static byte stateOf(DownState state) {
        return switch (state) {
            case OUTAGE -> HIT_OUTAGE;
            case DAMAGED -> TrialState.DAMAGED;
            case DESTROYED -> TrialState.DESTROYED;
            case CORRUPTED -> TrialState.CORRUPTED;
        };
    }

    private void hit(int e, byte state) {
        s.touch(e);
        if (state > s.hitState[e]) {
            s.hitState[e] = state;
            s.state[e] = state;
        }
        s.onSelf[e] = false;
        s.selfOk[e] = false;
        s.addDown(e);
        s.choices.add(e);
        s.dirtyComponents.add(model.components().of(e));
    }

    private void scheduleHazardEnd() {
        for (int i = 0; i < s.downCount; i++) {
            if (s.hitState[s.down[i]] == HIT_OUTAGE) {
                s.hazardEnd = model.response().lasts(s.draws);
                s.events.push(s.hazardEnd, code(HAZARD_END, 0));
                s.events.push(0, code(HAZARD_END, INSTANT));
                return;
            }
        }
    }

    private void happen(long code) {
        int number = (int) code;
        switch ((int) (code >>> 32)) {
            case METHOD_END -> {
                if (s.working[number] >= 0 && s.workEnd[number] == s.now) {
                    recovery.end(number);
                }
            }
            case RESTART_DUE -> {
                if (s.state[number] == NEED_LOST && s.dueAt[number] == s.now) {
                    s.elapsed[number] = true;
                    s.dueAt[number] = Long.MAX_VALUE;
                    s.dirtyComponents.add(model.components().of(number));
                }
            }
            case READY -> s.choices.add(number);
            case TEAM_COMPLETE -> crews.complete(number);
            case KEPT_UNTIL -> {
                if (s.finished[number] && s.keptUntil[number] == s.now) {
                    recovery.ends(number);
                }
            }
            case HOLD_EXPIRY -> {
                int owner = model.needs().holdOwner(number);
                markHoldsOf(owner);
                load.changed(owner);
                s.dirtyComponents.add(model.components().of(owner));
                s.choices.add(owner);
            }
            default -> hazardEnds(number);
        }
    }

    /** A hold that runs out may let entries around it become unmet, and their own holds begin. */
    private void markHoldsOf(int owner) {
        for (int hold = 0; hold < model.needs().holds(); hold++) {
            if (model.needs().holdOwner(hold) == owner) {
                s.dirtyHolds.add(hold);
            }
        }
    }

    /** Of all that it holds down, or of the one that it held down for no time. */
    private void hazardEnds(int number) {
        for (int i = 0; i < s.outcome.touched(); i++) {
            int e = s.outcome.touched(i);
            boolean instant = model.elements().isInstant(e);
            if (s.hitState[e] == HIT_OUTAGE && instant == (number == INSTANT)) {
                recovery.hazardEnds(e);
            }
        }
    }

    private void round() {
        serving.settle();
        for (int hold = s.dirtyHolds.takeFrom(0); hold >= 0; hold = s.dirtyHolds.takeFrom(hold)) {
            follow(hold);
        }
        recovery.choose();
        recovery.startWaiting();
        for (int e = timeline.takeReturned(); e >= 0; e = timeline.takeReturned()) {
            driving.trace(e);
        }
        load.evaluate();
    }

    /** Starts or ends the time for which a held entry still counts as met. */
    private void follow(int hold) {
        double raw = serving.rawOfHold(hold);
        if (raw >= 0) {
            s.rawMet[hold] = true;
            s.heldShare[hold] = raw;
            s.touchHold(hold);
        } else if (s.rawMet[hold]) {
            s.rawMet[hold] = false;
            s.unmetSince[hold] = s.now;
            s.touchHold(hold);
            long length = needs.holdTicks(hold);
            if (length > 0) {
                s.events.push(s.now + length, code(HOLD_EXPIRY, hold));
            }
        }
    }
}
