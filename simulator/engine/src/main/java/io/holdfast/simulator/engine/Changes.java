package io.holdfast.simulator.engine;

/** Carries a change of what an element delivers to everything that looks at it. Hot. */
final class Changes {

    /** By which a share may differ that is added up another way; far below what counts as a difference. */
    private static final double ROUNDING = 1e-12;

    private final TrialState s;
    private final Causes causes;
    private final Watch watch;

    /** Starts and rises on a cycle whose cause is not known yet. */
    private final int[] waiting;

    private final int[] waitingRun;
    private final int[] waitingChain;
    private final boolean[] waitingStarts;
    private int waitingCount;
    private boolean waits;

    Changes(TrialState state, Causes causes, Watch watch) {
        s = state;
        this.causes = causes;
        this.watch = watch;
        waiting = new int[state.n];
        waitingRun = new int[state.n];
        waitingChain = new int[state.n];
        waitingStarts = new boolean[state.n];
    }

    void record(int e, boolean serves, double share, int run) {
        s.touch(e);
        boolean starts = serves && !s.serving[e];
        boolean rises = serves && share > s.share[e] + ROUNDING;
        s.serving[e] = serves;
        s.share[e] = share;
        if (!serves) {
            s.servesSince[e] = -1;
            s.roseAt[e] = -1;
        } else if (starts || rises) {
            if (waits) {
                s.causePending[e] = true;
                s.startPending[e] = starts;
                waiting[waitingCount++] = e;
                waitingRun[e] = run;
                waitingStarts[e] = starts;
            } else {
                note(e, starts, chain(e, run, starts));
            }
        }
        watch.changed(e);
        if (s.isDown(e)) {
            s.choices.add(e);
        }
        markLookers(e);
    }

    /** The element runs on something else, if at the same share: its load goes another way. */
    void reroute(int e) {
        watch.rerouted(e);
    }

    /** From here on causes wait: on a cycle what is looked at later may have started what comes before it. */
    void holdCauses() {
        waits = true;
    }

    /** Writes the causes that wait, from what came from outside onwards, step by step. */
    void writeCauses() {
        waits = false;
        boolean any = true;
        while (any) {
            any = false;
            for (int i = 0; i < waitingCount; i++) {
                int e = waiting[i];
                waitingChain[e] = chain(e, waitingRun[e], waitingStarts[e]);
                any |= waitingChain[e] != Chains.UNKNOWN;
            }
            noteKnown();
        }
        for (int i = 0; i < waitingCount; i++) {
            note(waiting[i], waitingStarts[waiting[i]], Chains.NONE);
        }
        waitingCount = 0;
    }

    /** Notes what the last step found, all at once. */
    private void noteKnown() {
        int left = 0;
        for (int i = 0; i < waitingCount; i++) {
            int e = waiting[i];
            if (waitingChain[e] == Chains.UNKNOWN) {
                waiting[left++] = e;
            } else {
                note(e, waitingStarts[e], waitingChain[e]);
            }
        }
        waitingCount = left;
    }

    private void note(int e, boolean starts, int chain) {
        s.causePending[e] = false;
        s.startPending[e] = false;
        s.roseAt[e] = s.now;
        s.roseChain[e] = Causes.orNone(chain);
        if (starts) {
            s.servesSince[e] = s.now;
            s.startChain[e] = s.roseChain[e];
        }
    }

    /** Why an element starts or rises at this moment; unknown where nothing that is known came about now. */
    private int chain(int e, int run, boolean starts) {
        if (s.restartEndedAt[e] == s.now && !causes.hasJustEnded(e, run)) {
            return s.restartEndedChain[e];
        }
        return starts ? causes.ofRun(e, run) : causes.ofRise(e, run);
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
