package io.holdfast.simulator.engine;

import static io.holdfast.simulator.engine.TrialState.NEED_LOST;
import static io.holdfast.simulator.engine.TrialState.NOTHING;
import static io.holdfast.simulator.engine.TrialState.SELF;
import static io.holdfast.simulator.engine.TrialState.UP;

import io.holdfast.simulator.compile.Components;
import io.holdfast.simulator.compile.MethodTable;
import io.holdfast.simulator.compile.NeedTable;
import io.holdfast.simulator.sampling.Sampler;

/**
 * Who serves, and at what share: the greatest fixpoint, component by component in the order in which everything comes
 * after what it needs; only components with a changed need are looked at. Then the states that follow: who stops, whose
 * outage ends, whose restart begins. Hot.
 */
final class Serving {

    private final TrialState s;
    private final NeedEvaluation needs;
    private final Causes causes;
    private final Crews crews;
    private final Incidents incidents;
    private final Components components;
    private final MethodTable methods;
    private final Changes changes;
    private final CycleShares cycleShares;
    private final RestartGroups groups;
    private int bestRun;
    private double bestOwn;
    private double bestShare;

    Serving(TrialState state, NeedEvaluation needs, Causes causes, Crews crews, Incidents incidents, Changes changes) {
        this.crews = crews;
        this.causes = causes;
        this.incidents = incidents;
        s = state;
        this.needs = needs;
        this.changes = changes;
        components = state.model.components();
        methods = state.model.methods();
        cycleShares = new CycleShares(state, needs, this);
        groups = new RestartGroups(state, needs, causes);
    }

    /** The share of a held entry apart from its hold and softness, as its owner sees it; negative where unmet. */
    double rawOfHold(int hold) {
        int owner = s.model.needs().holdOwner(hold);
        return components.isCyclic(components.of(owner))
                ? cycleShares.rawAlong(owner, s.model.needs().holdNode(hold))
                : needs.rawOfHold(hold);
    }

    /** Looks at every component that is marked. */
    void settle() {
        for (int c = s.dirtyComponents.takeFrom(0); c >= 0; c = s.dirtyComponents.takeFrom(c)) {
            if (components.isCyclic(c)) {
                settleCycle(c);
            } else {
                int e = components.member(c, 0);
                choose(e);
                commit(e, bestRun, bestOwn, bestShare);
                followRestart(e);
            }
        }
    }

    /** What the element would run on now: sets bestRun, bestOwn and bestShare. */
    private void choose(int e) {
        bestRun = NOTHING;
        bestOwn = 0;
        bestShare = -1;
        if (offersSelf(e)) {
            offerSelf(e);
            if (bestRun == SELF) {
                return;
            }
        }
        for (int method = methods.from(e); method < methods.to(e); method++) {
            if (offers(e, method)) {
                offer(method);
            }
        }
    }

