package io.holdfast.simulator.engine;

import io.holdfast.simulator.sampling.Ticks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What happened in one trial, element by element. Filled by a {@link TrialKernel}; reused from trial to trial by one
 * thread. Elements are numbered in file order. An element that is not among the {@link #touched} ones went through the
 * trial as in normal running.
 */
public final class TrialOutcome {

    /** No headroom is defined for the element. */
    public static final double NO_HEADROOM = Double.NaN;

    /** The step was not taken in the trial. */
    public static final long NOT_IN_TRIAL = -1;

    private final int[] touched;
    private final boolean[] isTouched;
    private int touchedCount;
    final boolean[] disrupted;
    final long[] recoveryTicks;
    final long[] interruptedTicks;
    final long[] fullTicks;
    final long[] dataLossTicks;
    final double[] loss;
    final double[] penalty;
    final double[] headroom;
    final boolean[] degraded;
    final double[][] gridShare;
    final int[][] driving;
    final List<int[]> deadlocks = new ArrayList<>();
    final long[] startTicks;
    final long[] doneTicks;
    final long[] readyTicks;
    long decidedTicks = NOT_IN_TRIAL;
    private int[] workMethod = new int[8];
    private long[] workFrom = new long[8];
    private long[] workTo = new long[8];
    private int works;

    TrialOutcome(int elements, int[] gridSizes, int methods, int teams) {
        startTicks = new long[methods];
        doneTicks = new long[methods];
        readyTicks = new long[teams];
        Arrays.fill(readyTicks, NOT_IN_TRIAL);
        touched = new int[elements];
        isTouched = new boolean[elements];
        disrupted = new boolean[elements];
        recoveryTicks = new long[elements];
        interruptedTicks = new long[elements];
        fullTicks = new long[elements];
        dataLossTicks = new long[elements];
        loss = new double[elements];
        penalty = new double[elements];
        headroom = new double[elements];
        degraded = new boolean[elements];
        gridShare = new double[elements][];
        driving = new int[elements][];
        for (int e = 0; e < elements; e++) {
            gridShare[e] = new double[gridSizes[e]];
            driving[e] = new int[0];
        }
    }

    /** How many elements the trial touched. */
    public int touched() {
        return touchedCount;
    }

    /** One of them, in the order of touching. */
    public int touched(int position) {
        return touched[position];
    }

    /** Whether the trial touched an element. */
    public boolean isTouched(int e) {
        return isTouched[e];
    }

    /** Whether the element was disrupted, if only for no time. */
    public boolean disrupted(int e) {
        return disrupted[e];
    }

    /** Length of the disruption; 0 without one, {@link Ticks#NEVER} where not back by the horizon. */
    public long recoveryTicks(int e) {
        return recoveryTicks[e];
    }

    /** Ticks within the disruption without delivery, counted to the horizon. */
    public long interruptedTicks(int e) {
        return interruptedTicks[e];
    }

    /** Length until the full share is delivered for good; 0 where it never fell, NEVER where not by the horizon. */
    public long fullTicks(int e) {
        return fullTicks[e];
    }

    /** Age of the data lost; 0 for none, {@link Ticks#NEVER} for everything. */
    public long dataLossTicks(int e) {
        return dataLossTicks[e];
    }

    /** Money lost by the horizon. */
    public double loss(int e) {
        return loss[e];
    }

    /** Money paid back for missed service levels by the horizon. */
    public double penalty(int e) {
        return penalty[e];
    }

    /** Least headroom while it serves; {@link #NO_HEADROOM} where none is defined. */
    public double headroom(int e) {
        return headroom[e];
    }

    /** Whether it served below its full share at some moment. */
    public boolean degraded(int e) {
        return degraded[e];
    }

    /** Delivered share at a position of the element's grid of hours. */
    public double gridShare(int e, int position) {
        return gridShare[e][position];
    }

    /** The links of the driving path, from the return back to the cause; numbers of {@link DrivingLinks}. */
    public int[] driving(int e) {
        return driving[e].clone();
    }

    /** Groups of elements that wait for each other for ever, each ascending. */
    public List<int[]> deadlocks() {
        return List.copyOf(deadlocks);
    }

    /** When the work of a method that succeeded began; undefined for any other. */
    public long startTicks(int method) {
        return startTicks[method];
    }

    /** When a method first succeeded, {@link #NOT_IN_TRIAL} where it did not. */
    public long doneTicks(int method) {
        return doneTicks[method];
    }

    /** When the recovery was declared, {@link #NOT_IN_TRIAL} where nothing waited for it. */
    public long decidedTicks() {
        return decidedTicks;
    }

    /** When a team was at work, {@link #NOT_IN_TRIAL} where nothing waited for it. */
    public long readyTicks(int team) {
        return readyTicks[team];
    }

    /** How many times work on a method ended: done, failed, or called off. In the order of their ends. */
    public int works() {
        return works;
    }

    /** The method that was worked on. */
    public int workMethod(int work) {
        return workMethod[work];
    }

    /** When that work began. */
    public long workFromTicks(int work) {
        return workFrom[work];
    }

    /** When it ended. */
    public long workToTicks(int work) {
        return workTo[work];
    }

    void worked(int method, long from, long to) {
        if (works == workMethod.length) {
            workMethod = Arrays.copyOf(workMethod, works * 2);
            workFrom = Arrays.copyOf(workFrom, works * 2);
            workTo = Arrays.copyOf(workTo, works * 2);
        }
        workMethod[works] = method;
        workFrom[works] = from;
        workTo[works++] = to;
    }

    void touch(int e) {
        if (!isTouched[e]) {
            isTouched[e] = true;
            touched[touchedCount++] = e;
            disrupted[e] = false;
            recoveryTicks[e] = 0;
            interruptedTicks[e] = 0;
            fullTicks[e] = 0;
            dataLossTicks[e] = 0;
            loss[e] = 0;
            penalty[e] = 0;
            headroom[e] = NO_HEADROOM;
            degraded[e] = false;
            driving[e] = NO_LINKS;
        }
    }

    void clear() {
        for (int i = 0; i < touchedCount; i++) {
            isTouched[touched[i]] = false;
        }
        touchedCount = 0;
        works = 0;
        if (decidedTicks != NOT_IN_TRIAL) {
            decidedTicks = NOT_IN_TRIAL;
            Arrays.fill(readyTicks, NOT_IN_TRIAL);
        }
        deadlocks.clear();
    }

    static final int[] NO_LINKS = {};

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < touchedCount; i++) {
            int e = touched[i];
            text.append(e)
                    .append(" recovery ")
                    .append(recoveryTicks[e])
                    .append(" full ")
                    .append(fullTicks[e])
                    .append(" data ")
                    .append(dataLossTicks[e])
                    .append(" grid ")
                    .append(Arrays.toString(gridShare[e]))
                    .append('\n');
        }
        return text.toString();
    }
}
