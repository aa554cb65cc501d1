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

    /** From what lost everything to all that runs on it: on a method by its place, or on itself where that is negative. */
    void spread(int[] startOf, boolean[] lost, int[] runsOn) {
        for (int id = 0; id < p.size; id++) {
            int e = p.element[id];
            starts[e][0] = startOf[id];
            own[e][0] = lost[id];
        }
        for (int id : p.inOrder) {
            LaneElement x = p.program.element(p.element[id]);
            Gate gate = runsOn[id] < 0
                    ? x.own()
                    : x.methods().get(runsOn[id] - p.methodsFrom[id]).run();
            total[x.element()][0] = lost[id] || gate.isLost(total, starts, 0, p.program.horizonSeconds());
        }
    }

    boolean isLost(int e, boolean itselfOnly) {
        return itselfOnly ? own[e][0] : total[e][0];
    }
}
