package io.holdfast.simulator.engine;

import static io.holdfast.simulator.engine.TrialState.NEED_LOST;

import io.holdfast.simulator.compile.CompiledModel;

/**
 * The causal event loop on compiled arrays: what happens at one instant, then serving to its greatest fixpoint, then choices,
 * then crews. What is measured hears of it through a {@link Watch}; what strikes is the business of the kernels that drive
 * it.  Hot: no allocation in the steady state. One instance a thread.
 */
final class EventLoop {

    private static final int METHOD_END = 0;
    private static final int RESTART_DUE = 1;
    private static final int READY = 2;
    private static final int HOLD_EXPIRY = 3;
    private static final int TEAM_COMPLETE = 5;
    private static final int KEPT_UNTIL = 6;

    private final CompiledModel model;
    private final TrialState s;
    private final NeedEvaluation needs;
    private final Watch watch;
    private final Crews crews;
    private final Serving serving;
    private final Recovery recovery;

    EventLoop(TrialState state, NeedEvaluation needs, Crews crews, Incidents incidents, Watch watch) {
        s = state;
        model = state.model;
        this.needs = needs;
        this.watch = watch;
        Causes causes = new Causes(s, needs);
        this.crews = crews;
        serving = new Serving(s, needs, causes, crews, incidents, new Changes(s, causes, watch));
        recovery = new Recovery(s, needs, causes, crews, incidents, watch);
    }

    Recovery recovery() {
        return recovery;
    }

    Crews crews() {
        return crews;
    }

    /** Lets everything settle with nothing hit; the caller keeps what it needs of it and resets the state. */
    void settleNormalRunning() {
        for (int c = 0; c < model.components().count(); c++) {
            s.dirtyComponents.add(c);
        }
        serving.settle();
        for (int hold = 0; hold < model.needs().holds(); hold++) {
            s.heldShare[hold] = Math.max(0, serving.rawOfHold(hold));
        }
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

    /** An event: what of, and which. At one time events come by kind, then by number. */
    static long code(int kind, int number) {
        return ((long) kind << 32) | number;
    }

    /** Lets an event happen; false where it is of a kind that the loop does not know. */
    boolean happen(long code) {
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
                watch.rerouted(owner);
                s.dirtyComponents.add(model.components().of(owner));
                s.choices.add(owner);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A hold that runs out may let entries around it become unmet, and their own holds begin. */
    private void markHoldsOf(int owner) {
        for (int hold = 0; hold < model.needs().holds(); hold++) {
            if (model.needs().holdOwner(hold) == owner) {
                s.dirtyHolds.add(hold);
            }
        }
    }

    /** Lets everything that follows from what happened at this instant come about. */
    void round() {
        serving.settle();
        for (int hold = s.dirtyHolds.takeFrom(0); hold >= 0; hold = s.dirtyHolds.takeFrom(hold)) {
            follow(hold);
        }
        recovery.choose();
        recovery.startWaiting();
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
