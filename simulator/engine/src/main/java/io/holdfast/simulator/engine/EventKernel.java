package io.holdfast.simulator.engine;

import static io.holdfast.simulator.engine.TrialState.HIT_OUTAGE;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.HitTable.HitEntry;
import io.holdfast.simulator.sampling.Draws;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Runs a trial of a scenario in the {@link EventLoop}. What an instant brings about at the same instant follows in a further
 * round. No allocation in the steady state. One instance a thread.
 */
final class EventKernel implements TrialKernel {

    private static final int HAZARD_END = 4;
    private static final int INSTANT = 1;

    private final CompiledModel model;
    private final TrialState s;
    private final Crews crews;
    private final EventLoop loop;
    private final Timeline timeline;
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
        NeedEvaluation needs = new NeedEvaluation(s);
        timeline = new Timeline(s);
        load = new LoadStep(s, needs);
        dataLoss = new DataLoss(s, needs);
        crews = new Crews(s);
        loop = new EventLoop(s, needs, crews, new OneIncident(s), new TrialWatch(timeline, load, dataLoss));
        deadlocks = new Deadlocks(s, needs, loop.recovery());
        driving = new DrivingTrace(s);
        settleNormalRunning();
        normal = new NormalRunning(s.normalShare, load.normal());
        abnormal = IntStream.range(0, n).filter(timeline::isAbnormal).toArray();
    }

    private void settleNormalRunning() {
        loop.settleNormalRunning();
        load.keepAsNormal();
        timeline.finish();
        s.keepAsNormal();
        s.reset();
        load.reset();
    }

    /** When growing demand exceeds capacities in normal running. */
    List<CapacityOutlook> outlook() {
        return load.outlook();
    }

    @Override
    public NormalRunning normal() {
        return normal;
    }

    @Override
    public TrialOutcome run(Draws draws) {
        return run(draws, Player.NOBODY);
    }

    /** What changes during a trial: for somebody who takes part in it. */
    TrialState state() {
        return s;
    }

    EventLoop loop() {
        return loop;
    }

    DataLoss dataLoss() {
        return dataLoss;
    }

    /** Runs a trial in which somebody takes part; where they leave it, its outcome means nothing. */
    TrialOutcome run(Draws draws, Player player) {
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
            player.settled();
            follow(player);
            s.now = model.horizonTicks();
        }
        finish();
        return s.outcome;
    }

    /** One instant after the other; what people do follows what happens at the same instant. */
    private void follow(Player player) {
        long horizon = model.horizonTicks();
        while (true) {
            long next = s.events.isEmpty() ? Long.MAX_VALUE : s.events.firstTime();
            long acts = player.actsAt();
            if (Math.min(next, acts) > horizon) {
                return;
            }
            if (acts < next) {
                s.now = acts;
                if (!player.act()) {
                    return;
                }
            } else {
                s.now = next;
                while (!s.events.isEmpty() && s.events.firstTime() == s.now) {
                    happen(s.events.pop());
                }
            }
            round();
            player.settled();
        }
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
                    hit(entry.elements()[i], TrialState.of(entry.state()));
                    any = true;
                }
            }
        }
        if (any) {
            scheduleHazardEnd();
        }
        return any;
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
                s.events.push(s.hazardEnd, EventLoop.code(HAZARD_END, 0));
                s.events.push(0, EventLoop.code(HAZARD_END, INSTANT));
                return;
            }
        }
    }

    private void happen(long code) {
        if (!loop.happen(code)) {
            hazardEnds((int) code);
        }
    }

    /** Of all that it holds down, or of the one that it held down for no time. */
    private void hazardEnds(int number) {
        for (int i = 0; i < s.outcome.touched(); i++) {
            int e = s.outcome.touched(i);
            boolean instant = model.elements().isInstant(e);
            if (s.hitState[e] == HIT_OUTAGE && instant == (number == INSTANT)) {
                loop.recovery().hazardEnds(e);
            }
        }
    }

    private void round() {
        loop.round();
        for (int e = timeline.takeReturned(); e >= 0; e = timeline.takeReturned()) {
            driving.trace(e);
        }
        load.evaluate();
    }
}
