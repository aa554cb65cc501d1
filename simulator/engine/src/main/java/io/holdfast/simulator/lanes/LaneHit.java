package io.holdfast.simulator.lanes;

import io.holdfast.simulator.sampling.KeyedDraws;

/**
 * How an entry of hits strikes an element.
 *
 * @param entry the number of the entry
 * @param together whether one draw decides for all that it selects
 * @param key the key of the draw
 * @param cells its chance, in cells; {@link #CERTAIN} where nothing is drawn
 * @param state the state it puts the element in, by severity: 1 outage, 2 damaged, 3 destroyed, 4 corrupted
 */
record LaneHit(int entry, boolean together, long key, long cells, int state) {

    static final long CERTAIN = Long.MAX_VALUE;
    static final int OUTAGE = 1;

    /** A chance in cells, or {@link #CERTAIN}. */
    static long cells(double chance) {
        long cells = KeyedDraws.cells(chance);
        return cells >= 1L << 52 ? CERTAIN : cells;
    }

    boolean isCertain() {
        return cells == CERTAIN;
    }
}
