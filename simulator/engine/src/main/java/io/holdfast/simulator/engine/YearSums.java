package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.ElementTable;
import org.jspecify.annotations.Nullable;

/** Whole sums over histories, which merge in any order to the same bits. Not for use by several threads. */
final class YearSums {

    private final OfElement[] elements;
    private final int[] reported;
    private final ValueSums loss = new ValueSums();
    private final ValueSums penalty = new ValueSums();
    private long histories;

    /** What is summed of one element. */
    static final class OfElement {

        final ValueSums down = new ValueSums();
        final Int128 outages = new Int128();
        final Int128 outageSquares = new Int128();
        final Int128 outagesTimesDown = new Int128();
        final Int128 met = new Int128();
        final Int128 metSquares = new Int128();
        final @Nullable ValueSums loss;
        final @Nullable ValueSums penalty;

        OfElement(boolean hasLoss, boolean hasCredits) {
            loss = hasLoss ? new ValueSums() : null;
            penalty = hasCredits ? new ValueSums() : null;
        }

        private void merge(OfElement other) {
            down.merge(other.down);
            outages.add(other.outages);
            outageSquares.add(other.outageSquares);
            outagesTimesDown.add(other.outagesTimesDown);
            met.add(other.met);
            metSquares.add(other.metSquares);
            if (loss != null && other.loss != null) {
                loss.merge(other.loss);
            }
            if (penalty != null && other.penalty != null) {
                penalty.merge(other.penalty);
            }
        }
    }

    YearSums(ElementTable table, int[] reported) {
        this.reported = reported;
        elements = new OfElement[table.size()];
        for (int e : reported) {
            elements[e] = new OfElement(table.loss(e) != null, table.credits(e) != null);
        }
    }

    void add(HistoryLine line) {
        histories++;
        long allLoss = 0;
        long allPenalty = 0;
        for (int e : reported) {
            OfElement of = elements[e];
            long down = line.downTicks(e);
            long outages = line.outages(e);
            of.down.add(down);
            of.outages.add(outages);
            of.outageSquares.addSquare(outages);
            of.outagesTimesDown.addProduct(outages, down);
            PeriodLine periods = line.periods(e);
            if (periods != null && periods.hasTarget()) {
                long met = periods.met();
                of.met.add(met);
                of.metSquares.addSquare(met);
            }
            allLoss += money(of.loss, line.loss(e));
            allPenalty += money(of.penalty, periods == null ? 0 : periods.penalty());
        }
        loss.add(allLoss);
        penalty.add(allPenalty);
    }

    private static long money(@Nullable ValueSums into, double amount) {
        if (into == null) {
            return 0;
        }
        long money = StrictMath.round(amount * Accumulator.MONEY_SCALE);
        into.add(money);
        return money;
    }

    void merge(YearSums other) {
        histories += other.histories;
        loss.merge(other.loss);
        penalty.merge(other.penalty);
        for (int e : reported) {
            elements[e].merge(other.elements[e]);
        }
    }

    /** The elements that are summed, ascending. */
    int[] reported() {
        return reported;
    }

    long histories() {
        return histories;
    }

    OfElement of(int e) {
        return elements[e];
    }

    ValueSums loss() {
        return loss;
    }

    ValueSums penalty() {
        return penalty;
    }
}
