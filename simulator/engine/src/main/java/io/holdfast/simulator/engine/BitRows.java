package io.holdfast.simulator.engine;

import java.util.Arrays;

/**
 * Rows of bits, side by side in one array, each with a word that says which of its words may not be 0: most rows are mostly 0, so
 * that most words are never looked at. Hot: no allocation in the steady state. Not for use by several threads.
 */
final class BitRows {

    /** Words of a row at most, of which one word can say which are not 0. */
    static final int WORDS = Long.SIZE;

    /** Bits of a row at most. */
    static final int BITS = WORDS * Long.SIZE;

    /** From which part of its words on, one in so many, a row is taken as a whole. */
    private static final int DENSE = 3;

    /** Up to how many words all rows are emptied at once. */
    private static final int SHORT = 16;

    private final long[] bits;
    private final long[] filled;
    private int used = 1;

    BitRows(int rows) {
        bits = new long[Math.multiplyExact(rows, WORDS)];
        filled = new long[rows];
    }

    /** Empties every row and makes it so many words long. */
    void begin(int words) {
        if (used <= SHORT) {
            Arrays.fill(bits, 0, filled.length * used, 0);
            Arrays.fill(filled, 0);
        } else {
            for (int row = 0; row < filled.length; row++) {
                clear(row);
            }
        }
        used = words;
    }

    /** Words of a row. */
    int words() {
        return used;
    }

    /** The words of a row that may not be 0, a bit each. */
    long filled(int row) {
        return filled[row];
    }

    /** A word of a row. */
    long word(int row, int word) {
        return bits[row * used + word];
    }

    /** Sets the bits from one to before another. */
    void set(int row, int begin, int end) {
        if (begin >= end) {
            return;
        }
        int base = row * used;
        int first = begin >>> 6;
        int last = (end - 1) >>> 6;
        long head = -1L << begin;
        long tail = -1L >>> -end;
        filled[row] |= (-1L << first) & (-1L >>> (WORDS - 1 - last));
        if (first == last) {
            bits[base + first] |= head & tail;
            return;
        }
        bits[base + first] |= head;
        for (int w = first + 1; w < last; w++) {
            bits[base + w] = -1;
        }
        bits[base + last] |= tail;
    }

    /** Empties a row. */
    void clear(int row) {
        int base = row * used;
        for (long left = filled[row]; left != 0; left &= left - 1) {
            bits[base + Long.numberOfTrailingZeros(left)] = 0;
        }
        filled[row] = 0;
    }

    /** Adds a row to another. */
    void or(int into, int from) {
        long some = filled[from];
        if (some == 0) {
            return;
        }
        filled[into] |= some;
        int to = into * used;
        int of = from * used;
        if (Long.bitCount(some) * DENSE >= used) {
            for (int w = 0; w < used; w++) {
                bits[to + w] |= bits[of + w];
            }
            return;
        }
        for (long left = some; left != 0; left &= left - 1) {
            int w = Long.numberOfTrailingZeros(left);
            bits[to + w] |= bits[of + w];
        }
    }

    /** Adds to a row what two others have in common. */
    void orAnd(int into, int one, int other) {
        long both = filled[one] & filled[other];
        filled[into] |= both;
        int to = into * used;
        int first = one * used;
        int second = other * used;
        for (long left = both; left != 0; left &= left - 1) {
            int w = Long.numberOfTrailingZeros(left);
            bits[to + w] |= bits[first + w] & bits[second + w];
        }
    }
}
