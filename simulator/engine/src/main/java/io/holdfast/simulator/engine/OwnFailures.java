package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.MethodTable.MethodEntry;
import io.holdfast.simulator.compile.YearModel;
import io.holdfast.simulator.sampling.Draws;
import io.holdfast.simulator.sampling.Sampler;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Draws when elements fail and are back through a history, each by itself. Most run to the horizon, which their first uniform
 * number says without a look into a table; the others are told apart first and lived through after. Hot: no allocation in the
 * steady state. One instance a thread.
 */
final class OwnFailures {

    private static final int HALVINGS = 40;

    private final long horizon;
    private final int[] rows;
    private final long[] keys;

    /** From which uniform number on an element runs to the horizon. */
    private final double[] runsThrough;

    private final Sampler[] clocks;
    private final @Nullable Sampler[] repairs;
    private final long[] repairKeys;
    private final int[] struck;
    private final double[] firsts;

    /** The failures of elements by row. */
    OwnFailures(YearModel year, int[] order) {
        horizon = year.horizonTicks();
        rows = IntStream.range(0, order.length)
                .filter(row -> year.clock(order[row]) != null)
                .toArray();
        int n = rows.length;
        keys = new long[n];
        runsThrough = new double[n];
        clocks = new Sampler[n];
        repairs = new Sampler[n];
        repairKeys = new long[n];
        struck = new int[n];
        firsts = new double[n];
        for (int i = 0; i < n; i++) {
            int e = order[rows[i]];
            Sampler clock = year.clock(e);
            if (clock != null) {
                clocks[i] = clock;
                runsThrough[i] = runsThrough(clock);
            }
            keys[i] = year.clockKey(e);
            MethodEntry method = YearAnalysis.repair(year.model(), e);
            if (method != null) {
                repairs[i] = method.duration();
                repairKeys[i] = method.durationKey();
            }
        }
    }

    /** By halving: a sampler never falls, so that beyond this number the first failure lies beyond the horizon. */
    private double runsThrough(Sampler clock) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (clock.ticks(middle) > horizon) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** Adds the failures and returns of a history. */
    void draw(Draws draws, Changeovers changes) {
        int count = 0;
        for (int i = 0; i < keys.length; i++) {
            double uniform = draws.uniform(keys[i], 0);
            struck[count] = i;
            firsts[count] = uniform;
            count += uniform <= runsThrough[i] ? 1 : 0;
        }
        for (int j = 0; j < count; j++) {
            live(struck[j], firsts[j], draws, changes);
        }
    }

    private void live(int i, double first, Draws draws, Changeovers changes) {
        Sampler clock = clocks[i];
        Sampler repair = repairs[i];
        int row = rows[i];
        double uniform = first;
        long time = 0;
        for (int k = 0; ; k++) {
            time = HistoryKernel.after(time, clock.ticks(uniform));
            if (time > horizon) {
                return;
            }
            changes.add(time, row);
            if (repair == null) {
                return;
            }
            time += repair.ticks(draws.uniform(repairKeys[i], k));
            if (time > horizon) {
                return;
            }
            changes.add(time, row);
            uniform = draws.uniform(keys[i], k + 1);
            if (uniform > runsThrough[i]) {
                return;
            }
        }
    }
}
