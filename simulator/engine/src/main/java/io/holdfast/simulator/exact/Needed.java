package io.holdfast.simulator.exact;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.Components;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/** What elements need to run at the moment of the event, by their own needs. Immutable. */
final class Needed {

    private final int[][] members;
    private final Components components;

    Needed(CompiledModel model) {
        members = new int[model.elements().size()][];
        for (int e = 0; e < members.length; e++) {
            members[e] = model.needs().elementsOf(e);
        }
        components = Components.of(members);
    }

    /** The cycles among own needs. */
    Components components() {
        return components;
    }

    /** An element and all that it needs, directly or through others; what is needed comes first. */
    int[] below(int top) {
        BitSet seen = new BitSet(members.length);
        Deque<Integer> open = new ArrayDeque<>(List.of(top));
        seen.set(top);
        while (!open.isEmpty()) {
            for (int member : members[open.pop()]) {
                if (!seen.get(member)) {
                    seen.set(member);
                    open.push(member);
                }
            }
        }
        return seen.stream()
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(components::of).thenComparing(e -> e))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The elements below in the order of a walk down from the top, each where it is first met. */
    int[] depthFirst(int top, boolean sharedFirst) {
        int[] parents = parentsBelow(top);
        BitSet seen = new BitSet(members.length);
        List<Integer> order = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(top));
        while (!open.isEmpty()) {
            int e = open.pop();
            if (seen.get(e)) {
                continue;
            }
            seen.set(e);
            order.add(e);
            int[] next = sharedFirst ? byDescending(members[e], parents) : members[e];
            for (int i = next.length - 1; i >= 0; i--) {
                open.push(next[i]);
            }
        }
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private int[] parentsBelow(int top) {
        int[] parents = new int[members.length];
        for (int e : below(top)) {
            for (int member : members[e]) {
                parents[member]++;
            }
        }
        return parents;
    }

    private static int[] byDescending(int[] values, int[] rank) {
        return IntStream.of(values)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(e -> -rank[e]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The elements below by descending weight: the top has weight 1, and each shares its weight among its members. */
    int[] byWeight(int top) {
        int[] below = below(top);
        double[] weight = new double[members.length];
        weight[top] = 1;
        for (int i = below.length - 1; i >= 0; i--) {
            int e = below[i];
            for (int member : members[e]) {
                weight[member] += weight[e] / members[e].length;
            }
        }
        return Arrays.stream(below)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(e -> -weight[e]).thenComparing(e -> e))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
