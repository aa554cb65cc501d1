package io.holdfast.simulator.engine;

import static io.holdfast.simulator.engine.TrialState.HIT_OUTAGE;
import static io.holdfast.simulator.engine.TrialState.NEED_LOST;
import static io.holdfast.simulator.engine.TrialState.UP;

import io.holdfast.simulator.compile.MethodTable;
import io.holdfast.simulator.compile.MethodTable.MethodEntry;
import io.holdfast.simulator.model.DownState;

/** Chooses methods for elements that are down, and ends them. Hot. */
final class Recovery {

    private final TrialState s;
    private final NeedEvaluation needs;
    private final Causes causes;
    private final Crews crews;
    private final MethodTable methods;
    private final Incidents incidents;
    private final Watch watch;

    Recovery(TrialState state, NeedEvaluation needs, Causes causes, Crews crews, Incidents incidents, Watch watch) {
        this.crews = crews;
        this.causes = causes;
        s = state;
        this.needs = needs;
        this.incidents = incidents;
        this.watch = watch;
        methods = state.model.methods();
    }

    /** Lets every marked element choose, in file order. */
    void choose() {
        for (int e = s.choices.takeFrom(0); e >= 0; e = s.choices.takeFrom(e)) {
            if (s.isDown(e) && s.working[e] < 0 && !s.held[e] && !stillWaits(e)) {
                choose(e);
            }
        }
    }

    /** Whether the method that was chosen before still waits for people; where it cannot start any more, it does not. */
    private boolean stillWaits(int e) {
        int method = s.waitingMethod[e];
        if (method < 0) {
            return false;
        }
        if (isOpen(e, method) && canStart(methods.get(method))) {
            return true;
        }
        crews.leave(e);
        return false;
    }

    /** Gives free people to those that wait, by priority. */
    void startWaiting() {
        for (int e = crews.takeNext(); e >= 0; e = crews.takeNext()) {
            begin(e, s.waitingMethod[e], crews.chainOfStart(e));
            crews.take(e);
        }
    }

    private void choose(int e) {
        long nextReady = Long.MAX_VALUE;
        boolean open = false;
        for (int method = methods.from(e); method < methods.to(e); method++) {
            if (isOpen(e, method)) {
                open = true;
                long ready = incidents.readyAt(method);
                if (ready > s.now) {
                    nextReady = Math.min(nextReady, ready);
                } else if (canStart(methods.get(method))) {
                    decide(e, method, ready);
                    return;
                }
            }
        }
        if (!open) {
            incidents.exhausted(e);
        } else if (nextReady != Long.MAX_VALUE && s.readyEvent[e] != nextReady) {
            s.readyEvent[e] = nextReady;
            s.events.push(nextReady, EventLoop.ready(e));
        }
    }

    /** Whether a method answers the state, is untried, and gives more than what the element runs on now. */
    boolean isOpen(int e, int method) {
        MethodEntry entry = methods.get(method);
        return !s.tried[method]
                && entry.answers(answered(s.state[e]))
                && (!s.serving[e] || entry.capacity() > s.ownShare[e] || isOnEnding(e));
    }

    /** Whether what the element runs on can be kept up for a while only. */
    private boolean isOnEnding(int e) {
        return s.runsOn[e] >= 0 && methods.get(s.runsOn[e]).lasts() != null;
    }

    boolean canStart(MethodEntry entry) {
        return (entry.startList() < 0 || needs.isMet(entry.startList())) && needs.isMet(entry.alsoList());
    }

    /** The state that methods answer, of one that is not {@link TrialState#UP}. */
    static DownState answered(byte state) {
        return switch (state) {
            case TrialState.DAMAGED -> DownState.DAMAGED;
            case TrialState.DESTROYED -> DownState.DESTROYED;
            case TrialState.CORRUPTED -> DownState.CORRUPTED;
            default -> DownState.OUTAGE;
        };
    }

    /** Whether a method could be chosen now, were it the first in written order. */
    boolean competes(int e, int method) {
        return s.isDown(e) && isOpen(e, method) && incidents.readyAt(method) <= s.now && canStart(methods.get(method));
    }

