package io.holdfast.simulator.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * All minimal cut sets of an event, as a zero-suppressed diagram: the smallest joint failures. Immutable, for any number of
 * threads.
 *
 * <p>Source: Rauzy, Reliability Engineering and System Safety 40 (1993): the minimal cuts of x·f₁ + f₀ are those of f₀, and
 * x with those of f₁ that contain none of f₀.
 */
public final class CutSets {

    private final EventDiagram event;
    private final SetNodes nodes;
    private final int root;

    private CutSets(EventDiagram event, SetNodes nodes, int root) {
        this.event = event;
        this.nodes = nodes;
        this.root = root;
    }

    /**
     * The minimal cut sets of an event, or null where they take more than {@code nodeLimit} nodes.
     *
     * @param most the largest number of chances in a set that is looked for, at least 0
     */
    public static @Nullable CutSets find(EventDiagram event, int most, int nodeLimit) {
        SetNodes nodes = new SetNodes(nodeLimit);
        try {
            int[] minimal = new int[event.nodes()];
            minimal[EventDiagram.GOOD] = SetNodes.NO_SET;
            minimal[EventDiagram.BAD] = SetNodes.EMPTY_SET;
            for (int node = 2; node < minimal.length; node++) {
                int without = minimal[event.next(node, false)];
                int with = minimal[event.next(node, true)];
                minimal[node] = nodes.node(event.level(node), without, nodes.notContaining(with, without));
            }
            return new CutSets(event, nodes, nodes.atMost(minimal[event.root()], most));
        } catch (NodeLimitReached tooLarge) {
            return null;
        }
    }

    /** How many sets there are, by their number of chances from 0 up. */
    public List<BigInteger> countsBySize() {
        return counts(root, new HashMap<>());
    }

    private List<BigInteger> counts(int node, Map<Integer, List<BigInteger>> known) {
        if (node == SetNodes.NO_SET) {
            return List.of();
        }
        if (node == SetNodes.EMPTY_SET) {
            return List.of(BigInteger.ONE);
        }
        List<BigInteger> before = known.get(node);
        if (before != null) {
            return before;
        }
        List<BigInteger> sums = new ArrayList<>(counts(nodes.without(node), known));
        List<BigInteger> with = counts(nodes.with(node), known);
        while (sums.size() <= with.size()) {
            sums.add(BigInteger.ZERO);
        }
        for (int i = 0; i < with.size(); i++) {
            sums.set(i + 1, sums.get(i + 1).add(with.get(i)));
        }
        known.put(node, sums);
        return sums;
    }

    /** The likeliest sets, likeliest first; fewer where there are no more. Ties fall as the chances are ordered. */
    public List<CutSet> likeliest(int count) {
        double[] best = bestBelow();
        PriorityQueue<Path> open = new PriorityQueue<>();
        open.add(new Path(root, 1, best[root], null, -1, 0));
        List<CutSet> found = new ArrayList<>();
        long number = 0;
        while (found.size() < count && !open.isEmpty()) {
            Path path = open.remove();
            if (path.node == SetNodes.EMPTY_SET) {
                found.add(path.toSet());
            } else if (path.node != SetNodes.NO_SET) {
                int chance = event.chanceAtLevel(nodes.level(path.node));
                double p = event.chances().get(chance).probability();
                int with = nodes.with(path.node);
                int without = nodes.without(path.node);
                open.add(new Path(with, path.soFar * p, path.soFar * p * best[with], path, chance, ++number));
                open.add(new Path(without, path.soFar, path.soFar * best[without], path, -1, ++number));
            }
        }
        return found;
    }

    /** The probability of the likeliest set below each node. */
    private double[] bestBelow() {
        double[] best = new double[nodes.size()];
        best[SetNodes.EMPTY_SET] = 1;
        for (int node = 2; node < best.length; node++) {
            double p =
                    event.chances().get(event.chanceAtLevel(nodes.level(node))).probability();
            best[node] = Math.max(best[nodes.without(node)], p * best[nodes.with(node)]);
        }
        return best;
    }

    /** The beginning of a set, and the best that it can become. */
    private static final class Path implements Comparable<Path> {

        private final int node;
        private final double soFar;
        private final double bound;
        private final @Nullable Path before;
        private final int chance;
        private final long number;

        Path(int node, double soFar, double bound, @Nullable Path before, int chance, long number) {
            this.node = node;
            this.soFar = soFar;
            this.bound = bound;
            this.before = before;
            this.chance = chance;
            this.number = number;
        }

        @Override
        public int compareTo(Path other) {
            int byBound = Double.compare(other.bound, bound);
            return byBound != 0 ? byBound : Long.compare(number, other.number);
        }

        CutSet toSet() {
            List<Integer> chances = new ArrayList<>();
            for (Path path = this; path != null; path = path.before) {
                if (path.chance >= 0) {
                    chances.add(path.chance);
                }
            }
            Collections.sort(chances);
            return new CutSet(chances, soFar);
        }
    }
}
