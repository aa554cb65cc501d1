package io.holdfast.simulator.exact;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Reduced ordered decision diagrams whose leaves are numbers: the share of something, or {@link #UNMET}. Equal functions
 * have equal node numbers. Nodes are never given back; at the limit {@link NodeLimitReached} is thrown.
 *
 * <p>Source: Bryant, IEEE Trans. Computers 35 (1986); leaves as numbers: Bahar et al., ICCAD 1993. Not for use by several
 * threads. Recursion goes as deep as there are levels.
 */
final class DiagramNodes {

    /** The leaf of what is not met or does not serve. */
    static final double UNMET = -1;

    /** The level of leaves, below all others. */
    static final int LEAF = Integer.MAX_VALUE;

    /** Combines two leaves. */
    interface Combine {
        /** The leaf of two leaves. */
        double of(double a, double b);
    }

    private static final int MIN = 0;
    private static final int MAX = 1;

    private final int limit;
    private int count;
    private int[] level = new int[1024];
    private int[] low = new int[1024];
    private int[] high = new int[1024];
    private int[] table = new int[4096];
    private final Map<Double, Integer> leaves = new HashMap<>();
    private double[] leafValue = new double[16];
    private long[] cachePair = new long[4096];
    private int[] cacheOperation = new int[4096];
    private int[] cacheResult = new int[4096];
    private int operations = MAX + 1;
    private final int unmet;
    private final int met;

    DiagramNodes(int limit) {
        this.limit = limit;
        Arrays.fill(table, -1);
        Arrays.fill(cacheOperation, -1);
        unmet = leaf(UNMET);
        met = leaf(1);
    }

    /** The leaf of {@link #UNMET}. */
    int unmet() {
        return unmet;
    }

    /** The leaf of the share 1. */
    int met() {
        return met;
    }

    /** A leaf of a number, at most 1. */
    int leaf(double value) {
        Integer known = leaves.get(value + 0.0);
        if (known != null) {
            return known;
        }
        int number = leaves.size();
        if (number == leafValue.length) {
            leafValue = Arrays.copyOf(leafValue, 2 * number);
        }
        leafValue[number] = value;
        int node = append(LEAF, number, number);
        leaves.put(value + 0.0, node);
        return node;
    }

    /** A node: what holds where the chance of a level does not happen, and where it does. */
    int node(int nodeLevel, int whenNot, int when) {
        if (whenNot == when) {
            return when;
        }
        int at = slot(nodeLevel, whenNot, when);
        while (table[at] >= 0) {
            int node = table[at];
            if (level[node] == nodeLevel && low[node] == whenNot && high[node] == when) {
                return node;
            }
            at = (at + 1) & (table.length - 1);
        }
        int node = append(nodeLevel, whenNot, when);
        table[at] = node;
        if (count * 2 > table.length) {
            rehash();
        }
        return node;
    }

    private int append(int nodeLevel, int whenNot, int when) {
        if (count >= limit) {
            throw new NodeLimitReached();
        }
        if (count == level.length) {
            level = Arrays.copyOf(level, 2 * count);
            low = Arrays.copyOf(low, 2 * count);
            high = Arrays.copyOf(high, 2 * count);
        }
        level[count] = nodeLevel;
        low[count] = whenNot;
        high[count] = when;
        return count++;
    }

    private int slot(int a, int b, int c) {
        long hash = (a * 0x9E3779B97F4A7C15L + b) * 0xBF58476D1CE4E5B9L + c;
        hash = (hash ^ (hash >>> 29)) * 0x94D049BB133111EBL;
        return (int) (hash >>> 32) & (table.length - 1);
    }

    private void rehash() {
        table = new int[2 * table.length];
        Arrays.fill(table, -1);
        for (int node = 0; node < count; node++) {
            if (level[node] != LEAF) {
                int at = slot(level[node], low[node], high[node]);
                while (table[at] >= 0) {
                    at = (at + 1) & (table.length - 1);
                }
                table[at] = node;
            }
        }
        cachePair = new long[table.length];
        cacheOperation = new int[table.length];
        cacheResult = new int[table.length];
        Arrays.fill(cacheOperation, -1);
    }

    int level(int node) {
        return level[node];
    }

    int low(int node) {
        return low[node];
    }

    int high(int node) {
        return high[node];
    }

    /** The number of a leaf. */
    double value(int leaf) {
        return leafValue[low[leaf]];
    }

    /** The least of two. */
    int min(int a, int b) {
        return apply(MIN, Math::min, a, b);
    }

    /** The greatest of two. */
    int max(int a, int b) {
        return apply(MAX, Math::max, a, b);
    }

    /** Combines two by any rule; results are kept for this call only. */
    int combine(int a, int b, Combine rule) {
        return apply(operations++, rule, a, b);
    }

    private int apply(int operation, Combine rule, int a, int b) {
        int quick = shortcut(operation, a, b);
        if (quick >= 0) {
            return quick;
        }
        if (level[a] == LEAF && level[b] == LEAF) {
            return leaf(rule.of(value(a), value(b)));
        }
        if (operation <= MAX && a > b) {
            return apply(operation, rule, b, a);
        }
        long pair = ((long) a << 32) | b;
        int at = slot(operation, a, b);
        if (cacheOperation[at] == operation && cachePair[at] == pair) {
            return cacheResult[at];
        }
        int top = Math.min(level[a], level[b]);
        int whenNot = apply(operation, rule, level[a] == top ? low[a] : a, level[b] == top ? low[b] : b);
        int when = apply(operation, rule, level[a] == top ? high[a] : a, level[b] == top ? high[b] : b);
        int result = node(top, whenNot, when);
        int slot = slot(operation, a, b);
        cacheOperation[slot] = operation;
        cachePair[slot] = pair;
        cacheResult[slot] = result;
        return result;
    }

    /** The result where it needs no descent, or -1. Shares are at most 1, so that bounds the least and the greatest. */
    private int shortcut(int operation, int a, int b) {
        if (operation > MAX) {
            return -1;
        }
        if (a == b) {
            return a;
        }
        int rules = operation == MIN ? unmet : met;
        int yields = operation == MIN ? met : unmet;
        if (a == rules || b == yields) {
            return a;
        }
        return b == rules || a == yields ? b : -1;
    }
}
