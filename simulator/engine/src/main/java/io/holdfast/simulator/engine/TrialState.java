package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.sampling.Draws;
import java.util.Arrays;

/**
 * Everything that changes during a trial, as arrays by element, method and hold. Hot: no allocation, no boxing; fields
 * are read and written directly by the steps of {@link EventKernel}. Only what a trial touches is put back before the
 * next one.
 */
final class TrialState {

    /** The element runs, or is recovered. */
    static final byte UP = 0;

    /** Down because a need was lost, or recovered while a need is unmet. */
    static final byte NEED_LOST = 1;

    /** Hit, undamaged, until the hazard ends. */
    static final byte HIT_OUTAGE = 2;

    static final byte DAMAGED = 3;
    static final byte DESTROYED = 4;
    static final byte CORRUPTED = 5;

    /** Runs on the element itself. */
    static final int SELF = -1;

    /** Runs on nothing. */
    static final int NOTHING = -2;

    final CompiledModel model;
    final int n;
    final EventQueue events = new EventQueue();
    final Marks dirtyComponents;
    final Marks choices;
    final Marks dirtyHolds;

    final byte[] state;
    final byte[] hitState;
    final boolean[] onSelf;
    final boolean[] selfOk;
    final boolean[] elapsed;
    final boolean[] justRecovered;
    final boolean[] serving;
    final double[] share;
    final double[] ownShare;
    final int[] runsOn;
    final int[] stops;
    final long[] restartTicks;
    final long[] dueAt;
    final long[] selfMetSince;
    final long[] groupSince;
    final int[] groupLink;
    final long[] groupEnd;
    final long[] restartEndedAt;
    final int[] working;
    final long[] workStart;
    final long[] workEnd;
    final long[] readyEvent;

    /** Whether people let an element wait: it chooses nothing. Only where a trial is played. */
    final boolean[] held;

    /** Since when the element has been down in this recovery. */
    final long[] downSince;

    /** The method that waits for people, its cause and since when; -1 for none. */
    final int[] waitingMethod;

    final int[] waitingChain;
    final long[] waitingSince;

    final boolean[] finished;
    final boolean[] tried;
    final int[] starts;
    final long[] methodMetSince;

    /** When a finished method with an end no longer counts. */
    final long[] keptUntil;

    final boolean[] rawMet;
    final long[] unmetSince;
    final double[] heldShare;
    final long[] holdTicks;

    final long[] servesSince;
    final long[] roseAt;
    final DrivingLinks links;
    final Chains chains = new Chains();

    /** Starts or rises now, and why is not known yet; of these, starts. */
    final boolean[] causePending;

    final boolean[] startPending;

    /** Chains by element: its latest start and rise; what its restart follows, alone or in a group; work now and ended. */
    final int[] startChain;

    final int[] roseChain;
    final int[] selfMetChain;
    final int[] groupChain;
    final int[] restartEndedChain;
    final int[] methodMetChain;
    final int[] workChain;
    final int[] endedChain;
    final int[] endedMethod;
    final long[] endedAt;
    final int[] dataMethod;

    final int[] down;
    final int[] downAt;
    int downCount;

    final double[] normalShare;
    final boolean[] normalServing;
    final int[] touchedHolds;
    final boolean[] holdTouched;
    int touchedHoldCount;

    long now;
    long decision;
    boolean offHours;
    boolean responseDrawn;
    final long[] mobilised;
    long hazardEnd;
    long dwell;
    boolean dwellDrawn;
    boolean inTrial;
    Draws draws = (key, occurrence) -> 0.5;
    final TrialOutcome outcome;

    TrialState(CompiledModel model, TrialOutcome outcome) {
        this.model = model;
        this.outcome = outcome;
        n = model.elements().size();
        int m = model.methods().size();
        int h = model.needs().holds();
        dirtyComponents = new Marks(Math.max(1, model.components().count()));
        choices = new Marks(Math.max(1, n));
        dirtyHolds = new Marks(Math.max(1, h));
        state = new byte[n];
        hitState = new byte[n];
        onSelf = new boolean[n];
        selfOk = new boolean[n];
        elapsed = new boolean[n];
        justRecovered = new boolean[n];
        serving = new boolean[n];
        share = new double[n];
        ownShare = new double[n];
        runsOn = new int[n];
        stops = new int[n];
        restartTicks = new long[n];
        dueAt = new long[n];
        selfMetSince = new long[n];
        groupSince = new long[n];
        groupLink = new int[n];
        groupEnd = new long[n];
        restartEndedAt = new long[n];
        working = new int[n];
        downSince = new long[n];
        waitingMethod = new int[n];
        waitingChain = new int[n];
        waitingSince = new long[n];
        workStart = new long[n];
        workEnd = new long[n];
        readyEvent = new long[n];
        held = new boolean[n];
        finished = new boolean[m];
        tried = new boolean[m];
        starts = new int[m];
        methodMetSince = new long[m];
        keptUntil = new long[m];
        rawMet = new boolean[h];
        unmetSince = new long[h];
        heldShare = new double[h];
        holdTicks = new long[h];
        servesSince = new long[n];
        roseAt = new long[n];
        links = new DrivingLinks(model);
        startChain = new int[n];
        roseChain = new int[n];
        selfMetChain = new int[n];
        groupChain = new int[n];
        restartEndedChain = new int[n];
        methodMetChain = new int[m];
        causePending = new boolean[n];
        startPending = new boolean[n];
        workChain = new int[n];
        endedChain = new int[n];
        endedMethod = new int[n];
        endedAt = new long[n];
        dataMethod = new int[n];
        down = new int[n];
        downAt = new int[n];
        normalShare = new double[n];
        normalServing = new boolean[n];
        touchedHolds = new int[h];
        holdTouched = new boolean[h];
        mobilised = new long[model.response().teams()];
        for (int e = 0; e < n; e++) {
            restore(e);
        }
        Arrays.fill(holdTicks, -1);
        Arrays.fill(rawMet, true);
        Arrays.fill(unmetSince, -1);
    }

