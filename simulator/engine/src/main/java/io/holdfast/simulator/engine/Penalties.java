package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.CreditTerms;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Outages of elements with a service level, and what they pay back. Periods follow each other from the event; the last is cut at the
 * horizon, what lies beyond counts as up. Hot: nothing but a look where an element has no such level.
 */
final class Penalties {

    private final TrialState s;
    private final @Nullable CreditTerms[] terms;
    private final long[][] downTicks;
    private final double[][] outageShares;
    private final long[] downSince;

    Penalties(TrialState state) {
        s = state;
        terms = new CreditTerms[state.n];
        downTicks = new long[state.n][];
        outageShares = new double[state.n][];
        downSince = new long[state.n];
        for (int e = 0; e < state.n; e++) {
            CreditTerms found = state.model.elements().credits(e);
            terms[e] = found;
            if (found != null) {
                int periods = (int) Math.ceilDiv(Math.max(1, state.model.horizonTicks()), found.periodTicks());
                downTicks[e] = new long[periods];
                outageShares[e] = new double[periods];
            }
        }
    }

    /** Begins to follow an element, from normal running. */
    void start(int e) {
        if (terms[e] != null) {
            Arrays.fill(downTicks[e], 0);
            Arrays.fill(outageShares[e], 0);
            downSince[e] = s.normalServing[e] ? -1 : 0;
        }
    }

    /** Notes whether the element serves from now on. */
    void change(int e) {
        CreditTerms found = terms[e];
        if (found == null) {
            return;
        }
        if (!s.serving[e] && downSince[e] < 0) {
            downSince[e] = s.now;
        } else if (s.serving[e] && downSince[e] >= 0) {
            close(e, found, s.now);
        }
    }

    private void close(int e, CreditTerms found, long until) {
        long from = downSince[e];
        downSince[e] = -1;
        long[] down = downTicks[e];
        int first = period(found, from, down.length);
        outageShares[e][first] += found.shareOfOutage(until - from);
        for (int p = first; p <= period(found, until, down.length); p++) {
            long begin = Math.max(from, p * found.periodTicks());
            long end = p == down.length - 1 ? until : Math.min(until, (p + 1) * found.periodTicks());
            down[p] += Math.max(0, end - begin);
        }
    }

    private static int period(CreditTerms found, long time, int periods) {
        return (int) Math.min(periods - 1, time / found.periodTicks());
    }

    /** The money that an element pays back in the trial. */
    double finish(int e, long horizon) {
        CreditTerms found = terms[e];
        if (found == null) {
            return 0;
        }
        if (downSince[e] >= 0) {
            close(e, found, horizon);
        }
        double money = 0;
        for (int p = 0; p < downTicks[e].length; p++) {
            money += found.money(downTicks[e][p], outageShares[e][p]);
        }
        return money;
    }
}
