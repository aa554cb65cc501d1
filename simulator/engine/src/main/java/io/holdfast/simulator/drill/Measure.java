package io.holdfast.simulator.drill;

import io.holdfast.simulator.engine.Int128;
import io.holdfast.simulator.engine.Statistics;
import io.holdfast.simulator.engine.ValueCounts;
import io.holdfast.simulator.result.QuantileEstimate;
import io.holdfast.simulator.sampling.Ticks;

/** Counts the values of one quantity: integers that merge in any order to the same bits. Not for use by several threads. */
final class Measure {

    private final Int128 sum = new Int128();
    private final Int128 squares = new Int128();
    private final ValueCounts values = new ValueCounts();
    private long never;

    /** Adds a value; {@link Ticks#NEVER} counts as never. */
    void add(long value) {
        if (value == Ticks.NEVER) {
            never++;
        } else {
            sum.add(value);
            squares.addSquare(value);
            values.add(value);
        }
    }

    void merge(Measure other) {
        sum.add(other.sum);
        squares.add(other.squares);
        values.merge(other.values);
        never += other.never;
    }

    /** How many values were added, never among them. */
    long total() {
        return values.total() + never;
    }

    /** How it varies, ticks as hours; asked only where something was added. */
    Spread hours() {
        return new Spread(
                Statistics.mean(values.total(), sum, squares, Ticks.PER_HOUR),
                quantile(0.1, Ticks.PER_HOUR),
                quantile(0.5, Ticks.PER_HOUR),
                quantile(0.9, Ticks.PER_HOUR),
                quantile(0.95, Ticks.PER_HOUR),
                Statistics.chance(never, total()));
    }

    /** A quantile in units of so many values; null where that rank is never. */
    QuantileEstimate quantile(double p, double scale) {
        ValueCounts.Sorted sorted = values.sorted();
        return Statistics.quantile(
                p, total(), rank -> rank <= sorted.total() ? (Double) (sorted.valueOfRank(rank) / scale) : null);
    }
}