    /** People take another method than what is in progress or waits: that is called off, and nothing of it counts. */
    void take(int e, int method) {
        s.touch(e);
        crews.callOff(e);
        decide(e, method, incidents.readyAt(method));
    }

    /** A method without a crew begins; any other waits for people. */
    private void decide(int e, int method, long ready) {
        MethodEntry entry = methods.get(method);
        int chain = beginsAfter(e, entry, ready);
        if (entry.crewTeams().length == 0) {
            begin(e, method, chain);
        } else {
            crews.join(e, method, chain);
        }
    }

    private void begin(int e, int method, int chain) {
        MethodEntry entry = methods.get(method);
        s.touch(e);
        s.working[e] = method;
        long duration = entry.duration().ticks(s.draws.uniform(entry.durationKey(), s.starts[method]));
        s.workStart[e] = s.now;
        s.workEnd[e] = s.now + duration;
        if (s.outcome.doneTicks[method] == TrialOutcome.NOT_IN_TRIAL) {
            s.outcome.startTicks[method] = s.now;
        }
        s.starts[method]++;
        s.workChain[e] = s.chains.add(s.links.method(method), chain);
        s.events.push(s.workEnd[e], EventLoop.methodEnd(e));
    }

    /** What a start now had waited for last: people, a need, or the work before; nothing where something was lost. */
    private int beginsAfter(int e, MethodEntry entry, long ready) {
        if (ready == s.now && s.now > 0) {
            return s.chains.add(s.links.response(), Chains.NONE);
        }
        int needed = entry.startList() < 0 ? Chains.UNKNOWN : causes.completedNow(entry.startList());
        int chain = needed == Chains.UNKNOWN ? causes.completedNow(entry.alsoList()) : needed;
        if (chain != Chains.UNKNOWN) {
            return chain;
        }
        return s.endedAt[e] == s.now ? s.endedChain[e] : Chains.NONE;
    }

    /** Ends the work of an element now. */
    void end(int e) {
        int method = s.working[e];
        MethodEntry entry = methods.get(method);
        s.working[e] = -1;
        s.outcome.worked(method, s.workStart[e], s.now);
        s.tried[method] = true;
        s.endedMethod[e] = method;
        s.endedAt[e] = s.now;
        s.endedChain[e] = s.workChain[e];
        crews.free(entry, s.workChain[e]);
        s.choices.add(e);
        boolean succeeds =
                entry.success() >= 1 || s.draws.uniform(entry.successKey(), s.starts[method] - 1) < entry.success();
        if (!succeeds) {
            return;
        }
        s.finished[method] = true;
        if (s.outcome.doneTicks[method] == TrialOutcome.NOT_IN_TRIAL) {
            s.outcome.doneTicks[method] = s.now;
        }
        watch.succeeded(e, method);
        s.dirtyComponents.add(s.model.components().of(e));
        if (entry.lasts() != null) {
            keepUp(method, entry.lasts().ticks(s.draws.uniform(entry.lastsKey(), s.starts[method] - 1)));
        }
        if (entry.isFull()) {
            recovered(e);
            s.justRecovered[e] = s.state[e] == NEED_LOST;
        }
    }

    private void keepUp(int method, long length) {
        s.keptUntil[method] = s.now + length;
        s.events.push(s.keptUntil[method], EventLoop.keptUntil(method));
    }

    /** A method can be kept up no longer. */
    void ends(int method) {
        int e = methods.get(method).element();
        s.finished[method] = false;
        s.dirtyComponents.add(s.model.components().of(e));
        s.choices.add(e);
    }

    /** The element's own recovery is done: it runs as soon as its needs are met, without restart. */
    private void recovered(int e) {
        if (s.state[e] != UP) {
            s.state[e] = NEED_LOST;
            s.restartTicks[e] = 0;
            s.dueAt[e] = Long.MAX_VALUE;
            incidents.recovered(e);
        }
    }

    /** The hazard ends: what it merely held down is undamaged. */
    void hazardEnds(int e) {
        s.selfOk[e] = true;
        if (s.state[e] == HIT_OUTAGE) {
            recovered(e);
            s.choices.add(e);
        }
        s.dirtyComponents.add(s.model.components().of(e));
    }
}
