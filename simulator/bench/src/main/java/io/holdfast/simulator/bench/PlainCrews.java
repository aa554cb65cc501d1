package io.holdfast.simulator.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * A plain event simulation in which work takes one person of a team: who can work waits in the order of the file, whoever is
 * free takes the first; after a failure it waits again.
 */
final class PlainCrews implements Rival {

    private record End(double time, Node node) {}

    private final List<Node> nodes = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(1);
    private final PriorityQueue<End> queue = new PriorityQueue<>(Comparator.comparingDouble(End::time));
    private final PriorityQueue<Node> waiting = new PriorityQueue<>(Comparator.comparingInt(node -> node.number));
    private final int people;
    private int free;
    private double now;

    PlainCrews(Network network) {
        people = network.people();
        for (int e = 0; e < network.size(); e++) {
            boolean last = e == network.size() - 1;
            Node node = new Node(
                    e, network.atLeast()[e], last ? 0 : network.hit(), Times.Kind.TABLES.of(random, network, e));
            for (int need : network.needs()[e]) {
                nodes.get(need).dependents.add(node);
            }
            nodes.add(node);
        }
    }

    @Override
    public String name() {
        return "plain Java, objects and people, events on a PriorityQueue";
    }

    @Override
    public double run(long trials) {
        double sum = 0;
        for (long i = 0; i < trials; i++) {
            now = 0;
            free = people;
            nodes.forEach(Node::reset);
            for (Node node : nodes) {
                if (node.missing <= 0 && !node.begun) {
                    node.begin();
                }
            }
            serve();
            while (!queue.isEmpty()) {
                now = queue.element().time();
                while (!queue.isEmpty() && queue.element().time() == now) {
                    free++;
                    queue.remove().node().ends();
                }
                serve();
            }
            sum += nodes.getLast().backAt;
        }
        return sum / trials;
    }

    private void serve() {
        while (free > 0 && !waiting.isEmpty()) {
            free--;
            Node node = waiting.remove();
            queue.add(new End(now + node.work(), node));
        }
    }

    private final class Node {

        private final int number;
        private final int atLeast;
        private final double hit;
        private final Times times;
        private final List<Node> dependents = new ArrayList<>();
        private int missing;
        private boolean begun;
        private boolean rebuilding;
        private double backAt;

        Node(int number, int atLeast, double hit, Times times) {
            this.number = number;
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
                waiting.add(this);
            } else {
                back();
            }
        }

        double work() {
            return rebuilding ? times.rebuild() : times.restore();
        }

        void ends() {
            if (!rebuilding && random.nextDouble() >= Network.SUCCESS) {
                rebuilding = true;
                waiting.add(this);
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
