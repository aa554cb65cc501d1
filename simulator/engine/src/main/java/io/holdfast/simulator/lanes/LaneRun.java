package io.holdfast.simulator.lanes;

import io.holdfast.simulator.sampling.KeyedDraws;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Runs blocks of trials in lanes and answers for the latest block. One instance a thread.
 */
public final class LaneRun {

    /** What is told of a method that was worked to its end with success. */
    @FunctionalInterface
    public interface Worked {
        /** Times are in seconds. */
        void worked(int method, int lane, int began, int ended);
    }

    private final LaneProgram program;
    private final LaneBlock block;
    private final PlainElements plain;
    private final LaneDecision decision;
    private final LanePath path;
    private final LaneCrews crews;
    private final LaneElement[] order;
    private final @Nullable DirectElement[] direct;
    private final int[][] rows;
    private final boolean[] detailed;
    private final boolean[] @Nullable [] lost;
    private boolean[] @Nullable [] lostBelow;
    private boolean anyLost;
    private int[] success = new int[256];
    private int successes;

    /**
     * Working memory for a program.
     *
     * @param lanes trials a block, a multiple of 16 up to 32,752
     * @param detailed the elements whose methods are asked for, by number
     */
    public LaneRun(LaneProgram program, LanePasses passes, int lanes, boolean[] detailed) {
        if (lanes < 16 || lanes % 16 != 0 || lanes > Short.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "A block has " + lanes + " lanes, but a multiple of 16 up to 32,752 is needed.");
        }
        this.program = program;
        this.detailed = detailed.clone();
        block = new LaneBlock(program, passes, lanes);
        decision = new LaneDecision(block);
        path = new LanePath(block, decision);
        crews = new LaneCrews(block, decision);
        plain = new PlainElements(block, crews);
        order = program.order().toArray(LaneElement[]::new);
        direct = new DirectElement[order.length];
        rows = new int[order.length][lanes + LaneBlock.PADDING];
        for (int i = 0; i < order.length; i++) {
            direct[i] = hasDetail(order[i]) ? null : program.direct(i);
        }
        lost = new boolean[detailed.length][];
        lostBelow = lost;
    }

    /** Trials a block. */
    public int lanes() {
        return block.lanes;
    }

    /** Runs the block that begins with a trial. */
    public void run(KeyedDraws draws, long trial) {
        block.start(draws, trial);
        crews.start();
        path.start();
        successes = 0;
        if (anyLost) {
            Arrays.fill(lost, null);
            anyLost = false;
        }
        for (int i = 0; i < order.length; i++) {
            DirectElement x = direct[i];
            if (x != null) {
                lose(x.element, plain.run(x, rows[i]));
            } else {
                run(order[i], rows[i]);
            }
        }
        crews.flagShort();
        if (anyLost) {
            spreadLoss();
        }
    }

    private void run(LaneElement x, int[] into) {
        if (x.isPlain() && !hasDetail(x)) {
            lose(x.element(), plain.run(x, into));
        } else {
            runEach(x, into);
        }
    }

    /** Whether it is asked what methods did. */
    private boolean hasDetail(LaneElement x) {
        return detailed[x.element()] && !x.methods().isEmpty();
    }

    private void lose(int e, int @Nullable [] unrecovered) {
        if (unrecovered != null) {
            for (int l = 0; l < block.lanes; l++) {
                if (unrecovered[l] != 0) {
                    lose(e, l);
                }
            }
        }
    }

    private void runEach(LaneElement x, int[] into) {
        int e = x.element();
        boolean any = false;
        for (int l = 0; l < block.lanes; l++) {
            decision.decide(x, l);
            into[l] = decision.start;
            any |= decision.start != Lane.ALWAYS;
            if (decision.rounds > 0 || decision.open >= 0) {
                crews.noteWorking(e, l);
            }
            if (decision.isLost) {
                lose(e, l);
            }
            if (decision.done && detailed[e]) {
                note(x.methods().get(decision.worked[decision.rounds - 1]).method(), l);
            }
        }
        block.quiet[e] = !any;
        block.starts[e] = into;
    }

    private void note(int method, int lane) {
        if (successes + 4 > success.length) {
            success = Arrays.copyOf(success, 2 * success.length);
        }
        success[successes++] = method;
        success[successes++] = lane;
        success[successes++] = decision.began[decision.rounds - 1];
        success[successes++] = decision.ended[decision.rounds - 1];
    }

    private void lose(int e, int lane) {
        boolean[] found = lost[e];
        if (found == null) {
            found = new boolean[block.lanes];
            lost[e] = found;
        }
        found[lane] = true;
        anyLost = true;
    }

    /** From what lost everything to all that runs on it at the end. */
    private void spreadLoss() {
        boolean[] nothing = new boolean[block.lanes];
        boolean[][] total = new boolean[lost.length][];
        boolean[] isOwn = new boolean[lost.length];
        boolean[] lanesLost = new boolean[block.lanes];
        for (int e = 0; e < lost.length; e++) {
            boolean[] ownLost = lost[e];
            isOwn[e] = ownLost != null;
            total[e] = ownLost == null ? nothing : ownLost.clone();
            for (int l = 0; ownLost != null && l < block.lanes; l++) {
                lanesLost[l] |= ownLost[l] && !block.flagged[l];
            }
        }
        for (LaneElement x : program.order()) {
            int e = x.element();
            for (int l = 0; l < block.lanes; l++) {
                if (lanesLost[l] && !total[e][l] && isLostBelow(x, total, l)) {
                    if (!isOwn[e]) {
                        isOwn[e] = true;
                        total[e] = new boolean[block.lanes];
                    }
                    total[e][l] = true;
                }
            }
        }
        lostBelow = total;
    }

    private boolean isLostBelow(LaneElement x, boolean[][] total, int lane) {
        decision.decide(x, lane);
        boolean onMethod = decision.runsOn >= 0 && decision.start <= program.horizonSeconds();
        Gate gate = onMethod ? x.methods().get(decision.runsOn).run() : x.own();
        return gate.isLost(total, block.starts, lane, program.horizonSeconds());
    }

    /** When an element starts in a lane: {@link Lane#ALWAYS} where it never stopped; beyond the horizon where it does not. */
    public int start(int e, int lane) {
        return block.starts[e][lane];
    }

    /** The same for all lanes. Not to be changed. */
    public int[] starts(int e) {
        return block.starts[e];
    }

    /** Whether an element stopped in no lane. */
    public boolean isQuiet(int e) {
        return block.quiet[e];
    }

    /** Whether a lane has to be run in the event loop: ask after all else was asked for. */
    public boolean isFlagged(int lane) {
        return block.flagged[lane];
    }

    /** Whether a lane is flagged for nothing but that people could be short in it, which {@link CrewLoop} finds out. */
    public boolean isSuspect(int lane) {
        return block.suspect[lane];
    }

    /** Whether any element lost everything in any lane. */
    public boolean isAnyLost() {
        return anyLost;
    }

    /** Whether an element has lost all its data, or all that it runs on at the end of a trial. */
    public boolean isLost(int e, int lane, boolean itselfOnly) {
        boolean[] found = itselfOnly ? lost[e] : lostBelow[e];
        return anyLost && found != null && found[lane];
    }

    /** Tells of every method of a detailed element that was worked to success. */
    public void forEachWorked(Worked worked) {
        for (int i = 0; i < successes; i += 4) {
            worked.worked(success[i], success[i + 1], success[i + 2], success[i + 3]);
        }
    }

    /** When the recovery was decided in a lane, or {@link Lane#ALWAYS} where nobody waited for it. */
    public int decided(int lane) {
        for (int[] asked : block.asked) {
            if (asked[lane] != 0) {
                return block.decision[lane];
            }
        }
        return Lane.ALWAYS;
    }

    /** When a team was ready in a lane, or {@link Lane#ALWAYS} where nobody waited for it. */
    public int teamReady(int team, int lane) {
        for (int group = 0; group < block.asked.length; group++) {
            if (block.asked[group][lane] != 0 && contains(program.groups().get(group), team)) {
                return block.decision[lane] + block.mobilised[team][lane];
            }
        }
        return Lane.ALWAYS;
    }

    private static boolean contains(int[] teams, int team) {
        for (int each : teams) {
            if (each == team) {
                return true;
            }
        }
        return false;
    }

    /**
     * Follows the driving paths of an element in all lanes below a number in which it stopped and starts, which may flag lanes.
     * What was followed since {@link #run} began stays.
     *
     * @return how many links have been followed by now
     */
    public int followPaths(int e, int lanes) {
        path.follow(e, lanes);
        return path.count();
    }

    /** The links followed: methods first, then elements, then the response. Not to be changed; until the next are followed. */
    public int[] pathLinks() {
        return path.links();
    }

    /** The lanes of these links. */
    public short[] pathLanes() {
        return path.lanes();
    }
}
