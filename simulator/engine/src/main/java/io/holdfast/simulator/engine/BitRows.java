package io.holdfast.simulator.engine;

import java.util.Arrays;

/**
 * Rows of bits, an array each, so that words of two rows are joined several at a time, and each with a word that says which of its
 * words may not be 0: most rows are mostly 0, so that most words are never looked at. Hot: no allocation in the steady state. Not
 * for use by several threads.
 */
final class BitRows {

    /** Words of a row at most, of which one word can say which are not 0. */
    static final int WORDS = Long.SIZE;

    /** Bits of a row at most. */
    static final int BITS = WORDS * Long.SIZE;

    /** From which part of its words on, one in so many, a row is taken as a whole. */
    private static final int DENSE = 8;

    private final long[][] bits;
    private final long[] filled;
    private int used;

    BitRows(int rows) {
        bits = new long[rows][0];
        filled = new long[rows];
    }

    /** Makes the rows so many words long; all of them must be empty. */
    void begin(int words) {
        if (words > bits[0].length) {
            for (int row = 0; row < bits.length; row++) {
                bits[row] = new long[words];
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
        return bits[row][word];
    }

    /** Sets the bits from one to before another. */
    void set(int row, int begin, int end) {
        if (begin >= end) {
            return;
        }
        long[] words = bits[row];
        int first = begin >>> 6;
        int last = (end - 1) >>> 6;
        long head = -1L << begin;
        long tail = -1L >>> -end;
        filled[row] |= (-1L << first) & (-1L >>> (WORDS - 1 - last));
        if (first == last) {
            words[first] |= head & tail;
            return;
        }
        words[first] |= head;
        for (int w = first + 1; w < last; w++) {
            words[w] = -1;
        }
        words[last] |= tail;
    }

    private boolean isDense(long some) {
        return Long.bitCount(some) * DENSE >= used;
    }

    /** Empties a row. */
    void clear(int row) {
        long some = filled[row];
        long[] words = bits[row];
        filled[row] = 0;
        if (isDense(some)) {
            Arrays.fill(words, 0);
            return;
        }
        for (long left = some; left != 0; left &= left - 1) {
            words[Long.numberOfTrailingZeros(left)] = 0;
        }
    }

    /** Adds a row to another. */
    void or(int into, int from) {
        long some = filled[from];
        if (some == 0) {
            return;
        }
        filled[into] |= some;
        long[] to = bits[into];
        long[] of = bits[from];
        if (isDense(some)) {
            for (int w = 0; w < used; w++) {
                to[w] |= of[w];
            }
            return;
        }
        for (long left = some; left != 0; left &= left - 1) {
            int w = Long.numberOfTrailingZeros(left);
            to[w] |= of[w];
        }
    }

    /** Takes from a row what it has in common with another. */
    void remove(int row, int other) {
        long both = filled[row] & filled[other];
        if (both == 0) {
            return;
        }
        long[] to = bits[row];
        long[] of = bits[other];
        for (long left = both; left != 0; left &= left - 1) {
            int w = Long.numberOfTrailingZeros(left);
            to[w] &= ~of[w];
            if (to[w] == 0) {
                filled[row] ^= left & -left;
            }
        }
    }

    /** Adds to a row what two others have in common. */
    void orAnd(int into, int one, int other) {
        long both = filled[one] & filled[other];
        filled[into] |= both;
        long[] to = bits[into];
        long[] first = bits[one];
        long[] second = bits[other];
        for (long left = both; left != 0; left &= left - 1) {
            int w = Long.numberOfTrailingZeros(left);
            to[w] |= first[w] & second[w];
        }
    }
}
