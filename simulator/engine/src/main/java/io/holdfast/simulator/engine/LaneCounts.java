package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.ElementTable;
import io.holdfast.simulator.compile.LossCurve;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.sampling.Ticks;

/**
 * What lanes say of one element, counted by the one number that they have of it, when it starts: all else follows from
 * that, since it stops at once and once, and serves at its full share again. Hot. One instance a thread and element.
 */
final class LaneCounts {

    private final int e;
    private final ElementTable elements;
    private final long horizon;
    private final long rto;
    private final long mtpd;
    private final Accumulator.OfElement a;
    private final ValueCounts positive = new ValueCounts();
    private final int[] beforeGrid;
    private long zeros;

    LaneCounts(int e, ElementTable elements, long horizon, Accumulator.OfElement counts) {
        this.e = e;
        this.elements = elements;
        this.horizon = horizon;
        a = counts;
        Objectives goals = elements.objectives(e).objectives();
        Double rtoHours = goals.rtoHours();
        Double mtpdHours = goals.mtpdHours();
        Double wrt = goals.wrtHours();
        rto = rtoHours == null ? -1 : Ticks.ofHours(rtoHours);
        mtpd = mtpdHours == null ? -1 : Ticks.ofHours(mtpdHours) - (wrt == null ? 0 : Ticks.ofHours(wrt));
        beforeGrid = new int[elements.gridSize(e) + 1];
    }

    /** Counts a trial in which the element stops at the event and starts at a moment, or never. */
    void add(long ticks) {
        a.touched++;
        a.disrupted++;
        boolean back = ticks <= horizon;
        if (!back) {
            a.never++;
            beforeGrid[beforeGrid.length - 1]++;
        } else {
            addBack(ticks);
        }
        LossCurve curve = elements.loss(e);
        if (curve != null) {
            addLoss(curve.at(back ? ticks : horizon));
        }
    }

    private void addBack(long ticks) {
        if (ticks == 0) {
            zeros++;
        } else {
            positive.add(ticks);
            a.recoverySum.add(ticks);
            a.recoverySquares.addSquare(ticks);
        }
        a.withinRto += ticks <= rto ? 1 : 0;
        a.withinMtpd += ticks <= mtpd ? 1 : 0;
        int at = 0;
        while (at < beforeGrid.length - 1 && elements.gridTicks(e, at) < ticks) {
            at++;
        }
        beforeGrid[at]++;
    }

    private void addLoss(double loss) {
        if (loss > 0) {
            long money = StrictMath.round(loss * Accumulator.MONEY_SCALE);
            a.lossSum.add(money);
            a.lossSquares.addSquare(money);
            a.loss.add(money);
        }
    }

    /** Counts a trial in which the element serves throughout, on something whose data are lost. */
    void addWhole() {
        a.touched++;
    }

    /** Counts that a trial, counted before, lost everything. */
    void addLostAll() {
        a.lostAll++;
    }

    /** Puts what was counted into the sums; once, at the end. */
    void finish(double normalHeadroom) {
        int never = (int) a.never;
        a.recovery.merge(positive);
        a.recovery.add(0, (int) zeros);
        a.interrupted.merge(positive);
        a.interrupted.add(0, (int) zeros);
        a.interrupted.add(horizon, never);
        a.full.merge(positive);
        a.low += positive.total();
        a.neverFull += never;
        Objectives goals = elements.objectives(e).objectives();
        a.withinRpo += goals.rpoHours() == null ? 0 : a.touched - a.lostAll;
        if (!Double.isNaN(normalHeadroom)) {
            a.headroom.add(StrictMath.round(normalHeadroom * Accumulator.MONEY_SCALE), (int) a.touched);
        }
        long share = StrictMath.round(Accumulator.SHARE_SCALE);
        int missing = (int) a.disrupted;
        for (int g = 0; g < beforeGrid.length - 1; g++) {
            missing -= beforeGrid[g];
            int there = (int) a.touched - missing;
            a.shares[g].add(0, missing);
            a.shares[g].add(share, there);
            a.shareSums[g].add(share * there);
        }
    }
}
