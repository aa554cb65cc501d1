package io.holdfast.simulator.lanes;

import static io.holdfast.simulator.lanes.CrewRow.HIT;
import static io.holdfast.simulator.lanes.CrewRow.NEED_LOST;
import static io.holdfast.simulator.lanes.CrewRow.RESTART;
import static io.holdfast.simulator.lanes.CrewRow.SELF_OK;
import static io.holdfast.simulator.lanes.CrewRow.SHIFT;
import static io.holdfast.simulator.lanes.CrewRow.START;
import static io.holdfast.simulator.lanes.CrewRow.STATE;
import static io.holdfast.simulator.lanes.CrewRow.UP;

import io.holdfast.simulator.sampling.KeyedDraws;
import io.holdfast.simulator.sampling.Sampler;
import java.util.stream.IntStream;

/**
 * Who is up and what is still missing in one trial of a {@link CrewLoop}, and whom a start reaches. Hot: fields are read and
 * written by the loop. One instance a thread.
 */
final class CrewState {

    private final CrewProgram p;
    private final int[] elements;
    private final int[] above;
    private final int[] counted;

    /** By element: 1 where something is asked of it. */
    final int[] reported;

    /** Places of those that may start now. */
    final CrewPlaces dirty;

    /** Who may choose a method now; some come twice. */
    final int[] choices;

    int choiceCount;

    /** By node of gates: how many starts it misses. */
    final int[] missing;

    /** By element: see {@link CrewRow}. */
    final int[] rows;

    private final int[] freshRows;

    /** How many are still in the state of their hit, and how many are down of which something is asked. */
    int heldByHit;

    int reportedDown;

    CrewState(CrewProgram program, boolean[] asked) {
        p = program;
        elements = p.elements;
        above = p.gates.above;
        counted = p.gates.counted;
        reported = IntStream.of(p.element).map(e -> asked[e] ? 1 : 0).toArray();
        dirty = new CrewPlaces(p.size);
        choices = new int[4 * p.size + p.gates.wanted.length];
        missing = p.gates.wanted.clone();
        freshRows = CrewRow.fresh(p.size);
        rows = freshRows.clone();
    }

    void reset() {
        System.arraycopy(p.gates.wanted, 0, missing, 0, missing.length);
        System.arraycopy(freshRows, 0, rows, 0, rows.length);
        choiceCount = 0;
        heldByHit = 0;
        reportedDown = 0;
    }

    /** Who is hit, and who stops with them: all that stops does so now. Whether anything is hit by an outage. */
    boolean strike(long hash) {
        boolean anyOutage = false;
        for (int id : p.inOrder) {
            int worst = worstHit(id, hash);
            if (worst == 0 && isMet(elements[id * CrewProgram.ELEMENT + CrewProgram.OWN])) {
                rows[(id << SHIFT) + STATE] = UP;
                rows[(id << SHIFT) + START] = Lane.ALWAYS;
                raise(id);
            } else {
                stop(id, worst, hash);
                anyOutage |= worst == LaneHit.OUTAGE;
            }
        }
        return anyOutage;
    }

    private int worstHit(int id, long hash) {
        int worst = 0;
        for (int i = p.hitsFrom[id]; i < p.hitsFrom[id + 1]; i++) {
            long cells = p.hitCells[i];
            if (cells == LaneHit.CERTAIN || KeyedDraws.bits(hash, p.hitKey[i], 0) >>> 12 < cells) {
                worst = Math.max(worst, p.hitState[i]);
            }
        }
        return worst;
    }

    private void stop(int id, int worst, long hash) {
        int row = id << SHIFT;
        rows[row + STATE] = worst == 0 ? NEED_LOST : worst + 1;
        rows[row + HIT] = worst;
        heldByHit += worst > 0 ? 1 : 0;
        reportedDown += reported[id];
        rows[row + SELF_OK] = worst == 0 ? 1 : 0;
        Sampler restart = p.restart[id];
        if (worst == 0 && restart != null) {
            double uniform = KeyedDraws.unit(KeyedDraws.bits(hash, p.restartKey[id], 0));
            rows[row + RESTART] = LaneBlock.seconds(restart.ticks(uniform));
        }
        choices[choiceCount++] = id;
    }

    /** An element starts: what waits for it misses one less. */
    void raise(int id) {
        int[] left = missing;
        int to = elements[id * CrewProgram.ELEMENT + CrewProgram.COUNTED_TO];
        for (int i = elements[id * CrewProgram.ELEMENT + CrewProgram.COUNTED_FROM]; i < to; i++) {
            int node = counted[i];
            while (node >= 0 && --left[node] == 0) {
                node = above[node];
                if (node < 0) {
                    wake(~node);
                }
            }
        }
    }

    /** What is down by a lost need may start now; what is down by what hit it may begin to work. */
    void wake(int id) {
        int state = rows[(id << SHIFT) + STATE];
        if (state == NEED_LOST) {
            dirty.add(elements[id * CrewProgram.ELEMENT + CrewProgram.PLACE]);
        } else if (state != UP) {
            choices[choiceCount++] = id;
        }
    }

    boolean isMet(int node) {
        return missing[node] <= 0;
    }
}
