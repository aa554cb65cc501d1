package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.NeedTable;
import java.util.Arrays;

/**
 * The single points of failure of the few elements that are reported: while one is down, so is what needs it without an
 * alternative, whatever else happens. Counts along a history which reported elements are down for sure. Where many elements
 * are reported nothing ever is: to count would cost more than it saves. Hot. One instance a thread.
 */
final class SinglePoints {

    /** Up to how many reported elements it is counted. */
    private static final int MOST = 16;

    /** By row, the reported elements that are down with it, a bit each. */
    private final long[] takesDown;

    private final long all;
    private final int[] points;
    private int ofAll;
    private long downForSure;

    SinglePoints(NeedTable needs, int[] order, int[] rowOf, int[] reported) {
        takesDown = new long[order.length];
        points = new int[MOST];
        if (reported.length > MOST) {
            all = -1;
            return;
        }
        all = (1L << reported.length) - 1;
        for (int r = 0; r < reported.length; r++) {
            takesDown[rowOf[reported[r]]] |= 1L << r;
        }
        for (int row = order.length - 1; row >= 0; row--) {
            int e = order[row];
            for (int i = needs.rootsFrom(e); i < needs.rootsTo(e); i++) {
                handDown(needs, needs.root(i), takesDown[row], rowOf);
            }
        }
    }

    private void handDown(NeedTable needs, int node, long mask, int[] rowOf) {
        if (needs.kind(node) == NeedTable.ONE) {
            takesDown[rowOf[needs.element(node)]] |= mask;
            return;
        }
        int members = needs.childrenTo(node) - needs.childrenFrom(node);
        if (needs.kind(node) == NeedTable.ALL || needs.atLeast(node) >= members) {
            for (int c = needs.childrenFrom(node); c < needs.childrenTo(node); c++) {
                handDown(needs, needs.child(c), mask, rowOf);
            }
        }
    }

    /** Begins a history. */
    void start() {
        Arrays.fill(points, 0);
        ofAll = 0;
        downForSure = 0;
    }

    /** The element of a row goes down, or is whole again. */
    void turn(int row, boolean down) {
        long mask = takesDown[row];
        if (mask == all) {
            ofAll += down ? 1 : -1;
            return;
        }
        for (long left = mask; left != 0; left &= left - 1) {
            int r = Long.numberOfTrailingZeros(left);
            int before = points[r];
            points[r] = down ? before + 1 : before - 1;
            if (before + points[r] == 1) {
                downForSure ^= 1L << r;
            }
        }
    }

    /** Whether every reported element is down with this one. */
    boolean takesAllDown(int row) {
        return takesDown[row] == all;
    }

    /** Whether every reported element is down for sure. */
    boolean areAllDown() {
        return ofAll > 0 || downForSure == all;
    }
}
