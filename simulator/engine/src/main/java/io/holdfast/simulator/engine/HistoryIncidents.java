package io.holdfast.simulator.engine;

import static io.holdfast.simulator.engine.TrialState.HIT_OUTAGE;

import io.holdfast.simulator.compile.MethodTable;
import io.holdfast.simulator.compile.MethodTable.MethodEntry;
import io.holdfast.simulator.compile.NeedTable;
import io.holdfast.simulator.compile.ResponseTable;
import io.holdfast.simulator.compile.YearModel;
import io.holdfast.simulator.sampling.Draws;
import io.holdfast.simulator.sampling.Sampler;
import io.holdfast.simulator.sampling.ShiftedDraws;
import java.util.Arrays;

/**
 * Which incident each element's recovery answers, and the clocks to the next failures. What stops because a need was lost
 * answers the latest incident among what it needs and does not serve; where there is none, as when an interim method has ended,
 * the one that it answered last, else the latest of all. An element counts as back once its own recovery is done, or once it runs on an
 * interim method and nothing is left that gives more; from there its clock runs, needs met or not. Hot.
 */
final class HistoryIncidents implements Incidents {

    private static final long NONE = -1;
    private static final int NONE_FOUND = -1;

    private final TrialState s;
    private final YearModel year;
    private final MethodTable methods;
    private final int[][] needed;
    private final ShiftedDraws draws;
    private final Crews crews;

    private final long[] since;
    private final long[] shift;
    private final ResponseTable[] response;
    private final boolean[] inRecovery;
    private final boolean[] atRest;
    private final long[] restarted;
    private final long[] failsAt;
    private final long[] hazardUntil;
    private final int[] failures;
    private final Incident latest;

    HistoryIncidents(TrialState state, YearModel year, Crews crews) {
        s = state;
        this.year = year;
        methods = state.model.methods();
        draws = new ShiftedDraws(state.draws);
        this.crews = crews;
        NeedTable table = state.model.needs();
        needed = new int[table.lists()][];
        for (int list = 0; list < needed.length; list++) {
            needed[list] = table.elementsOf(list);
        }
        int n = state.n;
        since = new long[n];
        shift = new long[n];
        response = new ResponseTable[n];
        inRecovery = new boolean[n];
        atRest = new boolean[n];
        restarted = new long[n];
        failsAt = new long[n];
        hazardUntil = new long[n];
        failures = new int[n];
        latest = new Incident(state.model.response());
        latest.since = NONE;
        Arrays.fill(response, state.model.response());
        Arrays.fill(since, NONE);
    }

    /** Begins a history: all is up and new, every clock is set. */
    void start(Draws of) {
        draws.startHistory(of);
        Arrays.fill(response, s.model.response());
        Arrays.fill(since, NONE);
        Arrays.fill(inRecovery, false);
        Arrays.fill(atRest, false);
        Arrays.fill(restarted, NONE);
        Arrays.fill(failsAt, Long.MAX_VALUE);
        Arrays.fill(hazardUntil, NONE);
        Arrays.fill(failures, 0);
        latest.since = NONE;
        for (int e = 0; e < s.n; e++) {
            setClock(e);
        }
    }

    /** The draws of an incident. */
    ShiftedDraws drawsOf(Incident incident) {
        draws.turnTo(incident.shift);
        return draws;
    }

    private void setClock(int e) {
        Sampler clock = year.clock(e);
        if (clock == null) {
            return;
        }
        failsAt[e] = HistoryKernel.after(s.now, clock.ticks(s.draws.uniform(year.clockKey(e), failures[e]++)));
        if (failsAt[e] <= year.horizonTicks()) {
            s.events.push(failsAt[e], HistoryKernel.failure(e));
        }
    }

    /** Whether the clock of an element has run out at this moment. */
    boolean fails(int e) {
        return failsAt[e] == s.now;
    }

    /** Which failure of the element this is, for its draws. */
    long numberOfFailure(int e) {
        return failures[e];
    }

    /** Whether an element is not in recovery from something that hit it. */
    boolean runs(int e) {
        return !inRecovery[e];
    }

