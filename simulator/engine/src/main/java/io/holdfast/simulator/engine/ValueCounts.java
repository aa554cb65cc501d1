package io.holdfast.simulator.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How often each value occurred: the values themselves while there are at most {@value #EXACT} distinct ones, else
 * counts in bins of relative width 2^-10, interpolated inside. What is stored depends on the multiset of values alone, not
 * on the order of adding or merging. Not for use by several threads.
 */
public final class ValueCounts {

    /** Distinct values up to which every value is kept. */
    static final int EXACT = 1024;

    private static final int SUB_BITS = 10;
    private static final int SUB = 1 << SUB_BITS;
    private static final int OCTAVES = 64 - SUB_BITS;

    private long[] keys = new long[8];
    private int[] counts = new int[8];
    private int distinct;
    private long total;
    private int @Nullable [][] above;
    private int @Nullable [][] below;

    /** How many values were added. */
    public long total() {
        return total;
    }

    /** Adds a value once. */
    public void add(long value) {
        add(value, 1);
    }

    /** Adds a value several times. */
    void add(long value, int count) {
        if (count == 0) {
            return;
        }
        total += count;
        if (above != null && below != null) {
            addToBins(above, below, value, count);
            return;
        }
        int at = find(value);
        if (counts[at] > 0) {
            counts[at] += count;
            return;
        }
        if (distinct == EXACT) {
            switchToBins();
            total -= count;
            add(value, count);
            return;
        }
        keys[at] = value;
        counts[at] = count;
        distinct++;
        if (distinct * 2 > keys.length) {
            grow();
        }
    }

    /** Adds all values of another. */
    public void merge(ValueCounts other) {
        if (other.above == null || other.below == null) {
            for (int i = 0; i < other.keys.length; i++) {
                if (other.counts[i] > 0) {
                    add(other.keys[i], other.counts[i]);
                }
            }
            return;
        }
        if (above == null || below == null) {
            switchToBins();
        }
        total += other.total;
        mergeBins(above, other.above);
        mergeBins(below, other.below);
    }

    private static void mergeBins(int @Nullable [][] into, int @Nullable [][] from) {
        if (into == null || from == null) {
            throw new IllegalStateException("bins are merged only after switching to bins");
        }
        for (int octave = 0; octave < from.length; octave++) {
            for (int sub = 0; from[octave] != null && sub < from[octave].length; sub++) {
                page(into, octave)[sub] += from[octave][sub];
            }
        }
    }

    private int find(long value) {
        long hash = value * 0x9E3779B97F4A7C15L;
        int at = (int) (hash >>> 40) & (keys.length - 1);
        while (counts[at] > 0 && keys[at] != value) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] > 0) {
                int at = find(oldKeys[i]);
                keys[at] = oldKeys[i];
                counts[at] = oldCounts[i];
            }
        }
    }

    private void switchToBins() {
        int[][] positive = new int[OCTAVES + 1][];
        int[][] negative = new int[OCTAVES + 1][];
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] > 0) {
                addToBins(positive, negative, keys[i], counts[i]);
            }
        }
        keys = new long[0];
        counts = new int[0];
        above = positive;
        below = negative;
    }

    private static void addToBins(int[][] positive, int[][] negative, long value, int count) {
        int[][] side = value >= 0 ? positive : negative;
        long magnitude = value >= 0 ? value : -(value + 1);
        int octave = octaveOf(magnitude);
        page(side, octave)[(int) ((magnitude >>> shiftOf(octave)) & (SUB - 1))] += count;
    }

    private static int[] page(int[][] side, int octave) {
        int[] found = side[octave];
        if (found == null) {
            found = new int[SUB];
            side[octave] = found;
        }
        return found;
    }

    /** Octave 0 holds the values below 2^10, one a bin; octave k those from 2^(9+k), 2^(k-1) a bin. */
    private static int octaveOf(long magnitude) {
        return magnitude < SUB ? 0 : 64 - SUB_BITS - Long.numberOfLeadingZeros(magnitude);
    }

    private static int shiftOf(int octave) {
        return Math.max(0, octave - 1);
    }

    /** All values in ascending order, as parallel arrays. */
    public Sorted sorted() {
        return above == null || below == null ? sortedExact() : sortedBins(above, below);
    }

    private Sorted sortedExact() {
        long[] values = new long[distinct];
        int at = 0;
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] > 0) {
                values[at++] = keys[i];
            }
        }
        Arrays.sort(values);
        double[] low = new double[distinct];
        double[] width = new double[distinct];
        long[] cumulative = new long[distinct];
        long sum = 0;
        for (int i = 0; i < distinct; i++) {
            low[i] = values[i];
            sum += counts[find(values[i])];
            cumulative[i] = sum;
        }
        return new Sorted(low, width, cumulative);
    }

    private static Sorted sortedBins(int[][] positive, int[][] negative) {
        double[] low = new double[256];
        double[] width = new double[256];
        long[] cumulative = new long[256];
        int n = 0;
        long sum = 0;
        for (int i = -(OCTAVES + 1) * SUB; i < (OCTAVES + 1) * SUB; i++) {
            int index = i >= 0 ? i : -i - 1;
            int[] page = (i >= 0 ? positive : negative)[index / SUB];
            if (page == null || page[index % SUB] == 0) {
                continue;
            }
            if (n == low.length) {
                low = Arrays.copyOf(low, n * 2);
                width = Arrays.copyOf(width, n * 2);
                cumulative = Arrays.copyOf(cumulative, n * 2);
            }
            int octave = index / SUB;
            double size = octave == 0 ? 1 : Math.scalb(1.0, shiftOf(octave));
            double start = octave == 0 ? index : ((double) SUB + index % SUB) * size;
            sum += page[index % SUB];
            boolean single = size == 1;
            low[n] = i >= 0 ? start : -(start + size);
            width[n] = single ? 0 : size;
            cumulative[n] = sum;
            n++;
        }
        return new Sorted(Arrays.copyOf(low, n), Arrays.copyOf(width, n), Arrays.copyOf(cumulative, n));
    }

    /** Values in ascending order with how many are at most as large. Immutable. */
    public static final class Sorted {

        private final double[] low;
        private final double[] width;
        private final long[] cumulative;

        private Sorted(double[] low, double[] width, long[] cumulative) {
            this.low = low;
            this.width = width;
            this.cumulative = cumulative;
        }

        /** How many values there are. */
        public long total() {
            return cumulative.length == 0 ? 0 : cumulative[cumulative.length - 1];
        }

        /** The value of a rank from 1 to {@link #total}. */
        public double valueOfRank(long rank) {
            int at = Arrays.binarySearch(cumulative, rank);
            int bin = at >= 0 ? at : -at - 1;
            while (bin > 0 && cumulative[bin - 1] >= rank) {
                bin--;
            }
            if (width[bin] == 0) {
                return low[bin];
            }
            long before = bin == 0 ? 0 : cumulative[bin - 1];
            return low[bin] + width[bin] * (rank - before - 0.5) / (cumulative[bin] - before);
        }

        /** The sum of the squared distances of all values from a number, each value at the middle of its bin. */
        double squaresAbout(double center) {
            double sum = 0;
            long before = 0;
            for (int bin = 0; bin < low.length; bin++) {
                double away = low[bin] + width[bin] / 2 - center;
                sum += (cumulative[bin] - before) * away * away;
                before = cumulative[bin];
            }
            return sum;
        }

        /** How many values are at most this one, interpolated inside a bin. */
        double countAtMost(double value) {
            int at = Arrays.binarySearch(low, value);
            int bin = at >= 0 ? at : -at - 2;
            if (bin < 0) {
                return 0;
            }
            long before = bin == 0 ? 0 : cumulative[bin - 1];
            double part = width[bin] == 0 ? 1 : Math.min(1, (value - low[bin]) / width[bin]);
            return before + part * (cumulative[bin] - before);
        }
    }
}