    /** The state of what a hit leaves. */
    static byte of(DownState hit) {
        return switch (hit) {
            case OUTAGE -> HIT_OUTAGE;
            case DAMAGED -> DAMAGED;
            case DESTROYED -> DESTROYED;
            case CORRUPTED -> CORRUPTED;
        };
    }

    /** Notes that the trial changes an element. */
    void touch(int e) {
        outcome.touch(e);
    }

    /** Puts back what the last trial touched. */
    void reset() {
        events.clear();
        chains.clear();
        dirtyComponents.clear();
        choices.clear();
        dirtyHolds.clear();
        for (int i = 0; i < outcome.touched(); i++) {
            restore(outcome.touched(i));
        }
        for (int i = 0; i < touchedHoldCount; i++) {
            int hold = touchedHolds[i];
            rawMet[hold] = true;
            unmetSince[hold] = -1;
            holdTicks[hold] = -1;
            heldShare[hold] = normalHeldShare(hold);
            holdTouched[hold] = false;
        }
        touchedHoldCount = 0;
        downCount = 0;
        now = 0;
        responseDrawn = false;
        dwellDrawn = false;
        outcome.clear();
    }

    void touchHold(int hold) {
        if (!holdTouched[hold]) {
            holdTouched[hold] = true;
            touchedHolds[touchedHoldCount++] = hold;
        }
    }

    private double[] normalHeld = {};

    /** Keeps what holds now as normal running. */
    void keepAsNormal() {
        System.arraycopy(share, 0, normalShare, 0, n);
        System.arraycopy(serving, 0, normalServing, 0, n);
        normalHeld = heldShare.clone();
    }

    private double normalHeldShare(int hold) {
        return hold < normalHeld.length ? normalHeld[hold] : 1;
    }

    private void restore(int e) {
        state[e] = UP;
        hitState[e] = UP;
        onSelf[e] = true;
        selfOk[e] = true;
        elapsed[e] = false;
        justRecovered[e] = false;
        serving[e] = normalServing[e];
        share[e] = normalShare[e];
        ownShare[e] = 1;
        runsOn[e] = SELF;
        stops[e] = 0;
        restartTicks[e] = 0;
        dueAt[e] = Long.MAX_VALUE;
        selfMetSince[e] = -1;
        groupSince[e] = -1;
        groupLink[e] = Chains.NONE;
        restartEndedAt[e] = -1;
        working[e] = -1;
        downSince[e] = 0;
        waitingMethod[e] = -1;
        readyEvent[e] = -1;
        held[e] = false;
        servesSince[e] = -1;
        roseAt[e] = -1;
        startChain[e] = Chains.NONE;
        roseChain[e] = Chains.NONE;
        selfMetChain[e] = Chains.NONE;
        groupChain[e] = Chains.NONE;
        restartEndedChain[e] = Chains.NONE;
        workChain[e] = Chains.NONE;
        endedChain[e] = Chains.NONE;
        endedAt[e] = -1;
        dataMethod[e] = -1;
        downAt[e] = -1;
        for (int method = model.methods().from(e); method < model.methods().to(e); method++) {
            finished[method] = false;
            outcome.doneTicks[method] = TrialOutcome.NOT_IN_TRIAL;
            tried[method] = false;
            starts[method] = 0;
            methodMetSince[method] = -1;
            methodMetChain[method] = Chains.NONE;
        }
    }

    boolean isDown(int e) {
        return state[e] != UP;
    }

    void addDown(int e) {
        if (downAt[e] < 0) {
            downAt[e] = downCount;
            down[downCount++] = e;
        }
    }

    void removeDown(int e) {
        int at = downAt[e];
        if (at >= 0) {
            int last = down[--downCount];
            down[at] = last;
            downAt[last] = at;
            downAt[e] = -1;
        }
    }

    /** Draws the response of the trial when it is first asked for. */
    private void drawResponse() {
        if (!responseDrawn) {
            responseDrawn = true;
            decision = model.response().decision(draws);
            offHours = model.response().isOffHours(draws);
            Arrays.fill(mobilised, -1);
        }
    }

    /** People decide now, before the moment that was drawn; everybody makes their way from now on. */
    void decideNow() {
        drawResponse();
        decision = now;
    }

    /** How long before the event the data were wrong. */
    long dwell() {
        if (!dwellDrawn) {
            dwellDrawn = true;
            dwell = model.response().dwell(draws);
        }
        return dwell;
    }

    /** When a team is at work; the decision is drawn too. */
    long teamReady(int team) {
        drawResponse();
        if (mobilised[team] < 0) {
            mobilised[team] = model.response().mobilise(team, offHours, draws);
        }
        return decision + mobilised[team];
    }

    /** When a method is ready. */
    long readyAt(int method) {
        var entry = model.methods().get(method);
        if (entry.automatic()) {
            return 0;
        }
        drawResponse();
        outcome.decidedTicks = decision;
        long ready = decision;
        for (int team : entry.teams()) {
            long there = teamReady(team);
            outcome.readyTicks[team] = there;
            ready = Math.max(ready, there);
        }
        return ready;
    }
}
