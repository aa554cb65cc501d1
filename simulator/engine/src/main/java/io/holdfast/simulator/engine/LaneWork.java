package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.lanes.CrewLoop;
import io.holdfast.simulator.lanes.Lane;
import io.holdfast.simulator.lanes.LanePasses;
import io.holdfast.simulator.lanes.LaneProgram;
import io.holdfast.simulator.lanes.LaneRun;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.sampling.KeyedDraws;
import io.holdfast.simulator.sampling.Ticks;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Runs trials in lanes and counts what they say; trials for which lanes do not vouch run again event by event. One
 * instance a thread.
 */
final class LaneWork implements TrialWork {

    private static final int LEAST_LANES = 16;

    /** Below this, what has to be done once an element costs more than rows from memory do. */
    private static final int CACHED_LANES = 256;

    private static final long CACHE_BYTES = 16L << 20;

    /** Links of all traced elements up to which each has a count of its own, ready to be added to. */
    private static final long COUNTED_LINKS = 1L << 22;

    private static final long LANE_BYTES = 256L << 20;

    private final CompiledModel model;
    private final LaneProgram program;
    private final LaneRun run;
    private final KeyedDraws draws;
    private final NormalRunning normal;
    private final Detail detail;
    private final Accumulator sums;
    private final Accumulator again;
    private final int[] reported;
    private final LaneCounts[] counts;
    private final boolean[] traced;
    private final int[] @Nullable [] linkCounts;
    private @Nullable EventKernel kernel;
    private final boolean[] detailed;
    private @Nullable CrewLoop crews;
    private final int[] tracedTo;

    LaneWork(LaneProgram program, LanePasses passes, int lanes, long seed, Detail detail) {
        this.program = program;
        this.detail = detail;
        model = program.model();
        normal = normal(model);
        draws = new KeyedDraws(seed);
        sums = new Accumulator(model, detail);
        again = new Accumulator(model, detail);
        int n = model.elements().size();
        detailed = new boolean[n];
        traced = new boolean[n];
        for (int e = 0; e < n; e++) {
            ElementType type = model.elements().get(e).type();
            detailed[e] = detail.includes(type);
            traced[e] = type != ElementType.ASSET;
        }
        reported = IntStream.range(0, n)
                .filter(e -> detailed[e] && program.canStop(e))
                .toArray();
        tracedTo = new int[reported.length];
        counts = new LaneCounts[reported.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LaneCounts(reported[i], model.elements(), model.horizonTicks(), sums.of(reported[i]));
        }
        run = new LaneRun(program, passes, lanesFor(n, lanes), detailed);
        linkCounts = linkCounts();
    }

    /** Room for links by traced element; none where there would be too many, which then are counted in maps. */
    private int[] @Nullable [] linkCounts() {
        long size = new DrivingLinks(model).size();
        int[] paths = detail.includesDriving()
                ? IntStream.of(reported).filter(e -> traced[e]).toArray()
                : new int[0];
        int[][] made = new int[traced.length][];
        for (int e : size * paths.length <= COUNTED_LINKS ? paths : new int[0]) {
            made[e] = new int[(int) size];
        }
        return made;
    }

    /**
     * Fewer lanes where those of all elements then fit the cache that cores share, or else would not fit the memory that a
     * thread is given for them.
     */
    static int lanesFor(int elements, int lanes) {
        int fewer = lanes;
        if ((long) elements * lanes * Integer.BYTES > CACHE_BYTES
                && (long) elements * CACHED_LANES * Integer.BYTES <= CACHE_BYTES) {
            fewer = Math.min(lanes, CACHED_LANES);
        }
        while (fewer >= 2 * LEAST_LANES && (long) elements * fewer * Integer.BYTES > LANE_BYTES) {
            fewer /= 2;
        }
        return fewer / LEAST_LANES * LEAST_LANES;
    }

    /** In a model that fits lanes everything serves at its full share, and no demand meets a capacity. */
    static NormalRunning normal(CompiledModel model) {
        int n = model.elements().size();
        double[] share = new double[n];
        double[] headroom = new double[n];
        Arrays.fill(share, 1);
        for (int e = 0; e < n; e++) {
            var capacity = model.elements().get(e).capacity();
            headroom[e] = capacity == null ? TrialOutcome.NO_HEADROOM : capacity.amount();
        }
        return new NormalRunning(share, headroom);
    }

    @Override
    public void run(long from, long to) {
        for (long trial = from; trial < to; trial += run.lanes()) {
            run.run(draws, trial);
            count(trial, (int) Math.min(run.lanes(), to - trial));
        }
    }

    private void count(long first, int lanes) {
        trace(lanes);
        for (int i = 0; i < reported.length; i++) {
            if (!run.isQuiet(reported[i]) || run.isAnyLost()) {
                count(reported[i], counts[i], lanes);
            }
        }
        countPaths();
        countSteps(lanes);
        for (int l = 0; l < lanes; l++) {
            if (run.isFlagged(l)) {
                runAgain(first + l, !run.isSuspect(l));
            } else {
                sums.addTrials(1);
            }
        }
    }

