package io.holdfast.simulator.engine;

import java.util.Arrays;

/** A binary heap of (time, code) without allocation in the steady state. Codes of one time come in ascending order. */
final class EventQueue {

    private long[] times = new long[64];
    private long[] codes = new long[64];
    private int size;

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    long firstTime() {
        return times[0];
    }

    void push(long time, long code) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            codes = Arrays.copyOf(codes, size * 2);
        }
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (isFirst(times[parent], codes[parent], time, code)) {
                break;
            }
            times[at] = times[parent];
            codes[at] = codes[parent];
            at = parent;
        }
        times[at] = time;
        codes[at] = code;
    }

    private static boolean isFirst(long time, long code, long otherTime, long otherCode) {
        return time < otherTime || (time == otherTime && code <= otherCode);
    }

    /** Removes the earliest event and gives its code. */
    long pop() {
        long result = codes[0];
        size--;
        long time = times[size];
        long code = codes[size];
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && isFirst(times[child + 1], codes[child + 1], times[child], codes[child])) {
                child++;
            }
            if (isFirst(time, code, times[child], codes[child])) {
                break;
            }
            times[at] = times[child];
            codes[at] = codes[child];
            at = child;
        }
        times[at] = time;
        codes[at] = code;
        return result;
    }
}
