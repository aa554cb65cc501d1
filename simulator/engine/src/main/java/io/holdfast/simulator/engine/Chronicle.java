package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.MethodTable;
import io.holdfast.simulator.engine.Occurrence.Kind;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.sampling.Draws;
import io.holdfast.simulator.sampling.Ticks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what happens in a trial: after each round of an instant it looks at what differs from the round before, and it
 * knows when the response and the targets fall due. What it has written never changes; it depends on nothing later.
 */
final class Chronicle {

    private static final int NOBODY = -1;

    private final TrialState s;
    private final CompiledModel model;
    private final MethodTable methods;
    private final DataLoss dataLoss;
    private final long[] rto;
    private final long[] mtpd;
    private final long[] rpo;
    private final boolean[] good;
    private final boolean[] serves;
    private final double[] share;
    private final long[] firstBad;
    private final long[] badSince;
    private final boolean[] rtoTold;
    private final boolean[] mtpdTold;
    private final int[] working;
    private final int[] waiting;
    private final int[] dataMethod;
    private final boolean[] restarting;
    private final boolean[] finished;
    private final boolean[] teamTold;
    private boolean struck;
    private boolean anyOutage;
    private boolean hazardTold;
    private boolean detectedTold;
    private boolean declaredTold;
    private long decision;
    private boolean offHours;
    private Draws draws = (key, occurrence) -> 0.5;
    private List<Occurrence> written = new ArrayList<>();

    Chronicle(TrialState state, DataLoss dataLoss) {
        s = state;
        model = state.model;
        methods = model.methods();
        this.dataLoss = dataLoss;
        int n = state.n;
        rto = new long[n];
        mtpd = new long[n];
        rpo = new long[n];
        for (int e = 0; e < n; e++) {
            Objectives goals = model.elements().objectives(e).objectives();
            rto[e] = orNever(goals.rtoHours());
            mtpd[e] = goals.mtpdHours() == null
                    ? Ticks.NEVER
                    : Ticks.ofHours(goals.mtpdHours())
                            - (goals.wrtHours() == null ? 0 : Ticks.ofHours(goals.wrtHours()));
            rpo[e] = orNever(goals.rpoHours());
        }
        good = new boolean[n];
        serves = new boolean[n];
        share = new double[n];
        firstBad = new long[n];
        badSince = new long[n];
        rtoTold = new boolean[n];
        mtpdTold = new boolean[n];
        working = new int[n];
        waiting = new int[n];
        dataMethod = new int[n];
        restarting = new boolean[n];
        finished = new boolean[methods.size()];
        teamTold = new boolean[model.response().teams()];
    }

    private static long orNever(@Nullable Double hours) {
        return hours == null ? Ticks.NEVER : Ticks.ofHours(hours);
    }

    /** Begins a trial with these draws, from normal running. */
    void begin(Draws trial) {
        draws = trial;
        written = new ArrayList<>();
        for (int e = 0; e < s.n; e++) {
            good[e] = isGood(e, s.normalServing[e], s.normalShare[e]);
            serves[e] = s.normalServing[e];
            share[e] = s.normalShare[e];
            firstBad[e] = good[e] ? -1 : 0;
            badSince[e] = 0;
        }
        Arrays.fill(rtoTold, false);
        Arrays.fill(mtpdTold, false);
        Arrays.fill(working, NOBODY);
        Arrays.fill(waiting, NOBODY);
        Arrays.fill(dataMethod, NOBODY);
        Arrays.fill(restarting, false);
        Arrays.fill(finished, false);
        Arrays.fill(teamTold, false);
        struck = false;
        anyOutage = false;
        hazardTold = false;
        detectedTold = false;
        declaredTold = false;
        decision = model.response().decision(draws);
        offHours = model.response().isOffHours(draws);
    }

    private boolean isGood(int e, boolean serving, double delivered) {
        return serving && delivered >= model.elements().threshold(e) - NeedEvaluation.TOLERANCE;
    }

    /** What is written so far, in the order of time. */
    List<Occurrence> written() {
        return List.copyOf(written);
    }

    /** When the recovery is declared: as drawn, or as people did. */
    long decision() {
        return decision;
    }

    /** Since when an element has not delivered what it must, -1 while it does. */
    long badSince(int e) {
        return good[e] ? -1 : badSince[e];
    }

    /** People act now. */
    void moves(int number, Move move) {
        write(Kind.MOVED, number, NOBODY, 0);
        if (move.kind() == Move.Kind.DECLARE) {
            decision = s.now;
        }
    }

    private void write(Kind kind, int number, int method, double value) {
        written.add(new Occurrence(s.now, kind, number, method, null, value));
    }

