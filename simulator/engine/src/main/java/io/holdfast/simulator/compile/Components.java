package io.holdfast.simulator.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Strongly connected components of "needs to run" in an order in which everything comes after what it needs.
 *
 * <p>Source: Tarjan, SIAM J. Comput. 1 (1972), iterative. Cost: linear in nodes and edges.
 */
public final class Components {

    private final int[] componentOf;
    private final int[][] members;
    private final boolean[] cyclic;

    private Components(int[] componentOf, int[][] members, boolean[] cyclic) {
        this.componentOf = componentOf;
        this.members = members;
        this.cyclic = cyclic;
    }

    /** The component of a node. */
    public int of(int node) {
        return componentOf[node];
    }

    /** How many components there are. */
    public int count() {
        return members.length;
    }

    /** How many nodes a component has. */
    public int size(int component) {
        return members[component].length;
    }

    /** A member of a component; members ascend. */
    public int member(int component, int position) {
        return members[component][position];
    }

    /** Whether the component has a cycle: several nodes, or one that leads to itself. */
    public boolean isCyclic(int component) {
        return cyclic[component];
    }

    /** The components of a graph given as successors. */
    public static Components of(int[][] successors) {
        return new Search(successors).run();
    }

    private static final class Search {

        private final int[][] successors;
        private final int[] index;
        private final int[] low;
        private final boolean[] onStack;
        private final int[] stack;
        private final int[] callNode;
        private final int[] callEdge;
        private final int[] componentOf;
        private final List<int[]> components = new ArrayList<>();
        private int next = 1;
        private int depth;

        Search(int[][] successors) {
            this.successors = successors;
            int n = successors.length;
            index = new int[n];
            low = new int[n];
            onStack = new boolean[n];
            stack = new int[n];
            callNode = new int[n + 1];
            callEdge = new int[n + 1];
            componentOf = new int[n];
        }

        Components run() {
            for (int node = 0; node < successors.length; node++) {
                if (index[node] == 0) {
                    visit(node);
                }
            }
            boolean[] cyclic = new boolean[components.size()];
            for (int c = 0; c < cyclic.length; c++) {
                int[] members = components.get(c);
                int only = members[0];
                cyclic[c] =
                        members.length > 1 || Arrays.stream(successors[only]).anyMatch(s -> s == only);
            }
            return new Components(componentOf, components.toArray(new int[0][]), cyclic);
        }

        private void visit(int start) {
            int calls = 0;
            callNode[0] = start;
            callEdge[0] = 0;
            enter(start);
            while (calls >= 0) {
                int node = callNode[calls];
                if (callEdge[calls] < successors[node].length) {
                    int to = successors[node][callEdge[calls]++];
                    if (index[to] == 0) {
                        enter(to);
                        calls++;
                        callNode[calls] = to;
                        callEdge[calls] = 0;
                    } else if (onStack[to]) {
                        low[node] = Math.min(low[node], index[to]);
                    }
                } else {
                    if (low[node] == index[node]) {
                        close(node);
                    }
                    calls--;
                    if (calls >= 0) {
                        low[callNode[calls]] = Math.min(low[callNode[calls]], low[node]);
                    }
                }
            }
        }

        private void enter(int node) {
            index[node] = next;
            low[node] = next;
            next++;
            stack[depth++] = node;
            onStack[node] = true;
        }

        private void close(int root) {
            int from = depth;
            do {
                from--;
                onStack[stack[from]] = false;
                componentOf[stack[from]] = components.size();
            } while (stack[from] != root);
            int[] members = Arrays.copyOfRange(stack, from, depth);
            Arrays.sort(members);
            components.add(members);
            depth = from;
        }
    }
}
