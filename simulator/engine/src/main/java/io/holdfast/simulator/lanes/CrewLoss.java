package io.holdfast.simulator.lanes;

import java.util.Arrays;

/** Whose data are lost at the end of one trial of a {@link CrewLoop}. Looked at only where anything is. One instance a thread. */
final class CrewLoss {

    private final CrewProgram p;
    private final int[][] starts;
    private final boolean[][] own;
    private final boolean[][] total;

    CrewLoss(CrewProgram program) {
        p = program;
        int n = program.program.model().elements().size();
        starts = new int[n][1];
        own = new boolean[n][1];
        total = new boolean[n][1];
        for (int[] each : starts) {
            Arrays.fill(each, Lane.ALWAYS);
        }
    }

    /** From what is in the state of its hit at the end to all that runs on it: on a method by its place, or on itself. */
    void spread(int[] rows, int[] runsOn) {
        for (int id = 0; id < p.size; id++) {
            int e = p.element[id];
            starts[e][0] = rows[(id << CrewRow.SHIFT) + CrewRow.START];
            own[e][0] = rows[(id << CrewRow.SHIFT) + CrewRow.STATE] >= CrewRow.HIT_OUTAGE;
        }
        for (int id : p.inOrder) {
            LaneElement x = p.program.element(p.element[id]);
            Gate gate = runsOn[id] < 0 ? x.own() : x.methods().get(runsOn[id]).run();
            total[x.element()][0] = own[x.element()][0] || gate.isLost(total, starts, 0, p.program.horizonSeconds());
        }
    }

    boolean isLost(int e, boolean itselfOnly) {
        return itselfOnly ? own[e][0] : total[e][0];
    }
}
