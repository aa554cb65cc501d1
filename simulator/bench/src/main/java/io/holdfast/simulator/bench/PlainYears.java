package io.holdfast.simulator.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** A year as a plain event simulation: failures and repairs in a PriorityQueue. */
final class PlainYears implements Rival {

    private record Change(double time, Node node) {}

    private final List<Node> nodes = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(1);
    private final PriorityQueue<Change> queue = new PriorityQueue<>((a, b) -> Double.compare(a.time(), b.time()));
    private double now;

    PlainYears(YearNetwork year) {
        Network network = year.network();
        for (int e = 0; e < network.size(); e++) {
            Node node = new Node(network.needs()[e].length - network.atLeast()[e], e < network.size() - 1);
            for (int need : network.needs()[e]) {
                nodes.get(need).dependents.add(node);
            }
            nodes.add(node);
        }
    }

    @Override
    public String name() {
        return "plain Java, events on a PriorityQueue";
    }

    /** Runs histories and gives the mean availability of the last element. */
    @Override
    public double run(long histories) {
        double down = 0;
        for (long i = 0; i < histories; i++) {
            now = 0;
            queue.clear();
            nodes.forEach(Node::reset);
            while (queue.element().time() <= YearNetwork.HOURS) {
                Change next = queue.remove();
                now = next.time();
                next.node().change();
            }
            now = YearNetwork.HOURS;
            nodes.forEach(Node::close);
            down += nodes.getLast().down;
        }
        return 1 - down / histories / YearNetwork.HOURS;
    }

    private final class Node {

        private final int spare;
        private final boolean fails;
        private final List<Node> dependents = new ArrayList<>();
        private boolean whole;
        private int missing;
        private boolean serves;
        private double since;
        private double down;

        Node(int spare, boolean fails) {
            this.spare = spare;
            this.fails = fails;
        }

        void reset() {
            whole = true;
            missing = 0;
            serves = true;
            down = 0;
            if (fails) {
                await(YearNetwork.MTBF);
            }
        }

        private void await(double mean) {
            queue.add(new Change(now - mean * StrictMath.log(1 - random.nextDouble()), this));
        }

        void change() {
            whole = !whole;
            await(whole ? YearNetwork.MTBF : YearNetwork.MTTR);
            look();
        }

        private void look() {
            boolean up = whole && missing <= spare;
            if (up == serves) {
                return;
            }
            serves = up;
            if (up) {
                down += now - since;
            } else {
                since = now;
            }
            for (Node dependent : dependents) {
                dependent.missing += up ? -1 : 1;
                dependent.look();
            }
        }

        void close() {
            if (!serves) {
                down += now - since;
            }
        }
    }
}
