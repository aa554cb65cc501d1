package io.holdfast.simulator.exact;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Families of sets as zero-suppressed decision diagrams. What a node leads to has a smaller number. At the limit {@link
 * NodeLimitReached} is thrown. Source: Minato, DAC 1993. Not for use by several threads.
 */
final class SetNodes {

    /** The family without a set. */
    static final int NO_SET = 0;

    /** The family of the empty set. */
    static final int EMPTY_SET = 1;

    private record Node(int level, int without, int with) {}

    private record Pair(int a, int b) {}

    private final int limit;
    private int count = 2;
    private int[] level = {DiagramNodes.LEAF, DiagramNodes.LEAF, 0, 0};
    private int[] without = new int[4];
    private int[] with = new int[4];
    private final Map<Node, Integer> numbers = new HashMap<>();
    private final Map<Pair, Integer> notContaining = new HashMap<>();

    SetNodes(int limit) {
        this.limit = limit;
    }

    int size() {
        return count;
    }

    int level(int node) {
        return level[node];
    }

    int without(int node) {
        return without[node];
    }

    int with(int node) {
        return with[node];
    }

    /** The sets of one family, and those of another each with a member more. */
    int node(int nodeLevel, int setsWithout, int setsWith) {
        if (setsWith == NO_SET) {
            return setsWithout;
        }
        Integer known = numbers.get(new Node(nodeLevel, setsWithout, setsWith));
        if (known != null) {
            return known;
        }
        if (count >= limit) {
            throw new NodeLimitReached();
        }
        if (count == level.length) {
            level = Arrays.copyOf(level, 2 * count);
            without = Arrays.copyOf(without, 2 * count);
            with = Arrays.copyOf(with, 2 * count);
        }
        level[count] = nodeLevel;
        without[count] = setsWithout;
        with[count] = setsWith;
        numbers.put(new Node(nodeLevel, setsWithout, setsWith), count);
        return count++;
    }

    /** The sets of a that contain no set of b. */
    int notContaining(int a, int b) {
        if (a == NO_SET || b == NO_SET) {
            return a;
        }
        if (b == EMPTY_SET || a == b) {
            return NO_SET;
        }
        if (a == EMPTY_SET && level[b] != DiagramNodes.LEAF) {
            return notContaining(a, without[b]);
        }
        Pair pair = new Pair(a, b);
        Integer known = notContaining.get(pair);
        if (known != null) {
            return known;
        }
        int result;
        if (level[a] < level[b]) {
            result = node(level[a], notContaining(without[a], b), notContaining(with[a], b));
        } else if (level[a] > level[b]) {
            result = notContaining(a, without[b]);
        } else {
            int rest = notContaining(with[a], without[b]);
            result = node(level[a], notContaining(without[a], without[b]), notContaining(rest, with[b]));
        }
        notContaining.put(pair, result);
        return result;
    }

    /** The sets of at most so many members. */
    int atMost(int node, int most) {
        return atMost(node, most, new HashMap<>());
    }

    private int atMost(int node, int most, Map<Pair, Integer> known) {
        if (node <= EMPTY_SET) {
            return node;
        }
        Pair pair = new Pair(node, most);
        Integer before = known.get(pair);
        if (before != null) {
            return before;
        }
        int fewer = most == 0 ? NO_SET : atMost(with[node], most - 1, known);
        int result = node(level[node], atMost(without[node], most, known), fewer);
        known.put(pair, result);
        return result;
    }
}
