package io.holdfast.simulator.engine;

/** Whole values of histories: how often each occurred, their sum and the sum of their squares. Not for use by several threads. */
final class ValueSums {

    final ValueCounts counts = new ValueCounts();
    final Int128 sum = new Int128();
    final Int128 squares = new Int128();

    void add(long value) {
        counts.add(value);
        sum.add(value);
        squares.addSquare(value);
    }

    void merge(ValueSums other) {
        counts.merge(other.counts);
        sum.add(other.sum);
        squares.add(other.squares);
    }
}
