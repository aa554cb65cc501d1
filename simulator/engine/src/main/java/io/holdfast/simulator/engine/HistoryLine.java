package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.ElementTable;
import io.holdfast.simulator.compile.LossCurve;
import io.holdfast.simulator.compile.YearModel;
import org.jspecify.annotations.Nullable;

/**
 * What a history measures of each element, by exact interval arithmetic on ticks: time without service, outages, service
 * levels and money, each for its part inside the counted time, from the end of the warm-up to the horizon. Hot.
 */
final class HistoryLine implements Watch {

    private final TrialState s;
    private final ElementTable elements;
    private final long from;
    private final long until;
    private final @Nullable PeriodLine[] periods;
    private final long[] downSince;
    private final long[] downTicks;
    private final int[] outages;
    private final boolean[] good;
    private final boolean[] full;
    private final long[] badSince;
    private final double[] lastShare;
    private final long[] lastChange;
    private final double[] loss;

    HistoryLine(TrialState state, YearModel year) {
        s = state;
        elements = state.model.elements();
        from = year.warmupTicks();
        until = year.horizonTicks();
        int n = state.n;
        periods = new PeriodLine[n];
        for (int e = 0; e < n; e++) {
            periods[e] = PeriodLine.of(elements.get(e).serviceLevel(), from, until);
        }
        downSince = new long[n];
        downTicks = new long[n];
        outages = new int[n];
        good = new boolean[n];
        full = new boolean[n];
        badSince = new long[n];
        lastShare = new double[n];
        lastChange = new long[n];
        loss = new double[n];
    }

    /** Begins a history, in normal running. */
    void start() {
        for (int e = 0; e < s.n; e++) {
            start(e);
        }
    }

    /** Begins a history in which only these elements are measured. */
    void start(int[] measured) {
        for (int e : measured) {
            start(e);
        }
    }

    private void start(int e) {
        downTicks[e] = 0;
        outages[e] = 0;
        loss[e] = 0;
        lastChange[e] = 0;
        PeriodLine line = periods[e];
        if (line != null) {
            line.start();
        }
        downSince[e] = s.normalServing[e] ? -1 : 0;
        lastShare[e] = s.normalShare[e];
        good[e] = isGood(e, s.normalServing[e], s.normalShare[e]);
        full[e] = isFull(s.normalServing[e], s.normalShare[e]);
        badSince[e] = good[e] ? -1 : 0;
    }

    private boolean isGood(int e, boolean serves, double share) {
        return serves && share >= elements.threshold(e) - NeedEvaluation.TOLERANCE;
    }

    private static boolean isFull(boolean serves, double share) {
        return serves && share >= 1 - NeedEvaluation.TOLERANCE;
    }

    @Override
    public void changed(int e) {
        if (!s.serving[e] && downSince[e] < 0) {
            downSince[e] = s.now;
        } else if (s.serving[e] && downSince[e] >= 0) {
            close(e);
        }
        LossCurve curve = elements.loss(e);
        if (curve != null) {
            follow(e, curve);
        }
    }

    @Override
    public void rerouted(int e) {
        // it delivers what it delivered before
    }

    @Override
    public void succeeded(int e, int method) {
        // only what is delivered counts
    }

    /** An outage is over, or cut by the horizon. */
    private void close(int e) {
        note(e, downSince[e], s.now);
        downSince[e] = -1;
    }

    /** A stretch without any service, of an element that serves in full before and after; ends at the horizon at the latest. */
    void outage(int e, long begin, long end) {
        note(e, begin, end);
        LossCurve curve = elements.loss(e);
        if (curve != null) {
            loss[e] += charge(curve, begin, begin, end);
        }
    }

    private void note(int e, long stop, long end) {
        long begin = Math.max(stop, from);
        if (end > begin || stop >= from) {
            outages[e]++;
            downTicks[e] += end - begin;
            PeriodLine line = periods[e];
            if (line != null) {
                line.add(begin, end);
            }
        }
    }

    /** Charges disruptions when they are over, and the missing share after each until the full share is back. */
    private void follow(int e, LossCurve curve) {
        chargeMissing(e, curve);
        boolean nowGood = isGood(e, s.serving[e], s.share[e]);
        if (good[e] && !nowGood) {
            badSince[e] = s.now;
        } else if (!good[e] && nowGood) {
            loss[e] += charge(curve, badSince[e], badSince[e], s.now);
        }
        good[e] = nowGood;
        full[e] = isFull(s.serving[e], s.share[e]);
        lastShare[e] = s.share[e];
    }

    private void chargeMissing(int e, LossCurve curve) {
        if (curve.isProRata() && good[e] && !full[e] && badSince[e] >= 0) {
            loss[e] += charge(curve, badSince[e], lastChange[e], s.now) * (1 - lastShare[e]);
        }
        lastChange[e] = s.now;
    }

    /** The rise of the curve of a disruption between two moments, for the part inside the counted time. */
    private double charge(LossCurve curve, long disruption, long begin, long end) {
        long first = Math.max(begin, from);
        if (end < first) {
            return 0;
        }
        double before = first == disruption ? 0 : curve.at(first - disruption);
        return curve.at(end - disruption) - before;
    }

    /** Ends the history at the horizon, which is now. */
    void finish() {
        for (int e = 0; e < s.n; e++) {
            if (downSince[e] >= 0) {
                close(e);
            }
            LossCurve curve = elements.loss(e);
            if (curve != null) {
                chargeMissing(e, curve);
                if (!good[e]) {
                    loss[e] += charge(curve, badSince[e], badSince[e], s.now);
                }
            }
        }
    }

    /** Ticks without service. */
    long downTicks(int e) {
        return downTicks[e];
    }

    /** How many outages there were, those of no length included. */
    int outages(int e) {
        return outages[e];
    }

    /** Money lost by impact. */
    double loss(int e) {
        return loss[e];
    }

    /** The periods of a service level, or null without one. */
    @Nullable
    PeriodLine periods(int e) {
        return periods[e];
    }

    /** Ticks that are counted. */
    long countedTicks() {
        return until - from;
    }
}
