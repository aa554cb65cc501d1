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
    private final MethodTable methods;
    private final DataLoss dataLoss;

    Recovery(TrialState state, NeedEvaluation needs, Causes causes, DataLoss dataLoss) {
        this.causes = causes;
        s = state;
        this.needs = needs;
        this.dataLoss = dataLoss;
        methods = state.model.methods();
    }

    /** Lets every marked element choose, in file order. */
    void choose() {
        for (int e = s.choices.takeFrom(0); e >= 0; e = s.choices.takeFrom(e)) {
            if (s.isDown(e) && s.working[e] < 0) {
                choose(e);
            }
        }
    }

    private void choose(int e) {
        long nextReady = Long.MAX_VALUE;
        for (int method = methods.from(e); method < methods.to(e); method++) {
            if (isOpen(e, method)) {
                long ready = s.readyAt(method);
                if (ready > s.now) {
                    nextReady = Math.min(nextReady, ready);
                } else if (canStart(methods.get(method))) {
                    begin(e, method, ready);
                    return;
                }
            }
        }
        if (nextReady != Long.MAX_VALUE && s.readyEvent[e] != nextReady) {
            s.readyEvent[e] = nextReady;
            s.events.push(nextReady, EventKernel.ready(e));
        }
    }

    /** Whether a method answers the state, is untried, and gives more than what the element runs on now. */
    boolean isOpen(int e, int method) {
        MethodEntry entry = methods.get(method);
        return !s.tried[method]
                && entry.answers(answered(s.state[e]))
                && (!s.serving[e] || entry.capacity() > s.ownShare[e]);
    }

    boolean canStart(MethodEntry entry) {
        return (entry.startList() < 0 || needs.isMet(entry.startList())) && needs.isMet(entry.alsoList());
    }

    private static DownState answered(byte state) {
        return switch (state) {
            case TrialState.DAMAGED -> DownState.DAMAGED;
            case TrialState.DESTROYED -> DownState.DESTROYED;
            case TrialState.CORRUPTED -> DownState.CORRUPTED;
            default -> DownState.OUTAGE;
        };
    }

    private void begin(int e, int method, long ready) {
        MethodEntry entry = methods.get(method);
        s.touch(e);
        s.working[e] = method;
        long duration = entry.duration().ticks(s.draws.uniform(entry.durationKey(), s.starts[method]));
        s.workEnd[e] = s.now + duration;
        if (s.outcome.doneTicks[method] == TrialOutcome.NOT_IN_TRIAL) {
            s.outcome.startTicks[method] = s.now;
        }
        s.starts[method]++;
        s.workChain[e] = s.chains.add(s.links.method(method), beginsAfter(e, entry, ready));
        s.events.push(s.workEnd[e], EventKernel.methodEnd(e));
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
        s.tried[method] = true;
        s.endedMethod[e] = method;
        s.endedAt[e] = s.now;
        s.endedChain[e] = s.workChain[e];
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
        dataLoss.methodSucceeded(e, method);
        s.dirtyComponents.add(s.model.components().of(e));
        if (entry.capacity() >= 1) {
            recovered(e);
            s.justRecovered[e] = s.state[e] == NEED_LOST;
        }
    }

    /** The element's own recovery is done: it runs as soon as its needs are met, without restart. */
    private void recovered(int e) {
        if (s.state[e] != UP) {
            s.state[e] = NEED_LOST;
            s.restartTicks[e] = 0;
            s.dueAt[e] = Long.MAX_VALUE;
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
