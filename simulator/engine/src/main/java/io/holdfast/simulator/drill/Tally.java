package io.holdfast.simulator.drill;

import io.holdfast.simulator.engine.Statistics;
import io.holdfast.simulator.result.Estimate;
import java.util.stream.Stream;

/** What was counted over trials: counters and measures by number. One instance a thread; merges in any order. */
final class Tally {

    private final long[] counts;
    private final Measure[] measures;
    private long trials;

    Tally(int counts, int measures) {
        this.counts = new long[counts];
        this.measures = Stream.generate(Measure::new).limit(measures).toArray(Measure[]::new);
    }

    void trialDone() {
        trials++;
    }

    void count(int number, boolean holds) {
        counts[number] += holds ? 1 : 0;
    }

    void add(int number, long value) {
        measures[number].add(value);
    }

    Measure measure(int number) {
        return measures[number];
    }

    /** The share of all trials that were counted. */
    Estimate chance(int number) {
        return Statistics.chance(counts[number], trials);
    }

    /** How a measure varies over the trials in which it was taken. */
    Spread hours(int number) {
        return measures[number].hours();
    }

    void merge(Tally other) {
        trials += other.trials;
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        for (int i = 0; i < measures.length; i++) {
            measures[i].merge(other.measures[i]);
        }
    }
}
