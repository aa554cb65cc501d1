package io.holdfast.simulator.engine;

import static io.holdfast.simulator.engine.TrialState.CAUSE_HAZARD_END;
import static io.holdfast.simulator.engine.TrialState.CAUSE_METHOD;
import static io.holdfast.simulator.engine.TrialState.CAUSE_NEEDS;
import static io.holdfast.simulator.engine.TrialState.CAUSE_RESTART;
import static io.holdfast.simulator.engine.TrialState.HIT_OUTAGE;
import static io.holdfast.simulator.engine.TrialState.SELF;

/** Carries a change of what an element delivers to everything that looks at it. Hot. */
final class Changes {

    private final TrialState s;
    private final NeedEvaluation needs;
    private final Timeline timeline;
    private final LoadStep load;

    Changes(TrialState state, NeedEvaluation needs, Timeline timeline, LoadStep load) {
        s = state;
        this.needs = needs;
        this.timeline = timeline;
        this.load = load;
    }

    void record(int e, boolean serves, double share, int run) {
        s.touch(e);
        timeline.start(e);
        boolean starts = serves && !s.serving[e];
        boolean rises = serves && share > s.share[e];
        s.serving[e] = serves;
        s.share[e] = share;
        if (starts || rises) {
            s.roseAt[e] = s.now;
            if (starts) {
                s.servesSince[e] = s.now;
            }
            noteCause(e, run, starts);
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

    private void noteCause(int e, int run, boolean starts) {
        if (run >= 0 && s.endedAt[e] == s.now && s.endedMethod[e] == run) {
            s.cause[e] = CAUSE_METHOD;
            s.causeMethod[e] = run;
        } else if (s.restartEndedAt[e] == s.now) {
            boolean follows = s.groupLeader[e] >= 0 && s.groupLeader[e] != e;
            s.cause[e] = follows ? CAUSE_NEEDS : CAUSE_RESTART;
            s.causeMember[e] = follows ? s.groupLeader[e] : s.restartMember[e];
        } else if (run == SELF && s.hitState[e] == HIT_OUTAGE && s.hazardEnd == s.now) {
            s.cause[e] = CAUSE_HAZARD_END;
        } else {
            s.cause[e] = CAUSE_NEEDS;
            int list = run >= 0 ? s.model.methods().get(run).runList() : e;
            s.causeMember[e] = starts ? needs.completing(list) : needs.risen(list);
        }
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
