package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.NeedTable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the failures of elements do to those that need them, on {@link BitRows}: rows stand in an order in which needs come
 * first, and only those are looked at below which something is down. Hot. One instance a thread.
 */
final class BitGates {

    /** How deep entries of needs may nest. */
    private static final int DEEPEST = 8;

    private final NeedTable needs;
    private final int[] order;
    private final int[] rowOf;

    /** Rows by place in the order, that of moments which are decided, then rows to count on. */
    private final BitRows rows;

    /** Rows that an element needs all of, by its own; null where its needs are more than that. */
    private final int[] @Nullable [] allOf;

    /** Rows that need a row. */
    private final int[][] dependents;

    private final long[] toLook;
    private final long[] looked;
    private final int decided;
    private int depth;

    BitGates(NeedTable needs, int[] order, int[] rowOf) {
        this.needs = needs;
        this.order = order;
        this.rowOf = rowOf;
        int widest = 0;
        for (int node = 0; node < needs.nodes(); node++) {
            widest = Math.max(widest, needs.childrenTo(node) - needs.childrenFrom(node));
        }
        decided = order.length;
        rows = new BitRows(order.length + 1 + DEEPEST * (widest + 2));
        allOf = new int[order.length][];
        for (int row = 0; row < order.length; row++) {
            allOf[row] = allOf(order[row]);
        }
        dependents = dependents();
        toLook = new long[(order.length >>> 6) + 1];
        looked = new long[toLook.length];
    }

    /** The rows of plain needs, or null where an entry is more than an element. */
    private int @Nullable [] allOf(int e) {
        int from = needs.rootsFrom(e);
        int[] found = new int[needs.rootsTo(e) - from];
        for (int i = 0; i < found.length; i++) {
            int node = needs.root(from + i);
            if (needs.kind(node) != NeedTable.ONE) {
                return null;
            }
            found[i] = rowOf[needs.element(node)];
        }
        return found;
    }

    private int[][] dependents() {
        int[][] needed = new int[order.length][];
        int[] counts = new int[order.length];
        for (int row = 0; row < order.length; row++) {
            needed[row] = needs.elementsOf(order[row]);
            for (int e : needed[row]) {
                counts[rowOf[e]]++;
            }
        }
        int[][] found = new int[order.length][];
        for (int row = 0; row < order.length; row++) {
            found[row] = new int[counts[row]];
        }
        for (int row = order.length - 1; row >= 0; row--) {
            for (int e : needed[row]) {
                int of = rowOf[e];
                found[of][--counts[of]] = row;
            }
        }
        return found;
    }

    /** The rows. */
    BitRows rows() {
        return rows;
    }

    /** The row of moments at which every reported element is down for sure: nothing else is computed there. */
    int decided() {
        return decided;
    }

    /** Empties every row, and makes it so many words long. */
    void begin(int words) {
        for (int w = 0; w < looked.length; w++) {
            for (long left = looked[w]; left != 0; left &= left - 1) {
                rows.clear((w << 6) + Long.numberOfTrailingZeros(left));
            }
        }
        rows.clear(decided);
        Arrays.fill(looked, 0);
        rows.begin(words);
    }

    /** An element is down by itself from one moment to before another. */
    void down(int row, int begin, int end) {
        if (begin < end) {
            rows.set(row, begin, end);
            toLook[row >>> 6] |= 1L << row;
        }
    }

    /** The row of an element, down wherever moments are decided as well. */
    int withDecided(int row) {
        rows.or(row, decided);
        looked[row >>> 6] |= 1L << row;
        return row;
    }

    /** Takes what is down by itself up to all that needs it. */
    void run() {
        for (int w = 0; w < toLook.length; w++) {
            while (toLook[w] != 0) {
                int row = (w << 6) + Long.numberOfTrailingZeros(toLook[w]);
                toLook[w] &= toLook[w] - 1;
                looked[w] |= 1L << row;
                rows.remove(row, decided);
                gate(row);
                if (rows.filled(row) != 0) {
                    for (int dependent : dependents[row]) {
                        toLook[dependent >>> 6] |= 1L << dependent;
                    }
                }
            }
        }
    }

    private void gate(int row) {
        int[] all = allOf[row];
        if (all != null) {
            for (int needed : all) {
                rows.or(row, needed);
            }
            return;
        }
        int e = order[row];
        for (int r = needs.rootsFrom(e); r < needs.rootsTo(e); r++) {
            orNode(row, needs.root(r));
        }
    }

    private void orNode(int into, int node) {
        switch (needs.kind(node)) {
            case NeedTable.ONE -> rows.or(into, rowOf[needs.element(node)]);
            case NeedTable.ALL -> {
                for (int c = needs.childrenFrom(node); c < needs.childrenTo(node); c++) {
                    orNode(into, needs.child(c));
                }
            }
            default -> orTooMany(into, node);
        }
    }

    /** Adds where so many members are down that too few are left: counts of 1, 2 … members down, a word operation each. */
    private void orTooMany(int into, int node) {
        int members = needs.childrenTo(node) - needs.childrenFrom(node);
        int enough = members - needs.atLeast(node) + 1;
        int base = claim(enough + 1);
        int member = base + enough;
        for (int c = needs.childrenFrom(node); c < needs.childrenTo(node); c++) {
            int child = needs.child(c);
            int row = member;
            if (needs.kind(child) == NeedTable.ONE) {
                row = rowOf[needs.element(child)];
            } else {
                rows.clear(member);
                orNode(member, child);
            }
            if (rows.filled(row) != 0) {
                for (int i = enough - 1; i > 0; i--) {
                    rows.orAnd(base + i, base + i - 1, row);
                }
                rows.or(base, row);
            }
        }
        rows.or(into, base + enough - 1);
        for (int row = base; row <= member; row++) {
            rows.clear(row);
        }
        depth -= enough + 1;
    }

    /** So many empty rows to count on. */
    private int claim(int count) {
        int base = order.length + 1 + depth;
        depth += count;
        return base;
    }
}
