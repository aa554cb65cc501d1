package io.holdfast.simulator.engine;

import java.util.Arrays;

/** A set of small numbers that is taken out in ascending order; numbers added meanwhile are found if they lie ahead. */
final class Marks {

    private final long[] words;
    private boolean any;

    Marks(int size) {
        words = new long[(size + 63) >>> 6];
    }

    void add(int number) {
        words[number >>> 6] |= 1L << number;
        any = true;
    }

    void clear() {
        if (any) {
            Arrays.fill(words, 0);
            any = false;
        }
    }

    /** Takes out the least number of at least this one; -1 when there is none. */
    int takeFrom(int from) {
        if (!any) {
            return -1;
        }
        int word = from >>> 6;
        if (word >= words.length) {
            return -1;
        }
        long bits = words[word] & (-1L << from);
        while (bits == 0) {
            word++;
            if (word == words.length) {
                if (from == 0) {
                    any = false;
                }
                return -1;
            }
            bits = words[word];
        }
        int number = (word << 6) + Long.numberOfTrailingZeros(bits);
        words[word] &= ~(1L << number);
        return number;
    }
}
