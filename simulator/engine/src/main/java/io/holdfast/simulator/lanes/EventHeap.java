package io.holdfast.simulator.lanes;

import java.util.Arrays;

/**
 * A heap of numbers, four below each: times in the upper, what happens in the lower half. Behind the last there are always four
 * of the greatest number, so that four can be compared without asking how many there are. Hot: no allocation in the steady state.
 */
final class EventHeap {

    private static final int WIDTH = 4;

    private long[] heap = filled(64);
    private int size;

    private static long[] filled(int length) {
        long[] made = new long[length];
        Arrays.fill(made, Long.MAX_VALUE);
        return made;
    }

    void clear() {
        Arrays.fill(heap, 0, size, Long.MAX_VALUE);
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    long first() {
        return heap[0];
    }

    void push(long event) {
        if (size + WIDTH + 1 >= heap.length) {
            long[] larger = filled(2 * heap.length);
            System.arraycopy(heap, 0, larger, 0, size);
            heap = larger;
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
        h[last] = Long.MAX_VALUE;
        if (last == 0) {
            return least;
        }
        int at = 0;
        int child = 1;
        while (child < last) {
            int one = h[child + 1] < h[child] ? child + 1 : child;
            int other = h[child + 3] < h[child + 2] ? child + 3 : child + 2;
            int best = h[other] < h[one] ? other : one;
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
