package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.YearModel;
import io.holdfast.simulator.sampling.Draws;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Runs a history on bits, where {@link YearAnalysis} finds nothing against it: the time axis is cut at the moments at which any
 * element fails or is back, an element is one bit a piece, set while it does not serve, and gates are operations on words. As long as
 * every reported element is down for sure ({@link SinglePoints}) all pieces are one. The same draws as in {@link HistoryKernel}, so
 * the same outages to the tick. Only what the reported elements need is looked at. Hot: no allocation in the steady state. One
 * instance a thread.
 */
final class BitHistory {

    private static final long NONE = -1;

    private final long horizon;
    private final HistoryLine line;
    private final int[] reported;
    private final int[] rowOf;
    private final OwnFailures failures;
    private final Changeovers changes;
    private final SinglePoints points;
    private final BitGates gates;
    private final BitRows rows;

    /** Rows of elements that are down by themselves, a bit each. */
    private final long[] isDown;

    private final int[] downFrom;
    private final long[] since;
    private final long[] moments = new long[BitRows.BITS];

    BitHistory(YearModel year, HistoryLine line, int[] reported) {
        this.line = line;
        this.reported = reported;
        CompiledModel model = year.model();
        horizon = year.horizonTicks();
        int n = model.elements().size();
        boolean[] looked = below(model, reported);
        int[] order = IntStream.range(0, model.components().count())
                .map(c -> model.components().member(c, 0))
                .filter(e -> looked[e])
                .toArray();
        rowOf = new int[n];
        for (int row = 0; row < order.length; row++) {
            rowOf[order[row]] = row;
        }
        failures = new OwnFailures(year, order);
        changes = new Changeovers(order.length, horizon);
        points = new SinglePoints(model.needs(), order, rowOf, reported);
        gates = new BitGates(model.needs(), order, rowOf);
        rows = gates.rows();
        isDown = new long[(order.length >>> 6) + 1];
        downFrom = new int[order.length];
        since = new long[n];
    }

    private static boolean[] below(CompiledModel model, int[] reported) {
        boolean[] looked = new boolean[model.elements().size()];
        for (int e : reported) {
            looked[e] = true;
        }
        for (int c = model.components().count() - 1; c >= 0; c--) {
            int e = model.components().member(c, 0);
            if (looked[e]) {
                for (int needed : model.needs().elementsOf(e)) {
                    looked[needed] = true;
                }
            }
        }
        return looked;
    }

    /**
     * Runs a history; false, with nothing measured, where a repair takes no time and something else changes at the same moment:
     * what shows in between is the business of the event loop.
     */
    boolean run(Draws draws) {
        line.start(reported);
        changes.clear();
        failures.draw(draws, changes);
        changes.sort();
        if (!changes.repairsOfNoTimeStandAlone()) {
            return false;
        }
        points.start();
        Arrays.fill(isDown, 0);
        for (int e : reported) {
            since[e] = NONE;
        }
        int at = 0;
        while (at < changes.count()) {
            at = piece(at);
        }
        for (int e : reported) {
            if (since[e] != NONE) {
                line.outage(e, since[e], horizon);
            }
        }
        return true;
    }

    /** Works on as many moments as there are bits, from a change on; gives the first change after them. */
    private int piece(int from) {
        gates.begin(Math.min(BitRows.WORDS, Math.ceilDiv(changes.count() - from, Long.SIZE)));
        int decided = gates.decided();
        int moment = -1;
        boolean areAllDown = false;
        int at = from;
        while (at < changes.count() && moment + 1 < BitRows.BITS) {
            int to = changes.sameMoment(at);
            for (int i = at; i < to; i++) {
                int row = changes.row(i);
                points.turn(row, !isDown(row));
            }
            boolean nowAllDown = points.areAllDown();
            if (!areAllDown || !nowAllDown) {
                moments[++moment] = changes.time(at);
                areAllDown = nowAllDown;
                if (areAllDown) {
                    rows.set(decided, moment, moment + 1);
                }
            }
            for (int i = at; i < to; i++) {
                turn(changes.row(i), moment);
            }
            at = to;
        }
        downUntil(moment + 1);
        gates.run();
        for (int e : reported) {
            tell(e, gates.withDecided(rowOf[e]), moment + 1);
        }
        return at;
    }

    private boolean isDown(int row) {
        return (isDown[row >>> 6] >>> row & 1) != 0;
    }

    /** An element fails, or is whole again, at a moment. */
    private void turn(int row, int moment) {
        isDown[row >>> 6] ^= 1L << row;
        if (points.takesAllDown(row)) {
            return;
        }
        if (isDown(row)) {
            downFrom[row] = moment;
        } else {
            gates.down(row, downFrom[row], moment);
        }
    }

    /** What is still down was so before a moment, and is so from the beginning of the next piece on. */
    private void downUntil(int moment) {
        for (int w = 0; w < isDown.length; w++) {
            for (long left = isDown[w]; left != 0; left &= left - 1) {
                int row = (w << 6) + Long.numberOfTrailingZeros(left);
                if (!points.takesAllDown(row)) {
                    gates.down(row, downFrom[row], moment);
                    downFrom[row] = 0;
                }
            }
        }
    }

    /** Hands on the outages of an element that begin or end in the first moments of this piece. */
    private void tell(int e, int row, int count) {
        long filled = rows.filled(row);
        long some = filled | (filled << 1) | (since[e] == NONE ? 0 : 1);
        for (long left = some; left != 0; left &= left - 1) {
            int w = Long.numberOfTrailingZeros(left);
            if (w >= rows.words()) {
                return;
            }
            long before = w > 0 ? rows.word(row, w - 1) >>> 63 : since[e] == NONE ? 0 : 1;
            long bits = rows.word(row, w);
            long edges = bits ^ ((bits << 1) | before);
            while (edges != 0) {
                int at = (w << 6) + Long.numberOfTrailingZeros(edges);
                if (at >= count) {
                    return;
                }
                edges &= edges - 1;
                if (since[e] == NONE) {
                    since[e] = moments[at];
                } else {
                    line.outage(e, since[e], moments[at]);
                    since[e] = NONE;
                }
            }
        }
    }
}