    /** An element is hit; one that is being recovered only begins anew if the state is worse. */
    void hit(int e, byte state, Incident incident) {
        long until = state == HIT_OUTAGE ? s.now + incident.response.lasts(drawsOf(incident)) : NONE;
        if (inRecovery[e] && state <= s.hitState[e]) {
            if (state == s.hitState[e] && until > hazardUntil[e]) {
                holdUntil(e, until);
            }
            return;
        }
        begin(e, state);
        answer(e, incident.since, incident.shift, incident.response);
        latest.set(incident.since, incident.shift, incident.response);
        hazardUntil[e] = NONE;
        if (until != NONE) {
            holdUntil(e, until);
        }
    }

    private void holdUntil(int e, long until) {
        hazardUntil[e] = until;
        s.events.push(until, HistoryKernel.hazardEnd(e));
    }

    /** Whether the hazard that holds an element down ends at this moment. */
    boolean hazardEnds(int e) {
        return hazardUntil[e] == s.now && s.hitState[e] == HIT_OUTAGE;
    }

    private void begin(int e, byte state) {
        s.touch(e);
        crews.callOff(e);
        s.hitState[e] = state;
        s.state[e] = state;
        s.onSelf[e] = false;
        s.selfOk[e] = false;
        s.elapsed[e] = false;
        s.justRecovered[e] = false;
        s.restartTicks[e] = 0;
        s.dueAt[e] = Long.MAX_VALUE;
        s.selfMetSince[e] = -1;
        s.groupSince[e] = -1;
        s.readyEvent[e] = -1;
        s.downSince[e] = s.now;
        for (int method = methods.from(e); method < methods.to(e); method++) {
            s.finished[method] = false;
            s.tried[method] = false;
            s.methodMetSince[method] = -1;
        }
        inRecovery[e] = true;
        atRest[e] = false;
        failsAt[e] = Long.MAX_VALUE;
        s.addDown(e);
        s.choices.add(e);
        s.dirtyComponents.add(s.model.components().of(e));
    }

    @Override
    public long readyAt(int method) {
        MethodEntry entry = methods.get(method);
        if (entry.automatic()) {
            return 0;
        }
        int e = entry.element();
        ResponseTable answer = response[e];
        draws.turnTo(shift[e]);
        long decision = answer.decision(draws);
        long ready = decision;
        if (entry.teams().length > 0) {
            boolean offHours = answer.isOffHours(draws);
            for (int team : entry.teams()) {
                ready = Math.max(ready, decision + answer.mobilise(team, offHours, draws));
            }
        }
        return Math.max(0, since[e]) + ready;
    }

    @Override
    public void stopped(int e) {
        atRest[e] = false;
        answerToWhatItLost(e);
    }

    @Override
    public void interrupted(int e) {
        if (!atRest[e] || restarted[e] == s.now) {
            return;
        }
        restarted[e] = s.now;
        atRest[e] = false;
        s.downSince[e] = s.now;
        s.readyEvent[e] = -1;
        for (int method = methods.from(e); method < methods.to(e); method++) {
            s.tried[method] = false;
        }
        s.choices.add(e);
        answerToWhatItLost(e);
    }

    private void answerToWhatItLost(int e) {
        int run = s.runsOn[e];
        int from = NONE_FOUND;
        for (int needed : needed[run >= 0 ? methods.get(run).runList() : e]) {
            boolean lost = !s.serving[needed] && since[needed] != NONE;
            if (lost && (from == NONE_FOUND || since[needed] > since[from])) {
                from = needed;
            }
        }
        if (from != NONE_FOUND) {
            answer(e, since[from], shift[from], response[from]);
        } else if (since[e] == NONE && latest.since != NONE) {
            answer(e, latest.since, latest.shift, latest.response);
        }
    }

    private void answer(int e, long moment, long drawsShift, ResponseTable to) {
        since[e] = moment;
        shift[e] = drawsShift;
        response[e] = to;
    }

    @Override
    public void recovered(int e) {
        atRest[e] = false;
        countAsBack(e);
    }

    @Override
    public void exhausted(int e) {
        if (s.serving[e] && s.runsOn[e] >= 0) {
            atRest[e] = true;
            countAsBack(e);
        }
    }

    private void countAsBack(int e) {
        if (inRecovery[e]) {
            inRecovery[e] = false;
            setClock(e);
        }
    }
}
