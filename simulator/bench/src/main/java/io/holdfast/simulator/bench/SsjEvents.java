package io.holdfast.simulator.bench;

import java.util.ArrayList;
import java.util.List;
import umontreal.ssj.probdist.ExponentialDist;
import umontreal.ssj.probdist.LognormalDist;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;

/** The same on SSJ: its simulator, its events, its random stream and its inverse distribution functions. */
final class SsjEvents implements Rival {

    private static final double Z90 = 1.2815515655446004;

    private final Simulator simulator = new Simulator();
    private final MRG32k3a stream = new MRG32k3a();
    private final List<Node> nodes = new ArrayList<>();

    SsjEvents(Network network) {
        for (int e = 0; e < network.size(); e++) {
            boolean last = e == network.size() - 1;
            Node node = new Node(
                    network.atLeast()[e],
                    last ? 0 : network.hit(),
                    StrictMath.log(Network.restore(e).median()),
                    StrictMath.log(Network.restore(e).p90() / Network.restore(e).median()) / Z90,
                    Network.rebuildHours(e),
                    network.twoDrawn());
            for (int need : network.needs()[e]) {
                nodes.get(need).dependents.add(node);
            }
            nodes.add(node);
        }
    }

    @Override
    public String name() {
        return "SSJ 3.3.2, event based";
    }

    @Override
    public double run(long trials) {
        double sum = 0;
        for (long i = 0; i < trials; i++) {
            simulator.init();
            nodes.forEach(Node::reset);
            for (Node node : nodes) {
                if (node.missing <= 0 && !node.begun) {
                    node.begin();
                }
            }
            simulator.start();
            sum += nodes.getLast().backAt;
        }
        return sum / trials;
    }

    private final class Node extends Event {

        private final int atLeast;
        private final double hit;
        private final double mu;
        private final double sigma;
        private final double rebuildHours;
        private final boolean twoDrawn;
        private final List<Node> dependents = new ArrayList<>();
        private int missing;
        private boolean begun;
        private boolean rebuilding;
        private double backAt;

        Node(int atLeast, double hit, double mu, double sigma, double rebuildHours, boolean twoDrawn) {
            super(simulator);
            this.atLeast = atLeast;
            this.hit = hit;
            this.mu = mu;
            this.sigma = sigma;
            this.rebuildHours = rebuildHours;
            this.twoDrawn = twoDrawn;
        }

        void reset() {
            missing = atLeast;
            begun = false;
            rebuilding = false;
        }

        void begin() {
            begun = true;
            if (stream.nextDouble() < hit) {
                schedule(LognormalDist.inverseF(mu, sigma, stream.nextDouble()));
            } else {
                back();
            }
        }

        @Override
        public void actions() {
            if (!rebuilding && stream.nextDouble() >= Network.SUCCESS) {
                rebuilding = true;
                schedule(twoDrawn ? ExponentialDist.inverseF(1 / rebuildHours, stream.nextDouble()) : rebuildHours);
            } else {
                back();
            }
        }

        private void back() {
            backAt = simulator.time();
            for (Node dependent : dependents) {
                if (--dependent.missing == 0 && !dependent.begun) {
                    dependent.begin();
                }
            }
        }
    }
}
