package io.holdfast.simulator.engine;

import java.util.Arrays;

/**
 * The moments of a history at which elements fail or are back, and who. Sorted by buckets, for they lie about evenly over the
 * horizon. Hot: arrays that grow and stay.
 */
final class Changeovers {

    private final long horizon;
    private long[] times = new long[1024];
    private int[] who = new int[1024];
    private long[] sortedTimes = new long[1024];
    private int[] sortedWho = new int[1024];
    private int[] starts = new int[1025];
    private int count;

    Changeovers(long horizon) {
        this.horizon = horizon;
    }

    void clear() {
        count = 0;
    }

    void add(long time, int element) {
        if (count == times.length) {
            times = Arrays.copyOf(times, 2 * count);
            who = Arrays.copyOf(who, 2 * count);
        }
        times[count] = time;
        who[count++] = element;
    }

    /** Brings them in order of time. */
    void sort() {
        if (sortedTimes.length < times.length) {
            sortedTimes = new long[times.length];
            sortedWho = new int[times.length];
            starts = new int[times.length + 1];
        }
        int buckets = Math.max(1, count);
        double scale = buckets / (horizon + 1.0);
        Arrays.fill(starts, 0, buckets + 1, 0);
        for (int i = 0; i < count; i++) {
            starts[(int) (times[i] * scale) + 1]++;
        }
        for (int b = 0; b < buckets; b++) {
            starts[b + 1] += starts[b];
        }
        for (int i = 0; i < count; i++) {
            int at = starts[(int) (times[i] * scale)]++;
            sortedTimes[at] = times[i];
            sortedWho[at] = who[i];
        }
        insert();
    }

    private void insert() {
        for (int i = 1; i < count; i++) {
            long time = sortedTimes[i];
            int at = i;
            if (sortedTimes[at - 1] > time) {
                int element = sortedWho[i];
                while (at > 0 && sortedTimes[at - 1] > time) {
                    sortedTimes[at] = sortedTimes[at - 1];
                    sortedWho[at] = sortedWho[at - 1];
                    at--;
                }
                sortedTimes[at] = time;
                sortedWho[at] = element;
            }
        }
    }

    int count() {
        return count;
    }

    long time(int position) {
        return sortedTimes[position];
    }

    int who(int position) {
        return sortedWho[position];
    }
}
