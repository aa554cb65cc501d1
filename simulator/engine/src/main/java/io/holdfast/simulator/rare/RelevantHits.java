package io.holdfast.simulator.rare;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.exact.Chance;
import io.holdfast.simulator.exact.ChanceTable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * The uncertain hits that may bear on an element: on what it needs, directly or through others, needs of methods included.
 * Immutable; finds a hit by the key of its draw without a box.
 */
final class RelevantHits {

    private final int[] chance;
    private final double[] probability;
    private final long[] key;
    private final int[] positions;
    private final int chances;

    RelevantHits(CompiledModel model, ChanceTable table, int element) {
        BitSet reached = reach(model, element);
        List<Integer> found = new ArrayList<>();
        for (int c = 0; c < table.size(); c++) {
            if (table.get(c) instanceof Chance.Hit hit
                    && hit.elements().stream().anyMatch(reached::get)) {
                found.add(c);
            }
        }
        chances = table.size();
        chance = found.stream().mapToInt(Integer::intValue).toArray();
        probability = new double[chance.length];
        key = new long[chance.length];
        positions = new int[Math.max(4, Integer.highestOneBit(chance.length + 1) * 4)];
        for (int i = 0; i < chance.length; i++) {
            probability[i] = table.get(chance[i]).probability();
            key[i] = table.get(chance[i]).key();
            int at = slot(key[i]);
            while (positions[at] != 0) {
                at = (at + 1) & (positions.length - 1);
            }
            positions[at] = i + 1;
        }
    }

    private static BitSet reach(CompiledModel model, int element) {
        BitSet reached = new BitSet(model.elements().size());
        Deque<Integer> open = new ArrayDeque<>(List.of(element));
        reached.set(element);
        while (!open.isEmpty()) {
            int e = open.pop();
            visit(model.needs().elementsOf(e), reached, open);
            for (int m = model.methods().from(e); m < model.methods().to(e); m++) {
                var method = model.methods().get(m);
                visit(model.needs().elementsOf(method.runList()), reached, open);
                visit(model.needs().elementsOf(method.alsoList()), reached, open);
                if (method.startList() >= 0) {
                    visit(model.needs().elementsOf(method.startList()), reached, open);
                }
            }
        }
        return reached;
    }

    private static void visit(int[] elements, BitSet reached, Deque<Integer> open) {
        for (int e : elements) {
            if (!reached.get(e)) {
                reached.set(e);
                open.push(e);
            }
        }
    }

    private int slot(long ofKey) {
        return (int) (ofKey >>> 17) & (positions.length - 1);
    }

    /** How many there are. */
    int size() {
        return chance.length;
    }

    /** How many chances the scenario has in all. */
    int chances() {
        return chances;
    }

    /** The number of the chance at a position. */
    int chance(int position) {
        return chance[position];
    }

    double probability(int position) {
        return probability[position];
    }

    long key(int position) {
        return key[position];
    }

    /** The position of the hit with a key, or -1. */
    int position(long ofKey) {
        int at = slot(ofKey);
        while (positions[at] != 0) {
            int position = positions[at] - 1;
            if (key[position] == ofKey) {
                return position;
            }
            at = (at + 1) & (positions.length - 1);
        }
        return -1;
    }
}
