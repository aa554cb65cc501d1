package io.holdfast.simulator.rare;

import io.holdfast.simulator.exact.EventDiagram;
import java.util.ArrayList;
import java.util.List;

/**
 * How the hits of weighed trials are drawn: a mixture of ways, each with a fixed share of the trials. A trial is weighed by
 * the true likelihood of its hits over that of the whole mixture, whichever way drew it, so no weight exceeds one over the
 * share of the plain way. Immutable.
 *
 * <p>Source: balance heuristic (Veach and Guibas, SIGGRAPH 1995); defensive mixture (Hesterberg, Technometrics 37, 1995).
 */
final class Proposal {

    /** The ways take turns over so many trials. */
    static final int TURNS = 20;

    /** A way to draw hits. */
    sealed interface Way {

        /** As the scenario says. */
        record Plain() implements Way {}

        /**
         * Independently, with other probabilities.
         *
         * @param probability by position among the hits
         */
        @SuppressWarnings("ArrayRecordComponent") // read by index in the hot loop, never compared
        record Tilted(double[] probability) implements Way {}

        /** As the scenario says, given that an event happens. */
        record Given(EventDiagram event) implements Way {}

        /** As the scenario says, given that one of some joint failures happens, chosen by its chance. */
        record Joint(JointModes modes) implements Way {}
    }

    private final RelevantHits hits;
    private final List<Way> ways = new ArrayList<>();
    private final int[] wayOfTurn = new int[TURNS];
    private final double[] share;
    private final double[] logOfNone;
    private final double[][] logOfHit;

    private Proposal(RelevantHits hits, List<Way> turns) {
        this.hits = hits;
        for (int turn = 0; turn < TURNS; turn++) {
            Way way = turns.get(turn);
            if (!ways.contains(way)) {
                ways.add(way);
            }
            wayOfTurn[turn] = ways.indexOf(way);
        }
        share = new double[ways.size()];
        for (int way : wayOfTurn) {
            share[way] += 1.0 / TURNS;
        }
        logOfNone = new double[ways.size()];
        logOfHit = new double[ways.size()][0];
        for (int way = 0; way < ways.size(); way++) {
            if (ways.get(way) instanceof Way.Tilted tilted) {
                prepare(way, tilted.probability());
            }
        }
    }

    /** A mixture; one way a turn, the plain one among them. Ways are the same where they are equal. */
    static Proposal of(RelevantHits hits, List<Way> turns) {
        if (turns.size() != TURNS || !turns.contains(new Way.Plain())) {
            throw new IllegalArgumentException("A mixture has " + TURNS + " turns, the plain way among them.");
        }
        return new Proposal(hits, turns);
    }

    private void prepare(int way, double[] tilted) {
        double[] ofHit = new double[tilted.length];
        for (int i = 0; i < tilted.length; i++) {
            double p = hits.probability(i);
            double none = StrictMath.log1p(-tilted[i]) - StrictMath.log1p(-p);
            logOfNone[way] += none;
            ofHit[i] = StrictMath.log(tilted[i] / p) - none;
        }
        logOfHit[way] = ofHit;
    }

    RelevantHits hits() {
        return hits;
    }

    /** The way of a trial. */
    Way way(long trial) {
        return ways.get(wayOfTurn[(int) (trial % TURNS)]);
    }

    /** The weight of a trial with these hits; {@code struck} lists the positions of those that happen. */
    double weight(boolean[] happens, int[] struck, int count) {
        double mixture = 0;
        for (int way = 0; way < share.length; way++) {
            mixture += share[way] * ratio(way, happens, struck, count);
        }
        return 1 / mixture;
    }

    /** How much likelier a way makes these hits than the scenario does. */
    private double ratio(int way, boolean[] happens, int[] struck, int count) {
        return switch (ways.get(way)) {
            case Way.Plain plain -> 1;
            case Way.Given given ->
                given.event().isBad(happens) ? 1 / given.event().probability() : 0;
            case Way.Joint joint -> joint.modes().ratio(hits, happens);
            case Way.Tilted tilted -> {
                double log = logOfNone[way];
                double[] ofHit = logOfHit[way];
                for (int i = 0; i < count; i++) {
                    log += ofHit[struck[i]];
                }
                yield StrictMath.exp(log);
            }
        };
    }

    /** The least likelihood, over the scenario's, with which any trial of an event inside a given one is drawn. */
    double leastRatio() {
        double least = 0;
        for (int way = 0; way < share.length; way++) {
            least += switch (ways.get(way)) {
                case Way.Plain plain -> share[way];
                case Way.Given given -> share[way] / given.event().probability();
                case Way.Tilted tilted -> 0;
                case Way.Joint joint -> 0;
            };
        }
        return least;
    }
}
