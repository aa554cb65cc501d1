package io.holdfast.simulator.rare;

import java.util.ArrayList;
import java.util.List;

/** Sums of weighed trials by question. Adding is exact only in a fixed order; see {@link Blocks}. Not for several threads. */
final class WeighedSums {

    /** Trials of a block that are noted for one question. */
    private static final int TRIALS_NOTED = 400;

    private final double[] weights;
    private final double[] squares;
    private final double[] greatest;
    private final long[] seen;
    private final double[][] struck;
    private final List<List<Long>> trials = new ArrayList<>();

    /** Empty sums; {@code hits} is 0 where the struck hits are not summed. */
    WeighedSums(int questions, int hits) {
        weights = new double[questions];
        squares = new double[questions];
        greatest = new double[questions];
        seen = new long[questions];
        struck = new double[questions][hits];
        for (int q = 0; q < questions; q++) {
            trials.add(new ArrayList<>());
        }
    }

    /** Adds a trial in which the event of a question happened. */
    void add(int question, double weight) {
        weights[question] += weight;
        squares[question] += weight * weight;
        greatest[question] = Math.max(greatest[question], weight);
        seen[question]++;
    }

    /** Adds the weight of such a trial to a hit that happened in it. */
    void addStruck(int question, int hit, double weight) {
        struck[question][hit] += weight;
    }

    /** Notes such a trial, the first few of a block. */
    void addTrial(int question, long trial) {
        if (trials.get(question).size() < TRIALS_NOTED) {
            trials.get(question).add(trial);
        }
    }

    void add(WeighedSums later) {
        for (int q = 0; q < weights.length; q++) {
            weights[q] += later.weights[q];
            squares[q] += later.squares[q];
            greatest[q] = Math.max(greatest[q], later.greatest[q]);
            seen[q] += later.seen[q];
            trials.get(q).addAll(later.trials.get(q));
            for (int i = 0; i < struck[q].length; i++) {
                struck[q][i] += later.struck[q][i];
            }
        }
    }

    /** The trials noted, ascending. */
    List<Long> trials(int question) {
        return List.copyOf(trials.get(question));
    }

    double weight(int question) {
        return weights[question];
    }

    double squares(int question) {
        return squares[question];
    }

    long seen(int question) {
        return seen[question];
    }

    /** The share of the whole weight that the heaviest trial has; 0 where nothing was seen. */
    double greatestShare(int question) {
        return weights[question] > 0 ? greatest[question] / weights[question] : 0;
    }

    /** How many trials of equal weight would carry as much; 0 where nothing was seen. */
    double effectiveSeen(int question) {
        return squares[question] > 0 ? weights[question] * weights[question] / squares[question] : 0;
    }

    /** The chance of a hit given the event, as far as the trials say. */
    double struckGivenEvent(int question, int hit) {
        return struck[question][hit] / weights[question];
    }
}
