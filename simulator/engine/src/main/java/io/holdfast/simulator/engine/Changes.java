package io.holdfast.simulator.engine;

import static io.holdfast.simulator.engine.TrialState.HIT_OUTAGE;
import static io.holdfast.simulator.engine.TrialState.SELF;

/** Carries a change of what an element delivers to everything that looks at it. Hot. */
final class Changes {

    private final TrialState s;
    private final NeedEvaluation needs;
    private final Timeline timeline;
    private final LoadStep load;

    /** Starts and rises on a cycle whose cause is not known yet. */
    private final int[] waiting;

    private final int[] waitingRun;
    private final boolean[] waitingStarts;
    private int waitingCount;
    private boolean waits;

    Changes(TrialState state, NeedEvaluation needs, Timeline timeline, LoadStep load) {
        s = state;
        this.needs = needs;
        this.timeline = timeline;
        this.load = load;
        waiting = new int[state.n];
        waitingRun = new int[state.n];
        waitingStarts = new boolean[state.n];
    }

    void record(int e, boolean serves, double share, int run) {
        s.touch(e);
        timeline.start(e);
        boolean starts = serves && !s.serving[e];
        boolean rises = serves && share > s.share[e];
        s.serving[e] = serves;
        s.share[e] = share;
        if (!serves) {
            s.servesSince[e] = -1;
            s.roseAt[e] = -1;
        } else if (starts || rises) {
            if (waits) {
                waiting[waitingCount++] = e;
                waitingRun[e] = run;
                waitingStarts[e] = starts;
            } else {
                note(e, starts, chain(e, run, starts));
            }
        }
        timeline.change(e);
        load.changed(e);
        if (s.isDown(e)) {
            s.choices.add(e);
        }
        markLookers(e);
    }

    /** The element runs on something else, if at the same share: its load goes another way. */
    void reroute(int e) {
        load.changed(e);
    }

    /** From here on causes wait: on a cycle what is looked at later may have started what comes before it. */
    void holdCauses() {
        waits = true;
    }

    /** Writes the causes that wait, from what came from outside onwards. */
    void writeCauses() {
        waits = false;
        boolean any = true;
        while (any) {
            any = false;
            for (int i = 0; i < waitingCount; i++) {
                int e = waiting[i];
                int chain = e < 0 ? Chains.UNKNOWN : chain(e, waitingRun[e], waitingStarts[e]);
                if (chain != Chains.UNKNOWN) {
                    note(e, waitingStarts[e], chain);
                    waiting[i] = -1;
                    any = true;
                }
            }
        }
        for (int i = 0; i < waitingCount; i++) {
            if (waiting[i] >= 0) {
                note(waiting[i], waitingStarts[waiting[i]], Chains.NONE);
            }
        }
        waitingCount = 0;
    }

    private void note(int e, boolean starts, int chain) {
        int known = chain == Chains.UNKNOWN ? Chains.NONE : chain;
        s.roseAt[e] = s.now;
        s.roseChain[e] = known;
        if (starts) {
            s.servesSince[e] = s.now;
            s.startChain[e] = known;
        }
    }

    /** Why an element starts or rises at this moment; unknown where nothing that is known came about now. */
    private int chain(int e, int run, boolean starts) {
        if (run >= 0 && s.endedAt[e] == s.now && s.endedMethod[e] == run) {
            return s.endedChain[e];
        }
        boolean grouped = s.groupLeader[e] >= 0 && s.dueAt[e] == s.now;
        if (s.restartEndedAt[e] == s.now || grouped) {
            int leader = s.groupLeader[e] >= 0 ? s.groupLeader[e] : e;
            return s.restartTicks[leader] == 0
                    ? s.restartChain[e]
                    : s.chains.add(s.links.element(leader), s.restartChain[e]);
        }
        if (run == SELF && s.hitState[e] == HIT_OUTAGE && s.hazardEnd == s.now) {
            return s.chains.add(s.links.element(e), Chains.NONE);
        }
        int list = run >= 0 ? s.model.methods().get(run).runList() : e;
        return starts ? needs.completedNow(list) : needs.risenNow(list);
    }

    private void markLookers(int e) {
        int component = s.model.components().of(e);
        for (int i = 0; i < s.model.runDependents(e); i++) {
            int dependent = s.model.components().of(s.model.runDependent(e, i));
            if (dependent != component) {
                s.dirtyComponents.add(dependent);
            }
        }
        for (int i = 0; i < s.model.startDependents(e); i++) {
            s.choices.add(s.model.startDependent(e, i));
        }
        for (int i = 0; i < s.model.holdsOver(e); i++) {
            s.dirtyHolds.add(s.model.holdOver(e, i));
        }
    }
}
