package io.holdfast.simulator.bench;

import java.util.ArrayList;
import java.util.List;
import umontreal.ssj.probdist.ExponentialDist;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;

/** A year on SSJ: failures and repairs are its events; each tells those that need the element. */
final class SsjYears implements Rival {

    private static final double NOT_PLANNED = -10;

    private final Simulator simulator = new Simulator();
    private final MRG32k3a stream = new MRG32k3a();
    private final List<Node> nodes = new ArrayList<>();

    SsjYears(YearNetwork year) {
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
        return "SSJ 3.3.2, event based";
    }

    /** Runs histories and gives the mean availability of the last element. */
    @Override
    public double run(long histories) {
        double down = 0;
        Event end = new Event(simulator) {
            @Override
            public void actions() {
                simulator.stop();
            }
        };
        for (long i = 0; i < histories; i++) {
            simulator.init();
            nodes.forEach(Node::reset);
            end.schedule(YearNetwork.HOURS);
            simulator.start();
            for (Node node : nodes) {
                node.close();
            }
            down += nodes.getLast().down;
        }
        return 1 - down / histories / YearNetwork.HOURS;
    }

    private final class Node extends Event {

        private final int spare;
        private final boolean fails;
        private final List<Node> dependents = new ArrayList<>();
        private boolean whole;
        private int missing;
        private boolean serves;
        private double since;
        private double down;

        Node(int spare, boolean fails) {
            super(simulator);
            this.spare = spare;
            this.fails = fails;
        }

        void reset() {
            eventTime = NOT_PLANNED; // the list was emptied with the event in it
            whole = true;
            missing = 0;
            serves = true;
            down = 0;
            if (fails) {
                schedule(time(YearNetwork.MTBF));
            }
        }

        private double time(double mean) {
            return ExponentialDist.inverseF(1 / mean, stream.nextDouble());
        }

        @Override
        public void actions() {
            whole = !whole;
            schedule(time(whole ? YearNetwork.MTBF : YearNetwork.MTTR));
            look();
        }

        private void look() {
            boolean now = whole && missing <= spare;
            if (now == serves) {
                return;
            }
            serves = now;
            if (now) {
                down += simulator.time() - since;
            } else {
                since = simulator.time();
            }
            for (Node dependent : dependents) {
                dependent.missing += now ? -1 : 1;
                dependent.look();
            }
        }

        void close() {
            if (!serves) {
                down += YearNetwork.HOURS - since;
            }
        }
    }
}