    /** Writes what falls due up to a moment and needs nobody: the response, and targets that are missed. */
    void passTo(long time) {
        List<Occurrence> due = new ArrayList<>();
        long detected = model.response().detected(draws);
        if (!detectedTold && detected <= time) {
            detectedTold = true;
            due.add(new Occurrence(detected, Kind.DETECTED, NOBODY, NOBODY, null, 0));
        }
        if (!declaredTold && decision <= time) {
            declaredTold = true;
            due.add(new Occurrence(decision, Kind.DECLARED, NOBODY, NOBODY, null, 0));
        }
        for (int team = 0; team < teamTold.length && declaredTold; team++) {
            long ready = decision + model.response().mobilise(team, offHours, draws);
            if (!teamTold[team] && ready <= time) {
                teamTold[team] = true;
                due.add(new Occurrence(ready, Kind.TEAM_READY, team, NOBODY, null, 0));
            }
        }
        for (int e = 0; e < s.n; e++) {
            if (!good[e]) {
                rtoTold[e] |= isMissed(e, rtoTold[e], rto[e], Kind.RTO_MISSED, time, due);
                mtpdTold[e] |= isMissed(e, mtpdTold[e], mtpd[e], Kind.MTPD_MISSED, time, due);
            }
        }
        due.sort(Comparator.comparingLong(Occurrence::ticks)
                .thenComparing(Occurrence::kind)
                .thenComparingInt(Occurrence::number));
        written.addAll(due);
    }

    /** A target is missed one tick after it: back exactly then is in time. */
    private boolean isMissed(int e, boolean told, long target, Kind kind, long time, List<Occurrence> due) {
        if (told || target == Ticks.NEVER) {
            return false;
        }
        long missed = Math.max(firstBad[e] + target + 1, badSince[e]);
        if (missed <= time) {
            due.add(new Occurrence(missed, kind, e, NOBODY, null, 0));
        }
        return missed <= time;
    }

    /** Writes what the round that is over has brought. */
    void settled() {
        passTo(s.now);
        boolean first = !struck;
        struck = true;
        if (anyOutage && !hazardTold && s.hazardEnd <= s.now) {
            hazardTold = true;
            write(Kind.HAZARD_OVER, NOBODY, NOBODY, 0);
        }
        for (int e = 0; e < s.n; e++) {
            if (s.outcome.isTouched(e)) {
                boolean hit = first && s.hitState[e] != TrialState.UP;
                if (hit) {
                    written.add(new Occurrence(s.now, Kind.HIT, e, NOBODY, Recovery.answered(s.hitState[e]), 0));
                    anyOutage |= s.hitState[e] == TrialState.HIT_OUTAGE;
                }
                look(e, hit);
            }
        }
    }

    private void look(int e, boolean hit) {
        int was = working[e];
        if (was >= 0 && s.working[e] != was) {
            boolean worked = s.endedAt[e] == s.now && s.endedMethod[e] == was;
            if (!worked) {
                write(Kind.CALLED_OFF, e, was, 0);
            } else {
                write(succeeded(was) ? Kind.SUCCEEDED : Kind.FAILED, e, was, 0);
            }
        }
        data(e);
        lapsed(e);
        delivered(e, hit);
        restarts(e);
        if (s.waitingMethod[e] >= 0 && s.waitingMethod[e] != waiting[e]) {
            write(Kind.WAITS, e, s.waitingMethod[e], 0);
        }
        waiting[e] = s.waitingMethod[e];
        if (s.working[e] >= 0 && s.working[e] != was) {
            write(Kind.BEGUN, e, s.working[e], 0);
        }
        working[e] = s.working[e];
    }

    /** The same draw as the trial's: a draw has an address, and asking twice gives the same number. */
    private boolean succeeded(int method) {
        MethodTable.MethodEntry entry = methods.get(method);
        return entry.success() >= 1 || draws.uniform(entry.successKey(), s.starts[method] - 1) < entry.success();
    }

    private void data(int e) {
        if (s.dataMethod[e] != dataMethod[e]) {
            dataMethod[e] = s.dataMethod[e];
            long age = dataLoss.ownTicks(e);
            write(
                    Kind.DATA,
                    e,
                    dataMethod[e],
                    age == Ticks.NEVER ? Double.POSITIVE_INFINITY : Ticks.toHours((double) age));
            if (age > rpo[e]) {
                write(Kind.RPO_MISSED, e, dataMethod[e], 0);
            }
        }
    }

    private void lapsed(int e) {
        for (int method = methods.from(e); method < methods.to(e); method++) {
            if (finished[method]
                    && !s.finished[method]
                    && methods.get(method).lasts() != null
                    && s.keptUntil[method] == s.now) {
                write(Kind.LAPSED, e, method, 0);
            }
            finished[method] = s.finished[method];
        }
    }

    private void delivered(int e, boolean hit) {
        boolean now = isGood(e, s.serving[e], s.share[e]);
        if (good[e] && !now) {
            firstBad[e] = firstBad[e] < 0 ? s.now : firstBad[e];
            badSince[e] = s.now;
            if (!hit) {
                write(Kind.DOWN, e, NOBODY, s.share[e]);
            }
        } else if (!good[e] && now) {
            write(Kind.BACK, e, NOBODY, s.share[e]);
        } else if (serves[e] != s.serving[e] || share[e] != s.share[e]) {
            write(Kind.SHARE, e, NOBODY, s.share[e]);
        }
        good[e] = now;
        serves[e] = s.serving[e];
        share[e] = s.share[e];
    }

    private void restarts(int e) {
        boolean now = s.state[e] == TrialState.NEED_LOST && s.dueAt[e] != Long.MAX_VALUE && s.dueAt[e] > s.now;
        if (now && !restarting[e]) {
            write(Kind.RESTARTS, e, NOBODY, 0);
        }
        restarting[e] = now;
    }
}
