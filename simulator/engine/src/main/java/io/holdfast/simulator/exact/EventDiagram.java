package io.holdfast.simulator.exact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When a bad event happens, as a decision diagram over the chances of a scenario. A chance more that happens never makes
 * it good again. Immutable, for any number of threads. What a node leads to has a smaller number than the node;
 * {@link #GOOD} and {@link #BAD} are decided.
 */
public final class EventDiagram {

    /** The event does not happen. */
    public static final int GOOD = 0;

    /** The event happens. */
    public static final int BAD = 1;

    private final ChanceTable chances;
    private final int[] order;
    private final int root;
    private final int[] level;
    private final int[] low;
    private final int[] high;
    private final double[] probability;

    private EventDiagram(ChanceTable chances, int[] order, List<int[]> nodes, int root) {
        this.chances = chances;
        this.order = order;
        this.root = root;
        int n = nodes.size() + 2;
        level = new int[n];
        low = new int[n];
        high = new int[n];
        probability = new double[n];
        level[GOOD] = DiagramNodes.LEAF;
        level[BAD] = DiagramNodes.LEAF;
        probability[BAD] = 1;
        for (int node = 2; node < n; node++) {
            int[] parts = nodes.get(node - 2);
            level[node] = parts[0];
            low[node] = parts[1];
            high[node] = parts[2];
            double p = chances.get(order[parts[0]]).probability();
            probability[node] = p * probability[parts[2]] + (1 - p) * probability[parts[1]];
        }
    }

    /** The event that what a diagram describes is unmet; its leaves are {@link DiagramNodes#UNMET} and 1. */
    static EventDiagram unmet(DiagramNodes nodes, int root, ChanceTable chances, Levels levels) {
        List<int[]> kept = new ArrayList<>();
        int top = copy(nodes, root, kept, new HashMap<>());
        return new EventDiagram(chances, levels.chances(), kept, top);
    }

    private static int copy(DiagramNodes nodes, int node, List<int[]> kept, Map<Integer, Integer> numbers) {
        if (nodes.level(node) == DiagramNodes.LEAF) {
            return nodes.value(node) < 0 ? BAD : GOOD;
        }
        Integer known = numbers.get(node);
        if (known != null) {
            return known;
        }
        int whenNot = copy(nodes, nodes.low(node), kept, numbers);
        int when = copy(nodes, nodes.high(node), kept, numbers);
        kept.add(new int[] {nodes.level(node), whenNot, when});
        int number = kept.size() + 1;
        numbers.put(node, number);
        return number;
    }

    /** The chances that the diagram is about. */
    public ChanceTable chances() {
        return chances;
    }

    /** How likely the event is. */
    public double probability() {
        return probability[root];
    }

    /** Where a walk begins. */
    public int root() {
        return root;
    }

    /** How many nodes there are, the two decided ones included. */
    public int nodes() {
        return level.length;
    }

    /** How many chances bear on the event at most. */
    public int chancesInOrder() {
        return order.length;
    }

    /** The number of the chance that a node asks about. */
    public int chance(int node) {
        return order[level[node]];
    }

    /** The level of a node's chance, from 0 at the top. */
    int level(int node) {
        return level[node];
    }

    /** The number of the chance of a level. */
    int chanceAtLevel(int atLevel) {
        return order[atLevel];
    }

    /** Where a walk goes on from a node. */
    public int next(int node, boolean happens) {
        return happens ? high[node] : low[node];
    }

    /** How likely a node's chance happens, given that the walk is at the node and ends at {@link #BAD}. */
    public double chanceGivenBad(int node) {
        return chances.get(chance(node)).probability() * probability[high[node]] / probability[node];
    }

    /** Whether the event happens where these chances do; by number. */
    public boolean isBad(boolean[] happens) {
        int node = root;
        while (node > BAD) {
            node = happens[chance(node)] ? high[node] : low[node];
        }
        return node == BAD;
    }
}
