package io.holdfast.simulator.engine;

import io.holdfast.simulator.sampling.Ticks;
import java.util.Arrays;

/**
 * The moments of a history at which elements fail or are back, and whose: one word each, whole seconds above, the row below. Sorted
 * by buckets, for they lie about evenly over the horizon. Hot: arrays that grow and stay.
 */
final class Changeovers {

    private final int rowBits;
    private final long rowMask;
    private final long end;
    private long[] added = new long[1024];
    private long[] sorted = new long[1024];
    private int[] starts = new int[1025];
    private int count;
    private boolean twins;

    Changeovers(int rows, long horizon) {
        rowBits = bitsOf(rows);
        rowMask = (1L << rowBits) - 1;
        end = ((horizon / Ticks.PER_SECOND) + 1) << rowBits;
    }

    /** Whether a moment and a row go into one word: but for very many elements over thousands of years they do. */
    static boolean fits(int rows, long horizon) {
        return bitsOf(rows) + bitsOf(horizon / Ticks.PER_SECOND + 1) < Long.SIZE;
    }

    private static int bitsOf(long number) {
        return Long.SIZE - Long.numberOfLeadingZeros(number);
    }

    void clear() {
        count = 0;
    }

    /** Adds a change at a whole second, at the horizon at the latest. */
    void add(long time, int row) {
        if (count == added.length) {
            added = Arrays.copyOf(added, 2 * count);
        }
        added[count++] = ((time / Ticks.PER_SECOND) << rowBits) | row;
    }

    /** Brings them in order of time, those of one moment in order of rows. */
    void sort() {
        if (sorted.length < added.length) {
            sorted = new long[added.length];
            starts = new int[added.length + 1];
        }
        int buckets = Math.max(1, count);
        double scale = buckets / (double) end;
        Arrays.fill(starts, 0, buckets + 1, 0);
        for (int i = 0; i < count; i++) {
            starts[bucket(added[i], scale, buckets) + 1]++;
        }
        for (int b = 0; b < buckets; b++) {
            starts[b + 1] += starts[b];
        }
        for (int i = 0; i < count; i++) {
            sorted[starts[bucket(added[i], scale, buckets)]++] = added[i];
        }
        insert();
    }

    private static int bucket(long change, double scale, int buckets) {
        return Math.min((int) (change * scale), buckets - 1);
    }

    private void insert() {
        twins = false;
        long before = -1;
        for (int i = 0; i < count; i++) {
            long change = sorted[i];
            if (change > before) {
                before = change;
                continue;
            }
            int at = i;
            while (at > 0 && sorted[at - 1] > change) {
                sorted[at] = sorted[at - 1];
                at--;
            }
            sorted[at] = change;
            twins |= at > 0 && sorted[at - 1] == change;
        }
    }

    /** Whether an element that fails and is whole at one moment is the only one that changes at it. */
    boolean repairsOfNoTimeStandAlone() {
        for (int i = 1; twins && i < count; i++) {
            boolean isTwin = sorted[i] == sorted[i - 1];
            if (isTwin && (isSameMoment(i + 1, i) || isSameMoment(i - 2, i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isSameMoment(int one, int other) {
        return one >= 0 && one < count && sorted[one] >>> rowBits == sorted[other] >>> rowBits;
    }

    /** After the last change that shows together with one: the failure and the return of one element show apart. */
    int sameMoment(int position) {
        int to = position + 1;
        while (to < count
                && (sorted[to] ^ sorted[position]) <= rowMask
                && (sorted[to] ^ sorted[position]) > 0
                && sorted[to] != sorted[to - 1]) {
            to++;
        }
        return to;
    }

    int count() {
        return count;
    }

    /** When a change happens, in ticks. */
    long time(int position) {
        return (sorted[position] >>> rowBits) * Ticks.PER_SECOND;
    }

    /** Whose row changes. */
    int row(int position) {
        return (int) (sorted[position] & rowMask);
    }
}
