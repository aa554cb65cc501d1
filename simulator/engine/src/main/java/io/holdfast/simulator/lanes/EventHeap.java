package io.holdfast.simulator.lanes;

import java.util.Arrays;

/** A heap of numbers, four below each: times in the upper, what happens in the lower half. Hot: no allocation in the steady state. */
final class EventHeap {

    private static final int WIDTH = 4;

    private long[] heap = new long[64];
    private int size;

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    long first() {
        return heap[0];
    }

    void push(long event) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        long[] h = heap;
        int at = size++;
        while (at > 0) {
            int above = (at - 1) / WIDTH;
            if (h[above] <= event) {
                break;
            }
            h[at] = h[above];
            at = above;
        }
        h[at] = event;
    }

    /** Removes the least. */
    long pop() {
        long[] h = heap;
        long least = h[0];
        int last = --size;
        long event = h[last];
        int at = 0;
        int child = 1;
        while (child < last) {
            int best = child;
            int end = Math.min(child + WIDTH, last);
            for (int i = child + 1; i < end; i++) {
                best = h[i] < h[best] ? i : best;
            }
            if (h[best] >= event) {
                break;
            }
            h[at] = h[best];
            at = best;
            child = WIDTH * at + 1;
        }
        h[at] = event;
        return least;
    }
}
