package io.holdfast.simulator.rare;

import io.holdfast.simulator.exact.EventDiagram;
import io.holdfast.simulator.rare.Proposal.Way;
import io.holdfast.simulator.sampling.AddressBook;
import io.holdfast.simulator.sampling.Draws;
import io.holdfast.simulator.sampling.KeyedDraws;
import io.holdfast.simulator.sampling.Purpose;

/**
 * The draws of trials whose hits a {@link Proposal} makes. The kernel asks for the uniform number of a hit and is answered
 * with one on the side of the hit's probability that the proposal chose; every other number is that of a plain trial. So no
 * kernel knows of it. One instance a thread.
 */
final class WeighedDraws implements Draws {

    /** Which joint failure is made to happen. */
    private static final long MODE = AddressBook.key("rare events joint failure", Purpose.HIT);

    private final Proposal proposal;
    private final RelevantHits hits;
    private final KeyedDraws plain;
    private final boolean[] happens;
    private final int[] struck;
    private int struckCount;
    private double weight = 1;

    WeighedDraws(Proposal proposal, long seed) {
        this.proposal = proposal;
        hits = proposal.hits();
        plain = new KeyedDraws(seed);
        happens = new boolean[hits.chances()];
        struck = new int[hits.size()];
    }

    /** Turns to a trial: draws and weighs its hits. */
    void startTrial(long trial) {
        plain.startTrial(trial);
        switch (proposal.way(trial)) {
            case Way.Plain way -> {
                for (int i = 0; i < hits.size(); i++) {
                    draw(i, hits.probability(i));
                }
            }
            case Way.Tilted way -> {
                for (int i = 0; i < hits.size(); i++) {
                    draw(i, way.probability()[i]);
                }
            }
            case Way.Given way -> drawGiven(way.event());
            case Way.Joint way -> drawJoint(way.modes());
        }
        struckCount = 0;
        for (int i = 0; i < hits.size(); i++) {
            if (happens[hits.chance(i)]) {
                struck[struckCount++] = i;
            }
        }
        weight = proposal.weight(happens, struck, struckCount);
    }

    private void draw(int position, double probability) {
        happens[hits.chance(position)] = plain.uniform(hits.key(position), 0) < probability;
    }

    /** What the diagram does not ask about is drawn as it is; the rest along the walk. */
    private void drawGiven(EventDiagram event) {
        for (int i = 0; i < hits.size(); i++) {
            draw(i, hits.probability(i));
        }
        int node = event.root();
        while (node > EventDiagram.BAD) {
            int chance = event.chance(node);
            boolean happening = plain.uniform(event.chances().get(chance).key(), 0) < event.chanceGivenBad(node);
            happens[chance] = happening;
            node = event.next(node, happening);
        }
    }

    private void drawJoint(JointModes modes) {
        for (int i = 0; i < hits.size(); i++) {
            draw(i, hits.probability(i));
        }
        for (int position : modes.at(plain.uniform(MODE, 0))) {
            happens[hits.chance(position)] = true;
        }
    }

    /** Leaves out a hit for the rest of the trial; its weight is as drawn. */
    void leaveOut(int position) {
        happens[hits.chance(position)] = false;
    }

    /** Lets a hit happen for the rest of the trial. */
    void putBack(int position) {
        happens[hits.chance(position)] = true;
    }

    /** The likelihood ratio of the trial's hits. */
    double weight() {
        return weight;
    }

    /** How many hits happen. */
    int struck() {
        return struckCount;
    }

    /** The position of one of them, ascending. */
    int struck(int number) {
        return struck[number];
    }

    @Override
    public double uniform(long key, int occurrence) {
        int position = hits.position(key);
        if (position < 0 || occurrence != 0) {
            return plain.uniform(key, occurrence);
        }
        double p = hits.probability(position);
        return happens[hits.chance(position)] ? p / 2 : (1 + p) / 2;
    }
}
