package io.holdfast.simulator.lanes;

import io.holdfast.simulator.compile.MethodTable.MethodEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the trials in which people could be short, since in lanes nobody waits for them: where all who were struck, or stopped
 * and may work then, ask for more than there is. Such a trial is flagged, and {@link CrewLoop} finds out whether anybody waits. Where
 * that cannot run, who works when is decided one by one, and a trial is flagged in which at some moment more people are at
 * work than there are. In all others nobody would have waited. One instance a thread.
 */
final class LaneCrews {

    private static final long BEGINS = 1L << 31;

    private final LaneBlock block;
    private final LaneDecision decision;
    private final List<Scarce> scarce = new ArrayList<>();
    private final int[][] asked;
    private final boolean[] mayWorkUnstruck;
    private final int[][] mostOf;
    private final boolean findsOut;
    private long[] moments = new long[64];
    private int count;

    /** A team that all at once could ask too much of: who works with its people, and how many each takes at most. */
    private record Scarce(int team, int size, List<LaneElement> users, List<Integer> most) {}

    LaneCrews(LaneBlock block, LaneDecision decision) {
        this.block = block;
        this.decision = decision;
        LaneProgram program = block.program;
        findsOut = program.hasCrewLoop();
        mayWorkUnstruck = new boolean[program.model().elements().size()];
        program.order().forEach(x -> mayWorkUnstruck[x.element()] = x.answersOutage());
        for (int team = 0; team < program.scarce().length; team++) {
            if (program.scarce()[team]) {
                int size = program.model().model().teams().get(team).size();
                Scarce found = new Scarce(team, size, new ArrayList<>(), new ArrayList<>());
                program.order().forEach(x -> addUser(found, x));
                scarce.add(found);
            }
        }
        asked = new int[scarce.size()][block.lanes];
        mostOf = new int[scarce.size()][mayWorkUnstruck.length];
        for (int i = 0; i < mostOf.length; i++) {
            Scarce found = scarce.get(i);
            for (int u = 0; u < found.users().size(); u++) {
                mostOf[i][found.users().get(u).element()] = found.most().get(u);
            }
        }
    }

    /** Begins a block. */
    void start() {
        for (int[] each : asked) {
            Arrays.fill(each, 0);
        }
    }

    /** Notes the lanes in which an element may work, given those in which it is struck. */
    void noteStruck(int e, int[] struck) {
        for (int team = 0; team < asked.length; team++) {
            int most = mostOf[team][e];
            int[] sum = asked[team];
            for (int l = 0; most > 0 && l < sum.length; l++) {
                sum[l] += most & struck[l];
            }
        }
    }

    /** Notes that an element, just decided, works in a lane. */
    void noteWorking(int e, int lane) {
        for (int team = 0; team < asked.length; team++) {
            asked[team][lane] += mostOf[team][e];
        }
    }

    private void addUser(Scarce of, LaneElement x) {
        int most = x.methods().stream()
                .mapToInt(method -> people(method, of.team()))
                .max()
                .orElse(0);
        if (most > 0) {
            of.users().add(x);
            of.most().add(most);
        }
    }

    private int people(LaneMethod method, int team) {
        MethodEntry entry = block.program.model().methods().get(method.method());
        for (int i = 0; i < entry.crewTeams().length; i++) {
            if (entry.crewTeams()[i] == team) {
                return entry.crewCounts()[i];
            }
        }
        return 0;
    }

    /** Flags the lanes of the block in which people could be short; once everything else is decided. */
    void flagShort() {
        for (int team = 0; team < asked.length; team++) {
            Scarce of = scarce.get(team);
            for (int l = 0; l < block.lanes; l++) {
                if (asked[team][l] > of.size() && !block.flagged[l]) {
                    block.suspect[l] = findsOut;
                    block.flagged[l] = findsOut || isShort(of, l);
                }
            }
        }
    }

    private boolean isShort(Scarce team, int lane) {
        count = 0;
        for (LaneElement x : team.users()) {
            boolean stopped = block.starts[x.element()][lane] >= 0;
            if (stopped && (mayWorkUnstruck[x.element()] || decision.isStruck(x, lane))) {
                decision.decide(x, lane);
                for (int round = 0; round < decision.rounds; round++) {
                    note(x, decision.worked[round], decision.began[round], decision.ended[round], team.team());
                }
                if (decision.open >= 0) {
                    note(x, decision.open, decision.openFrom, decision.openTo, team.team());
                }
            }
        }
        Arrays.sort(moments, 0, count);
        long atWork = 0;
        for (int i = 0; i < count; i++) {
            long people = moments[i] & (BEGINS - 1);
            atWork += (moments[i] & BEGINS) != 0 ? people : -people;
            if (atWork > team.size()) {
                return true;
            }
        }
        return block.flagged[lane];
    }

    /** Who ends at a moment is free for who begins at it: ends come first. Work of no length takes the second after it. */
    private void note(LaneElement x, int position, int from, int to, int team) {
        int people = people(x.methods().get(position), team);
        if (people == 0) {
            return;
        }
        if (count + 2 > moments.length) {
            moments = Arrays.copyOf(moments, 2 * moments.length);
        }
        moments[count++] = (long) from << 32 | BEGINS | people;
        moments[count++] = (long) Math.max(to, from + 1) << 32 | people;
    }
}
