package io.holdfast.simulator.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Plain objects that ask what they need when they are back, each once a trial. */
final class PlainRecursion implements Rival {

    private final List<Node> nodes = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(1);
    private final Times.Kind kind;
    private int trial;

    PlainRecursion(Network network, Times.Kind kind) {
        this.kind = kind;
        for (int e = 0; e < network.size(); e++) {
            List<Node> needed = new ArrayList<>();
            for (int need : network.needs()[e]) {
                needed.add(nodes.get(need));
            }
            boolean last = e == network.size() - 1;
            nodes.add(new Node(needed, network.atLeast()[e], last ? 0 : network.hit(), kind.of(random, network, e)));
        }
    }

    @Override
    public String name() {
        return "plain Java, objects and recursion, " + kind.words;
    }

    @Override
    public double run(long trials) {
        double sum = 0;
        for (long i = 0; i < trials; i++) {
            trial++;
            for (Node node : nodes) {
                node.back();
            }
            sum += nodes.getLast().back();
        }
        return sum / trials;
    }

    private final class Node {

        private final List<Node> needed;
        private final int atLeast;
        private final double hit;
        private final Times drawn;
        private final double[] times;
        private int known;
        private double time;

        Node(List<Node> needed, int atLeast, double hit, Times drawn) {
            this.needed = needed;
            this.atLeast = atLeast;
            this.hit = hit;
            this.drawn = drawn;
            times = new double[needed.size()];
        }

        double back() {
            if (known != trial) {
                known = trial;
                time = compute();
            }
            return time;
        }

        private double compute() {
            double start = met();
            if (random.nextDouble() >= hit) {
                return start;
            }
            double done = start + drawn.restore();
            return random.nextDouble() < Network.SUCCESS ? done : done + drawn.rebuild();
        }

        private double met() {
            double latest = 0;
            for (int i = 0; i < times.length; i++) {
                times[i] = needed.get(i).back();
                latest = Math.max(latest, times[i]);
            }
            if (atLeast == times.length) {
                return latest;
            }
            java.util.Arrays.sort(times);
            return times[atLeast - 1];
        }
    }
}
