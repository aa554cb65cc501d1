package io.holdfast.simulator.lanes;

import java.util.Arrays;

/**
 * What is to happen in a trial, the earliest first: times in the upper, what happens in the lower half of a number. A calendar:
 * slots of some seconds each, of which a bit says whether anything lies in them, and a heap for what is later than all of
 * them. Slots are as wide as events were apart in the trial before, so that few lie in one; that changes no order. The earliest is
 * kept apart. Hot: no allocation in the steady state.
 */
final class CrewEvents {

    private static final int SLOTS = 1024;
    private static final int NONE = -1;
    private static final long NOTHING = Long.MAX_VALUE;

    private final EventHeap far = new EventHeap();
    private final int[] head = new int[SLOTS];
    private final long[] busy = new long[SLOTS / 64];
    private long[] value = new long[64];
    private int[] next = new int[64];
    private int nodes;
    private int spare = NONE;
    private int shift = 32 + 8;
    private int base;
    private int word;
    private long first = NOTHING;
    private long last;
    private int taken;

    CrewEvents() {
        Arrays.fill(head, NONE);
    }

    void clear() {
        if (taken > 0) {
            int apart = (int) (last >>> 32) / taken;
            shift = 32 + 31 - Integer.numberOfLeadingZeros(Math.max(1, apart));
        }
        if (first != NOTHING) {
            Arrays.fill(head, NONE);
            Arrays.fill(busy, 0);
            far.clear();
        }
        nodes = 0;
        spare = NONE;
        base = 0;
        word = 0;
        first = NOTHING;
        last = 0;
        taken = 0;
    }

    boolean isEmpty() {
        return first == NOTHING;
    }

    long first() {
        return first;
    }

    void push(long event) {
        if (event >= first) {
            put(event);
        } else {
            long later = first;
            first = event;
            if (later != NOTHING) {
                put(later);
            }
        }
    }

    private void put(long event) {
        int slot = (int) (event >>> shift) - base;
        if (slot >= SLOTS) {
            far.push(event);
            return;
        }
        int node = spare;
        if (node >= 0) {
            spare = next[node];
        } else {
            node = newNode();
        }
        value[node] = event;
        next[node] = head[slot];
        head[slot] = node;
        busy[slot >>> 6] |= 1L << slot;
        word = Math.min(word, slot >>> 6);
    }

    private int newNode() {
        if (nodes == next.length) {
            value = Arrays.copyOf(value, 2 * nodes);
            next = Arrays.copyOf(next, 2 * nodes);
        }
        return nodes++;
    }

    /** Takes out the earliest. */
    long pop() {
        long event = first;
        last = event;
        taken++;
        first = takeLeast();
        return event;
    }

    private long takeLeast() {
        int at = word;
        while (at < busy.length && busy[at] == 0) {
            at++;
        }
        if (at < busy.length) {
            word = at;
            return takeFrom((at << 6) + Long.numberOfTrailingZeros(busy[at]));
        }
        word = at;
        return far.isEmpty() ? NOTHING : turnPage();
    }

    private long takeFrom(int slot) {
        int least = head[slot];
        int before = NONE;
        int at = least;
        for (int after = next[at]; after >= 0; after = next[at]) {
            if (value[after] < value[least]) {
                least = after;
                before = at;
            }
            at = after;
        }
        int rest = next[least];
        if (before >= 0) {
            next[before] = rest;
        } else {
            head[slot] = rest;
            if (rest < 0) {
                busy[slot >>> 6] &= ~(1L << slot);
            }
        }
        next[least] = spare;
        spare = least;
        return value[least];
    }

    /** Slots begin anew at the present moment: nothing earlier can come, though much that is earlier than the next can. */
    private long turnPage() {
        base = (int) (last >>> shift);
        long event = far.pop();
        while (!far.isEmpty() && (int) (far.first() >>> shift) - base < SLOTS) {
            put(far.pop());
        }
        return event;
    }
}