    /** Whether a finished method of full capacity has its needs met. */
    private boolean hasFullMethod(int e) {
        for (int method = methods.from(e); method < methods.to(e); method++) {
            if (isFull(method)
                    && canEndOn(e, s.methodMetSince[method])
                    && needs.isMet(methods.get(method).runList())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a method of less than full capacity is finished. */
    private boolean hasInterim(int e) {
        for (int method = methods.from(e); method < methods.to(e); method++) {
            if (s.finished[method] && methods.get(method).capacity() < 1) {
                return true;
            }
        }
        return false;
    }

    /** Whether an outage from a lost need can end now on something whose needs are met since a moment. */
    private boolean canEndOn(int e, long since) {
        return s.state[e] == NEED_LOST
                && (s.restartTicks[e] == 0 || (s.elapsed[e] && (s.groupSince[e] >= 0 || hasWaited(since, e))));
    }

    /** Whether the element may run on itself where its needs are met; then it does. */
    boolean offersSelf(int e) {
        if (s.state[e] == UP) {
            return s.onSelf[e];
        }
        return canEndOn(e, s.selfMetSince[e]) && s.selfOk[e] && !(s.justRecovered[e] && hasFullMethod(e));
    }

    /** Whether the element may run on a method where its needs are met. */
    boolean offers(int e, int method) {
        return s.finished[method]
                && !(s.state[e] == UP && s.onSelf[e])
                && (!methods.get(method).isFull() || s.state[e] == UP || canEndOn(e, s.methodMetSince[method]));
    }

    private void offerSelf(int e) {
        double share = needs.list(e);
        if (share >= 0) {
            bestRun = SELF;
            bestOwn = 1;
            bestShare = share;
        }
    }

    private void offer(int method) {
        double share = needs.list(methods.get(method).runList());
        double own = methods.get(method).capacity();
        if (share >= 0 && own * share > bestShare) {
            bestRun = method;
            bestOwn = own;
            bestShare = own * share;
        }
    }

    private void settleCycle(int c) {
        int size = components.size(c);
        for (int i = 0; i < size; i++) {
            int e = components.member(c, i);
            cycleShares.remember(e);
            s.serving[e] = true;
            s.share[e] = 1;
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < size; i++) {
                int e = components.member(c, i);
                if (s.serving[e]) {
                    choose(e);
                    s.runsOn[e] = bestRun;
                    if (bestRun == NOTHING) {
                        s.serving[e] = false;
                        changed = true;
                    }
                }
            }
        }
        boolean partial = false;
        for (int i = 0; i < size; i++) {
            partial |= hasInterim(components.member(c, i));
        }
        if (partial || cycleShares.hasPool(c)) {
            cycleShares.alongPaths(c);
        } else {
            descend(c);
        }
        for (int i = 0; i < size; i++) {
            cycleShares.hold(components.member(c, i));
        }
        changes.holdCauses();
        for (int i = 0; i < size; i++) {
            int e = components.member(c, i);
            cycleShares.bring(e);
            boolean up = cycleShares.serves(e);
            commit(e, up ? cycleShares.run(e) : NOTHING, cycleShares.own(e), up ? cycleShares.share(e) : -1);
        }
        changes.writeCauses();
        for (int i = 0; i < size; i++) {
            followRestart(components.member(c, i));
        }
        groups.follow(c);
    }

    /** Shares on a cycle where nothing on it diminishes them: downwards from 1 to the greatest fixpoint. */
    private void descend(int c) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < components.size(c); i++) {
                int e = components.member(c, i);
                if (s.serving[e]) {
                    choose(e);
                    s.runsOn[e] = bestRun;
                    if (bestShare < s.share[e]) {
                        s.share[e] = bestShare;
                        changed = true;
                    }
                }
            }
        }
    }

    /** Makes the new serving and share of an element hold, with the states that follow from them. */
    private void commit(int e, int run, double own, double share) {
        boolean serves = run != NOTHING;
        double delivered = serves ? share : 0;
        byte before = s.state[e];
        if (!serves && before == UP) {
            stop(e);
        } else if (!serves && s.serving[e]) {
            incidents.interrupted(e);
        } else if (serves
                && before == NEED_LOST
                && (run == SELF || methods.get(run).isFull() || endsBeside(e))) {
            endOutage(e, run);
        }
        s.justRecovered[e] = false;
        s.elapsed[e] = false;
        if (run != s.runsOn[e]) {
            s.runsOn[e] = run;
            changes.reroute(e);
            s.choices.add(e);
        }
        s.ownShare[e] = serves ? own : 0;
        if (serves != s.serving[e] || delivered != s.share[e]) {
            changes.record(e, serves, delivered, run);
        }
    }

    /** Whether the outage ends though an interim method delivers more than what ends it. */
    private boolean endsBeside(int e) {
        return s.state[e] == NEED_LOST && hasFullMethod(e);
    }

    private void stop(int e) {
        s.touch(e);
        s.state[e] = NEED_LOST;
        s.onSelf[e] = false;
        Sampler restart = s.model.elements().restart(e);
        s.restartTicks[e] = restart == null || !s.inTrial
                ? 0
                : restart.ticks(s.draws.uniform(s.model.elements().restartKey(e), s.stops[e]));
        s.stops[e]++;
        s.downSince[e] = s.now;
        for (int method = methods.from(e); method < methods.to(e); method++) {
            s.tried[method] = false;
        }
        s.addDown(e);
        s.choices.add(e);
        incidents.stopped(e);
    }

    private void endOutage(int e, int run) {
        int restart = s.elapsed[e] ? restartChain(e) : Chains.UNKNOWN;
        if (restart != Chains.UNKNOWN) {
            s.restartEndedAt[e] = s.now;
            s.restartEndedChain[e] = restart;
        }
        s.state[e] = UP;
        s.onSelf[e] = run == SELF;
        s.elapsed[e] = false;
        crews.callOff(e);
        s.dueAt[e] = Long.MAX_VALUE;
        s.selfMetSince[e] = -1;
        for (int method = methods.from(e); method < methods.to(e); method++) {
            s.methodMetSince[method] = -1;
            if (run == SELF) {
                s.finished[method] = false;
            }
        }
        s.removeDown(e);
    }

    /**
     * The restart that is over now, after what it waited for; that of a group is named after its longest. Unknown where it
     * was over before, and the group waited for something else.
     */
    private int restartChain(int e) {
        if (s.restartTicks[e] > 0) {
            if (hasWaited(s.selfMetSince[e], e)) {
                return s.chains.add(s.links.element(e), s.selfMetChain[e]);
            }
            for (int method = methods.from(e); method < methods.to(e); method++) {
                if (isFull(method) && hasWaited(s.methodMetSince[method], e)) {
                    return s.chains.add(s.links.element(e), s.methodMetChain[method]);
                }
            }
        }
        if (s.groupSince[e] < 0 || s.groupEnd[e] != s.now) {
            return Chains.UNKNOWN;
        }
        return s.groupLink[e] == Chains.NONE ? s.groupChain[e] : s.chains.add(s.groupLink[e], s.groupChain[e]);
    }

    private boolean hasWaited(long since, int e) {
        return since >= 0 && since + s.restartTicks[e] <= s.now;
    }

    private boolean isFull(int method) {
        return s.finished[method] && methods.get(method).isFull();
    }

    /** Starts, goes on with or calls off the restart after a lost need. */
    private void followRestart(int e) {
        if (s.state[e] != NEED_LOST || s.elapsed[e]) {
            return;
        }
        long since = Long.MAX_VALUE;
        if (s.selfOk[e]) {
            if (!needs.isMet(e)) {
                s.selfMetSince[e] = -1;
            } else if (s.selfMetSince[e] < 0) {
                s.selfMetSince[e] = s.now;
                s.selfMetChain[e] = Causes.orNone(causes.completedNow(e));
            }
            since = s.selfMetSince[e] >= 0 ? s.selfMetSince[e] : since;
        }
        for (int method = methods.from(e); method < methods.to(e); method++) {
            if (isFull(method)) {
                followMethod(method);
                since = s.methodMetSince[method] >= 0 ? Math.min(since, s.methodMetSince[method]) : since;
            }
        }
        long due = since == Long.MAX_VALUE ? Long.MAX_VALUE : since + s.restartTicks[e];
        if (due != s.dueAt[e]) {
            s.dueAt[e] = due;
            if (due != Long.MAX_VALUE) {
                s.events.push(due, EventLoop.restartDue(e));
            }
        }
    }

    private void followMethod(int method) {
        int list = methods.get(method).runList();
        if (!needs.isMet(list)) {
            s.methodMetSince[method] = -1;
        } else if (s.methodMetSince[method] < 0) {
            s.methodMetSince[method] = s.now;
            s.methodMetChain[method] = Causes.orNone(causes.completedNow(list));
        }
    }

    /** Whether a need table's node kind is a pool; for {@link CycleShares}. */
    static boolean isPool(NeedTable table, int node) {
        return table.kind(node) == NeedTable.POOL;
    }
}