    private void runAgain(long trial, boolean anyway) {
        if (program.hasCrewLoop()) {
            CrewLoop loop = crewLoop();
            loop.run(draws, trial);
            count(loop);
            sums.addTrials(1);
            sums.addInEventLoop(anyway || loop.hasWaited() ? 1 : 0);
            return;
        }
        if (kernel == null) {
            kernel = new EventKernel(model);
        }
        draws.startTrial(trial);
        again.add(kernel.run(draws));
    }

    private CrewLoop crewLoop() {
        CrewLoop made = crews;
        if (made == null) {
            made = new CrewLoop(program, detail.includesDriving(), detailed);
            crews = made;
        }
        return made;
    }

    /** Counts a trial of the loop for people. */
    private void count(CrewLoop loop) {
        for (int i = 0; i < reported.length; i++) {
            int e = reported[i];
            int start = loop.start(e);
            boolean lost = loop.isLost(e, !traced[e]);
            if (start >= 0) {
                counts[i].add(start == Lane.NEVER ? Ticks.NEVER : start * Ticks.PER_SECOND);
            } else if (lost) {
                counts[i].addWhole();
            }
            if (lost) {
                counts[i].addLostAll();
            }
            if (detail.includesDriving() && traced[e] && start >= 0 && start != Lane.NEVER) {
                countPath(e, loop, loop.followPath(e));
            }
        }
        loop.forEachWorked((method, began, ended) ->
                sums.steps().addWorked(method, began * Ticks.PER_SECOND, ended * Ticks.PER_SECOND));
        if (loop.decided() >= 0) {
            sums.steps().addDecided(loop.decided() * Ticks.PER_SECOND);
            for (int team = 0; team < model.response().teams(); team++) {
                if (loop.teamReady(team) >= 0) {
                    sums.steps().addReady(team, loop.teamReady(team) * Ticks.PER_SECOND);
                }
            }
        }
    }

    private void countPath(int e, CrewLoop loop, int length) {
        for (int at = 0; at < length; at++) {
            countLink(e, loop.pathLink(at));
        }
    }

    private void count(int e, LaneCounts into, int lanes) {
        int[] starts = run.starts(e);
        boolean asset = !traced[e];
        boolean anyLost = run.isAnyLost();
        long horizon = program.horizonSeconds();
        for (int l = 0; l < lanes; l++) {
            if (run.isFlagged(l)) {
                continue;
            }
            int start = starts[l];
            boolean lost = anyLost && run.isLost(e, l, asset);
            if (start >= 0) {
                into.add(start > horizon ? Ticks.NEVER : start * Ticks.PER_SECOND);
            } else if (lost) {
                into.addWhole();
            }
            if (lost) {
                into.addLostAll();
            }
        }
    }

    /** Notes the driving paths of all elements before anything is counted: they may flag a lane. */
    private void trace(int lanes) {
        int to = 0;
        for (int i = 0; i < reported.length; i++) {
            int e = reported[i];
            if (detail.includesDriving() && traced[e] && !run.isQuiet(e)) {
                to = run.followPaths(e, lanes);
            }
            tracedTo[i] = to;
        }
    }

    private void countPaths() {
        int[] links = run.pathLinks();
        short[] lanes = run.pathLanes();
        int from = 0;
        for (int i = 0; i < reported.length; i++) {
            for (int at = from; at < tracedTo[i]; at++) {
                if (!run.isFlagged(lanes[at])) {
                    countLink(reported[i], links[at]);
                }
            }
            from = tracedTo[i];
        }
    }

    private void countLink(int e, int link) {
        int[] counted = linkCounts[e];
        if (counted != null) {
            counted[link]++;
        } else {
            sums.of(e).driving.merge(link, 1L, Long::sum);
        }
    }

    private void finishPaths() {
        for (int e : reported) {
            int[] counted = linkCounts[e];
            for (int link = 0; counted != null && link < counted.length; link++) {
                if (counted[link] > 0) {
                    sums.of(e).driving.merge(link, (long) counted[link], Long::sum);
                }
            }
        }
    }

    private void countSteps(int lanes) {
        run.forEachWorked((method, lane, began, ended) -> {
            if (lane < lanes && !run.isFlagged(lane)) {
                sums.steps().addWorked(method, began * Ticks.PER_SECOND, ended * Ticks.PER_SECOND);
            }
        });
        for (int l = 0; l < lanes; l++) {
            int decided = run.isFlagged(l) ? -1 : run.decided(l);
            if (decided >= 0) {
                sums.steps().addDecided(decided * Ticks.PER_SECOND);
                for (int team = 0; team < model.response().teams(); team++) {
                    int ready = run.teamReady(team, l);
                    if (ready >= 0) {
                        sums.steps().addReady(team, ready * Ticks.PER_SECOND);
                    }
                }
            }
        }
    }

    @Override
    public Accumulator finish() {
        for (int i = 0; i < counts.length; i++) {
            counts[i].finish(normal.headroom(reported[i]));
        }
        finishPaths();
        sums.merge(again);
        return sums;
    }
}
