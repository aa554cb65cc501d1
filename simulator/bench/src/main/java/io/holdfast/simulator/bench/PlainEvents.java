package io.holdfast.simulator.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** A plain event simulation: ends of work in a PriorityQueue, each telling those that wait for it. */
final class PlainEvents implements Rival {

    private record End(double time, Node node) {}

    private final List<Node> nodes = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(1);
    private final Times.Kind kind;
    private final PriorityQueue<End> queue = new PriorityQueue<>((a, b) -> Double.compare(a.time(), b.time()));
    private double now;

    PlainEvents(Network network, Times.Kind kind) {
        this.kind = kind;
        for (int e = 0; e < network.size(); e++) {
            boolean last = e == network.size() - 1;
            Node node = new Node(network.atLeast()[e], last ? 0 : network.hit(), kind.of(random, network, e));
            for (int need : network.needs()[e]) {
                nodes.get(need).dependents.add(node);
            }
            nodes.add(node);
        }
    }

    @Override
    public String name() {
        return "plain Java, events on a PriorityQueue, " + kind.words;
    }

    @Override
    public double run(long trials) {
        double sum = 0;
        for (long i = 0; i < trials; i++) {
            now = 0;
            nodes.forEach(Node::reset);
            for (Node node : nodes) {
                if (node.missing <= 0 && !node.begun) {
                    node.begin();
                }
            }
            while (!queue.isEmpty()) {
                End end = queue.poll();
                now = end.time();
                end.node().ends();
            }
            sum += nodes.getLast().backAt;
        }
        return sum / trials;
    }

    private final class Node {

        private final int atLeast;
        private final double hit;
        private final Times times;
        private final List<Node> dependents = new ArrayList<>();
        private int missing;
        private boolean begun;
        private boolean rebuilding;
        private double backAt;

        Node(int atLeast, double hit, Times times) {
            this.atLeast = atLeast;
            this.hit = hit;
            this.times = times;
        }

        void reset() {
            missing = atLeast;
            begun = false;
            rebuilding = false;
        }

        void begin() {
            begun = true;
            if (random.nextDouble() < hit) {
                queue.add(new End(now + times.restore(), this));
            } else {
                back();
            }
        }

        void ends() {
            if (!rebuilding && random.nextDouble() >= Network.SUCCESS) {
                rebuilding = true;
                queue.add(new End(now + times.rebuild(), this));
            } else {
                back();
            }
        }

        private void back() {
            backAt = now;
            for (Node dependent : dependents) {
                if (--dependent.missing == 0 && !dependent.begun) {
                    dependent.begin();
                }
            }
        }
    }
}
