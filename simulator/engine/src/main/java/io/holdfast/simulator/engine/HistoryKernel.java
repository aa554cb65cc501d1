package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.HitTable.HitEntry;
import io.holdfast.simulator.compile.YearModel;
import io.holdfast.simulator.compile.YearModel.Arrivals;
import io.holdfast.simulator.compile.YearModel.Group;
import io.holdfast.simulator.sampling.Draws;
import io.holdfast.simulator.sampling.Sampler;
import io.holdfast.simulator.sampling.ShiftedDraws;
import io.holdfast.simulator.sampling.Ticks;
import java.util.Arrays;

/**
 * Runs one history of operation in the {@link EventLoop}: elements fail by themselves and by common causes, scenarios arrive.
 * Two things that one cause brings about lie at least a second apart, so a history ends. One instance a thread.
 */
final class HistoryKernel {

    private static final int FAILURE = 7;
    private static final int GROUP_FAILURE = 8;
    private static final int ARRIVAL = 9;
    private static final int ONLY_ARRIVAL = 10;
    private static final int HAZARD_END = 12;

    private final YearModel year;
    private final CompiledModel model;
    private final TrialState s;
    private final HistoryIncidents incidents;
    private final HistoryLine line;
    private final Crews crews;
    private final EventLoop loop;
    private final Absences absences;
    private final Incident incident;
    private final int[] groupFailures;
    private final int[] arrivals;

    HistoryKernel(YearModel year) {
        this.year = year;
        model = year.model();
        int n = model.elements().size();
        s = new TrialState(
                model,
                new TrialOutcome(
                        n, new int[n], model.methods().size(), model.response().teams()));
        s.chains.keepNone();
        NeedEvaluation needs = new NeedEvaluation(s);
        crews = new Crews(s);
        incidents = new HistoryIncidents(s, year, crews);
        line = new HistoryLine(s, year);
        loop = new EventLoop(s, needs, crews, incidents, line);
        absences = new Absences(s, crews);
        incident = new Incident(model.response());
        groupFailures = new int[year.groups().size()];
        arrivals = new int[year.arrivals().size()];
        loop.settleNormalRunning();
        s.keepAsNormal();
        s.reset();
    }

    /** What the histories are measured by. */
    HistoryLine line() {
        return line;
    }

    static long failure(int e) {
        return EventLoop.code(FAILURE, e);
    }

    static long hazardEnd(int e) {
        return EventLoop.code(HAZARD_END, e);
    }

    /** A moment at least a second after another. */
    static long after(long moment, long ticks) {
        return moment + Math.max(Ticks.PER_SECOND, ticks);
    }

    /** Runs a history; what was measured holds until the next one. */
    HistoryLine run(Draws draws) {
        begin(draws);
        for (int g = 0; g < groupFailures.length; g++) {
            awaitGroup(g);
        }
        for (int a = 0; a < arrivals.length; a++) {
            awaitArrival(a);
        }
        runToHorizon();
        return line;
    }

    /** Runs a history in which a scenario arrives at one moment, with the draws of a trial of it, and no other ever does. */
    HistoryLine runOnly(Draws draws, int arrival, long at) {
        begin(draws);
        s.events.push(at, EventLoop.code(ONLY_ARRIVAL, arrival));
        runToHorizon();
        return line;
    }

    private void begin(Draws draws) {
        s.reset();
        crews.reset();
        s.draws = draws;
        s.inTrial = true;
        line.start();
        absences.reset();
        Arrays.fill(groupFailures, 0);
        Arrays.fill(arrivals, 0);
        incidents.start(draws);
    }

    private void runToHorizon() {
        long horizon = year.horizonTicks();
        while (!s.events.isEmpty() && s.events.firstTime() <= horizon) {
            s.now = s.events.firstTime();
            boolean struck = false;
            while (!struck && !s.events.isEmpty() && s.events.firstTime() == s.now) {
                struck = happen(s.events.pop());
            }
            loop.round();
        }
        s.now = horizon;
        line.finish();
    }

    private void awaitGroup(int g) {
        Group group = year.groups().get(g);
        Sampler gap = group.gap();
        if (gap != null) {
            s.events.push(
                    after(s.now, gap.ticks(s.draws.uniform(group.key(), groupFailures[g]++))),
                    EventLoop.code(GROUP_FAILURE, g));
        }
    }

    private void awaitArrival(int a) {
        Arrivals of = year.arrivals().get(a);
        s.events.push(
                after(s.now, of.gap().ticks(s.draws.uniform(of.key(), arrivals[a]++))), EventLoop.code(ARRIVAL, a));
    }

    /** Lets an event happen; whether something struck, which shows before a hazard of no length ends. */
    private boolean happen(long code) {
        if (loop.happen(code)) {
            return false;
        }
        int number = (int) code;
        switch ((int) (code >>> 32)) {
            case FAILURE -> fail(number);
            case GROUP_FAILURE -> failTogether(number);
            case ARRIVAL -> {
                Arrivals of = year.arrivals().get(number);
                strike(of, ShiftedDraws.shiftOf(of.key(), arrivals[number]));
                awaitArrival(number);
            }
            case ONLY_ARRIVAL -> strike(year.arrivals().get(number), 0);
            case HAZARD_END -> {
                if (incidents.hazardEnds(number)) {
                    loop.recovery().hazardEnds(number);
                }
                return false;
            }
            default -> {
                absences.end(number);
                return false;
            }
        }
        return true;
    }

    private void fail(int e) {
        if (incidents.fails(e)) {
            long shift = ShiftedDraws.shiftOf(year.clockKey(e), incidents.numberOfFailure(e));
            incident.set(s.now, shift, model.response());
            incidents.hit(e, TrialState.DAMAGED, incident);
        }
    }

    /** Takes down every member that is not in recovery. */
    private void failTogether(int g) {
        Group group = year.groups().get(g);
        incident.set(s.now, ShiftedDraws.shiftOf(group.key(), groupFailures[g]), model.response());
        for (int e : group.members()) {
            if (incidents.runs(e)) {
                incidents.hit(e, TrialState.DAMAGED, incident);
            }
        }
        awaitGroup(g);
    }

    private void strike(Arrivals of, long shift) {
        incident.set(s.now, shift, of.response());
        for (HitEntry entry : of.hits().entries()) {
            hit(entry);
        }
        absences.begin(incident, incidents.drawsOf(incident));
    }

    private void hit(HitEntry entry) {
        boolean certain = entry.probability() >= 1;
        if (entry.together()
                && !certain
                && incidents.drawsOf(incident).uniform(entry.togetherKey(), 0) >= entry.probability()) {
            return;
        }
        for (int i = 0; i < entry.elements().length; i++) {
            boolean strikes = certain
                    || entry.together()
                    || incidents.drawsOf(incident).uniform(entry.keys()[i], 0) < entry.probability();
            if (strikes) {
                incidents.hit(entry.elements()[i], TrialState.of(entry.state()), incident);
            }
        }
    }
}
