package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.ElementTable;
import io.holdfast.simulator.compile.LossCurve;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.sampling.Ticks;

/** Follows what each touched element delivers over the trial and turns it into its outcome. Hot. */
final class Timeline {

    private final TrialState s;
    private final ElementTable elements;
    private final Penalties penalties;
    private final boolean[] started;
    private final boolean[] good;
    private final long[] firstBad;
    private final long[] badSince;
    private final long[] goodSince;
    private final boolean[] full;
    private final long[] firstLow;
    private final long[] fullSince;
    private final int[] nextGrid;
    private final double[] lastShare;
    private final long[] lastChange;
    private final double[] missing;
    private final boolean[] traced;
    private final int[] returned;
    private int returnedCount;

    Timeline(TrialState state) {
        s = state;
        penalties = new Penalties(state);
        elements = state.model.elements();
        int n = state.n;
        started = new boolean[n];
        good = new boolean[n];
        firstBad = new long[n];
        badSince = new long[n];
        goodSince = new long[n];
        full = new boolean[n];
        firstLow = new long[n];
        fullSince = new long[n];
        nextGrid = new int[n];
        lastShare = new double[n];
        lastChange = new long[n];
        missing = new double[n];
        returned = new int[n];
        traced = new boolean[n];
        for (int e = 0; e < n; e++) {
            traced[e] = elements.get(e).type() != ElementType.ASSET;
        }
    }

    /** Begins to follow an element, from normal running. */
    void start(int e) {
        if (started[e]) {
            return;
        }
        started[e] = true;
        good[e] = isGood(e, s.normalServing[e], s.normalShare[e]);
        firstBad[e] = good[e] ? -1 : 0;
        badSince[e] = 0;
        goodSince[e] = 0;
        full[e] = isFull(s.normalServing[e], s.normalShare[e]);
        firstLow[e] = full[e] ? -1 : 0;
        fullSince[e] = 0;
        nextGrid[e] = 0;
        lastShare[e] = s.normalShare[e];
        lastChange[e] = 0;
        missing[e] = 0;
        s.outcome.interruptedTicks[e] = 0;
        penalties.start(e);
        s.outcome.degraded[e] = s.normalServing[e] && !full[e];
    }

    private boolean isGood(int e, boolean serving, double share) {
        return serving && share >= elements.threshold(e) - NeedEvaluation.TOLERANCE;
    }

    private static boolean isFull(boolean serving, double share) {
        return serving && share >= 1 - NeedEvaluation.TOLERANCE;
    }

    /** Whether an element in this state would be disrupted or below its full share. */
    boolean isAbnormal(int e) {
        return !isGood(e, s.serving[e], s.share[e]) || !isFull(s.serving[e], s.share[e]);
    }

    /** Notes what the element delivers from now on. */
    void change(int e) {
        passTo(e, s.now);
        penalties.change(e);
        boolean nowGood = isGood(e, s.serving[e], s.share[e]);
        if (good[e] && !nowGood) {
            firstBad[e] = firstBad[e] < 0 ? s.now : firstBad[e];
            badSince[e] = s.now;
            missing[e] = 0;
        } else if (!good[e] && nowGood) {
            goodSince[e] = s.now;
            s.outcome.interruptedTicks[e] += s.now - badSince[e];
            if (traced[e]) {
                returned[returnedCount++] = e;
            }
        }
        good[e] = nowGood;
        boolean nowFull = isFull(s.serving[e], s.share[e]);
        if (full[e] && !nowFull) {
            firstLow[e] = firstLow[e] < 0 ? s.now : firstLow[e];
        } else if (!full[e] && nowFull) {
            fullSince[e] = s.now;
        }
        full[e] = nowFull;
        s.outcome.degraded[e] |= s.serving[e] && !nowFull;
        lastShare[e] = s.share[e];
    }

    /** Fills the grid and the missing share up to a moment. */
    private void passTo(int e, long time) {
        double[] grid = s.outcome.gridShare[e];
        int at = nextGrid[e];
        while (at < grid.length && elements.gridTicks(e, at) < time) {
            grid[at++] = lastShare[e];
        }
        nextGrid[e] = at;
        LossCurve curve = elements.loss(e);
        if (curve != null && curve.isProRata() && good[e] && firstBad[e] >= 0 && !full[e]) {
            double atEnd = curve.at(time - firstBad[e]);
            missing[e] += (atEnd - curve.at(lastChange[e] - firstBad[e])) * (1 - lastShare[e]);
        }
        lastChange[e] = time;
    }

    /** Traced elements that came back since this was last asked, in the order of coming back. */
    int takeReturned() {
        return returnedCount == 0 ? -1 : returned[--returnedCount];
    }

    /** Ends the trial at the horizon. */
    void finish() {
        long horizon = s.model.horizonTicks();
        for (int i = 0; i < s.outcome.touched(); i++) {
            int e = s.outcome.touched(i);
            start(e);
            finish(e, horizon);
            started[e] = false;
        }
        returnedCount = 0;
    }

    private void finish(int e, long horizon) {
        passTo(e, horizon);
        double[] grid = s.outcome.gridShare[e];
        for (int at = nextGrid[e]; at < grid.length; at++) {
            grid[at] = lastShare[e];
        }
        TrialOutcome out = s.outcome;
        out.disrupted[e] = firstBad[e] >= 0;
        if (!good[e]) {
            out.interruptedTicks[e] += horizon - badSince[e];
            out.driving[e] = TrialOutcome.NO_LINKS;
        }
        out.recoveryTicks[e] = lengthOf(firstBad[e], good[e], goodSince[e]);
        out.penalty[e] = penalties.finish(e, horizon);
        out.fullTicks[e] = lengthOf(firstLow[e], full[e], fullSince[e]);
        LossCurve curve = elements.loss(e);
        if (curve != null && out.disrupted[e]) {
            long length = good[e] ? out.recoveryTicks[e] : horizon - firstBad[e];
            out.loss[e] = curve.at(length) + missing[e];
        }
    }

    private static long lengthOf(long first, boolean back, long since) {
        if (first < 0) {
            return 0;
        }
        return back ? since - first : Ticks.NEVER;
    }
}
