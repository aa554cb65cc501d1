package io.holdfast.service.exchange.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a network hangs together, whatever the direction of its links: how many parts it has, and which nodes part it when they are
 * lost (articulation points). Cost: nodes and links, once; no recursion, so depth is no limit.
 *
 * @param parts how many connected parts there are
 * @param cuts the nodes whose loss parts what hangs together, each with the number of parts that are then left of it; by key
 */
public record NetworkShape(int parts, Map<String, Integer> cuts) {

    /** Copies the nodes. */
    public NetworkShape {
        cuts = new TreeMap<>(cuts);
    }

    /** The shape of nodes and links; a link of more than two ends joins all of them. */
    public static NetworkShape of(List<String> nodes, Collection<List<String>> links) {
        return new Walk(nodes, links).shape();
    }

    /** A walk in depth. */
    private static final class Walk {
        private final List<String> nodes;
        private final List<List<Integer>> next = new ArrayList<>();
        private final int[] found;
        private final int[] low;
        private final int[] branches;
        private final int[] arc;
        private final int[] parent;
        private int clock;

        Walk(List<String> nodes, Collection<List<String>> links) {
            this.nodes = nodes;
            Map<String, Integer> places = new HashMap<>();
            nodes.forEach(each -> {
                places.put(each, places.size());
                next.add(new ArrayList<>());
            });
            links.forEach(ends -> join(ends.stream()
                    .distinct()
                    .map(each -> places.getOrDefault(each, -1))
                    .toList()));
            int size = next.size();
            found = new int[size];
            low = new int[size];
            branches = new int[size];
            arc = new int[size];
            parent = new int[size];
            Arrays.fill(parent, -1);
        }

        /** Two ends are joined directly, more through a place of their own that is no node. */
        private void join(List<Integer> ends) {
            if (ends.size() == 2) {
                join(ends.getFirst(), ends.getLast());
            } else if (ends.size() > 2) {
                int middle = next.size();
                next.add(new ArrayList<>());
                ends.forEach(end -> join(middle, end));
            }
        }

        private void join(int a, int b) {
            next.get(a).add(b);
            next.get(b).add(a);
        }

        NetworkShape shape() {
            int parts = 0;
            Map<String, Integer> cuts = new HashMap<>();
            for (int start = 0; start < nodes.size(); start++) {
                if (found[start] == 0) {
                    parts++;
                    walk(start);
                }
            }
            for (int node = 0; node < nodes.size(); node++) {
                int left = branches[node] + (parent[node] < 0 ? 0 : 1);
                if (branches[node] > 0 && left > 1) {
                    cuts.put(nodes.get(node), left);
                }
            }
            return new NetworkShape(parts, cuts);
        }

        private void walk(int start) {
            Deque<Integer> way = new ArrayDeque<>();
            enter(start, way);
            while (!way.isEmpty()) {
                int at = way.peek();
                if (arc[at] < next.get(at).size()) {
                    int to = next.get(at).get(arc[at]++);
                    if (found[to] == 0) {
                        parent[to] = at;
                        enter(to, way);
                    } else {
                        low[at] = Math.min(low[at], found[to]);
                    }
                } else {
                    way.pop();
                    leave(at);
                }
            }
        }

        private void enter(int node, Deque<Integer> way) {
            found[node] = ++clock;
            low[node] = clock;
            way.push(node);
        }

        private void leave(int node) {
            int above = parent[node];
            if (above >= 0) {
                low[above] = Math.min(low[above], low[node]);
                if (low[node] >= found[above]) {
                    branches[above]++;
                }
            }
        }
    }
}
