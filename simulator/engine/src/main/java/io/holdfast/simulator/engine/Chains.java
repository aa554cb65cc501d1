package io.holdfast.simulator.engine;

import java.util.Arrays;

/**
 * Why things hold: chains of links back to the event, written when something begins to hold and never changed after, so
 * that a later change of a member does not rewrite what it had brought about. Hot: numbers in arrays that grow, emptied
 * from trial to trial.
 */
final class Chains {

    /** The end of every chain: the event, or something that was lost. */
    static final int NONE = -1;

    /** Not a chain: nothing came at the moment that is asked for. */
    static final int UNKNOWN = -2;

    private int[] link = new int[256];
    private int[] before = new int[256];
    private int count;
    private boolean kept = true;

    /** Keeps no chain from now on: every chain is its own end. */
    void keepNone() {
        kept = false;
    }

    void clear() {
        count = 0;
    }

    /** A chain that goes on from an earlier one. */
    int add(int newLink, int earlier) {
        if (!kept) {
            return NONE;
        }
        if (count == link.length) {
            link = Arrays.copyOf(link, 2 * count);
            before = Arrays.copyOf(before, 2 * count);
        }
        link[count] = newLink;
        before[count] = earlier;
        return count++;
    }

    int link(int chain) {
        return link[chain];
    }

    int before(int chain) {
        return before[chain];
    }
}
