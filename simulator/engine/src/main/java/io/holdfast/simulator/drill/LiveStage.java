package io.holdfast.simulator.drill;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.ModelCompiler;
import io.holdfast.simulator.engine.TrialOutcome;
import io.holdfast.simulator.engine.TrialProbe;
import io.holdfast.simulator.learning.InputRef;
import io.holdfast.simulator.learning.Shown;
import io.holdfast.simulator.model.Demand;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.result.Estimate;
import io.holdfast.simulator.result.Finding;
import io.holdfast.simulator.sampling.KeyedDraws;
import io.holdfast.simulator.sampling.Ticks;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A live failover: production is switched to the standby, runs there, and is switched back; where a switch does not succeed, all
 * is switched back at once. Two runs of the engine a trial, there and back.
 */
final class LiveStage implements Stage {

    /** Fixed-point units of one unit of headroom. */
    private static final double HEADROOM_SCALE = 1e4;

    private static final int PASSED = 0;
    private static final int ROLLBACK = 1;
    private static final int HARM = 2;
    private static final int FIRST_COUNT = 3;
    private static final int DURATION = 0;
    private static final int PEOPLE = 1;
    private static final int SWITCHING = 2;
    private static final int BACK = 3;
    private static final int HARM_LENGTH = 4;
    private static final int HARM_IN_OFFICE = 5;
    private static final int HARM_OFF = 6;
    private static final int FIRST_MEASURE = 7;

    private final DrillScope scope;
    private final Switching switching;
    private final long stay;
    private final CompiledModel there;
    private final CompiledModel back;
    private final People peopleThere;
    private final People peopleBack;
    private final int[] switched;
    private final int[] visible;
    private final int[] timed;
    private final int[] loaded;

    private LiveStage(DrillScope scope, Switching switching, double stayHours) {
        this.scope = scope;
        this.switching = switching;
        stay = Ticks.ofHours(stayHours);
        there = ModelCompiler.compile(switching.there(), switching.thereScenario());
        back = ModelCompiler.compile(switching.back(), switching.backScenario());
        peopleThere = new People(there, id -> true);
        peopleBack = new People(back, id -> true);
        switched = numbers(switching.switched()::contains);
        Set<Id> seen = new LinkedHashSet<>(scope.visibleOn(switching.switched()));
        visible = numbers(seen::contains);
        timed = numbers(
                id -> scope.elements().contains(id) && scope.objectives(id).rtoHours() != null);
        loaded = IntStream.of(visible)
                .filter(e -> there.elements().demandUnit(e) >= 0)
                .toArray();
    }

    private int[] numbers(java.util.function.Predicate<Id> wanted) {
        return IntStream.range(0, there.elements().size())
                .filter(e -> wanted.test(there.elements().id(e)))
                .toArray();
    }

    static StageOutcome of(DrillScope scope, DrillRequest request) {
        return Switching.find(scope, request.demand())
                .<StageOutcome>map(found -> new StageOutcome.Ready(new LiveStage(scope, found, request.stayHours())))
                .orElseGet(() -> StageOutcome.not(Finding.Kind.DRILL_NO_FAILOVER, scope));
    }

    @Override
    public Tally tally() {
        return new Tally(FIRST_COUNT + timed.length + loaded.length, FIRST_MEASURE + loaded.length);
    }

    @Override
    public Play play() {
        return new Playing();
    }

    /** One thread's two kernels. */
    private final class Playing implements Play {

        private final TrialProbe probeThere = new TrialProbe(there);
        private final TrialProbe probeBack = new TrialProbe(back);

        @Override
        public void run(KeyedDraws draws, Tally tally) {
            TrialOutcome out = probeThere.run(draws);
            TrialOutcome home = probeBack.run(draws);
            boolean rollback = false;
            for (int e : switched) {
                rollback |= !isDone(out, e);
            }
            long switchingTicks = end(out);
            long backTicks = end(home);
            tally.count(ROLLBACK, rollback);
            long away = switchingTicks + (rollback ? 0 : stay);
            boolean passed = countTimes(out, home, away, tally) && !rollback;
            passed &= countHeadroom(out, tally);
            tally.count(PASSED, passed);
            tally.add(SWITCHING, switchingTicks);
            tally.add(BACK, backTicks);
            tally.add(DURATION, away + backTicks);
            tally.add(PEOPLE, peopleThere.ticks(out, Ticks.NEVER) + peopleBack.ticks(home, Ticks.NEVER));
            countHarm(draws, out, home, away, tally);
            tally.trialDone();
        }

        private boolean isDone(TrialOutcome out, int e) {
            for (int m = there.methods().from(e); m < there.methods().to(e); m++) {
                if (out.doneTicks(m) != TrialOutcome.NOT_IN_TRIAL) {
                    return true;
                }
            }
            return false;
        }

        /** When the last work has ended and all that comes back by it is back. */
        private long end(TrialOutcome outcome) {
            long end = People.lastEnd(outcome);
            for (int e : visible) {
                if (outcome.isTouched(e) && outcome.recoveryTicks(e) != Ticks.NEVER) {
                    end = Math.max(end, outcome.recoveryTicks(e));
                }
            }
            return end;
        }

        /** What is not back before the way back begins is down in one stretch. */
        private boolean countTimes(TrialOutcome out, TrialOutcome home, long away, Tally tally) {
            boolean all = true;
            for (int i = 0; i < timed.length; i++) {
                Double rto = scope.objectives(there.elements().id(timed[i])).rtoHours();
                long first = length(out, there, timed[i], away);
                long second = length(home, back, timed[i], Ticks.NEVER);
                boolean stretch = out.isTouched(timed[i]) && out.recoveryTicks(timed[i]) == Ticks.NEVER;
                long longest = stretch ? first + second : Math.max(first, second);
                boolean within = rto != null && longest <= Ticks.ofHours(rto);
                tally.count(FIRST_COUNT + i, within);
                all &= within;
            }
            return all;
        }

        private boolean countHeadroom(TrialOutcome out, Tally tally) {
            boolean all = true;
            for (int i = 0; i < loaded.length; i++) {
                int e = loaded[i];
                double room = out.isTouched(e) ? out.headroom(e) : probeThere.normalHeadroom(e);
                boolean enough = Double.isNaN(room) || room >= 0;
                tally.count(FIRST_COUNT + timed.length + i, enough);
                if (!Double.isNaN(room)) {
                    tally.add(FIRST_MEASURE + i, StrictMath.round(room * HEADROOM_SCALE));
                }
                all &= enough;
            }
            return all;
        }

        private void countHarm(KeyedDraws draws, TrialOutcome out, TrialOutcome home, long away, Tally tally) {
            long longest = 0;
            boolean any = false;
            for (int e : visible) {
                long length = length(out, there, e, away) + length(home, back, e, Ticks.NEVER);
                any |= isDisrupted(out, e) || isDisrupted(home, e);
                longest = Math.max(longest, length);
            }
            tally.count(HARM, any);
            if (any) {
                tally.add(HARM_LENGTH, longest);
            }
            if (!scope.announced()) {
                tally.add(there.response().isOffHours(draws) ? HARM_OFF : HARM_IN_OFFICE, longest);
            }
        }
    }

    private static boolean isDisrupted(TrialOutcome outcome, int e) {
        return outcome.isTouched(e) && outcome.disrupted(e);
    }

    /** How long an element is disrupted; one that is not back by the end, until then. */
    private static long length(TrialOutcome outcome, CompiledModel model, int e, long end) {
        if (!isDisrupted(outcome, e)) {
            return 0;
        }
        long length = outcome.recoveryTicks(e);
        if (length != Ticks.NEVER) {
            return length;
        }
        long stopped = model.horizonTicks() - outcome.interruptedTicks(e);
        return Math.max(0, Math.min(end, model.horizonTicks()) - stopped);
    }

    @Override
    public TypeOutcome.Estimated estimate(Tally tally) {
        List<Criterion> criteria = new ArrayList<>();
        Estimate rollback = tally.chance(ROLLBACK);
        criteria.add(new Criterion(
                Criterion.Kind.NO_ROLLBACK,
                null,
                null,
                new Estimate(1 - rollback.value(), 1 - rollback.high(), 1 - rollback.low())));
        for (int i = 0; i < timed.length; i++) {
            Id id = there.elements().id(timed[i]);
            criteria.add(new Criterion(
                    Criterion.Kind.WITHIN_RTO, id, scope.objectives(id).rtoHours(), tally.chance(FIRST_COUNT + i)));
        }
        List<DrillDetail.Headroom> rooms = new ArrayList<>();
        for (int i = 0; i < loaded.length; i++) {
            Estimate enough = tally.chance(FIRST_COUNT + timed.length + i);
            Demand demand = there.elements().get(loaded[i]).demand();
            if (demand != null && tally.measure(FIRST_MEASURE + i).total() > 0) {
                Id id = there.elements().id(loaded[i]);
                criteria.add(new Criterion(Criterion.Kind.ENOUGH_HEADROOM, id, null, enough));
                rooms.add(new DrillDetail.Headroom(
                        id,
                        demand.unit(),
                        tally.measure(FIRST_MEASURE + i).quantile(0.05, HEADROOM_SCALE),
                        tally.measure(FIRST_MEASURE + i).quantile(0.5, HEADROOM_SCALE),
                        new Estimate(1 - enough.value(), 1 - enough.high(), 1 - enough.low())));
            }
        }
        return new TypeOutcome.Estimated(
                Drill.Type.LIVE_FAILOVER,
                tally.hours(DURATION),
                tally.chance(PASSED),
                criteria,
                tally.hours(PEOPLE),
                new ProductionRisk(
                        ProductionRisk.Why.SIMULATED,
                        tally.chance(HARM),
                        tally.measure(HARM_LENGTH).total() == 0 ? null : tally.hours(HARM_LENGTH)),
                new DrillDetail.Switch(
                        ids(switched),
                        ids(visible),
                        rollback,
                        tally.hours(SWITCHING),
                        tally.hours(BACK),
                        Ticks.toHours((double) stay),
                        rooms,
                        window(tally)),
                List.of(),
                Teaching.nothing(Teaching.Status.NOT_ASKED));
    }

    private List<Id> ids(int[] numbers) {
        return IntStream.of(numbers).mapToObj(e -> there.elements().id(e)).toList();
    }

    /** Only mobilisation tells hours of the day apart, and only where it is part of the drill. */
    private static DrillDetail.Window window(Tally tally) {
        Spread office = optional(tally, HARM_IN_OFFICE);
        Spread off = optional(tally, HARM_OFF);
        if (office == null || off == null || office.mean() == null || off.mean() == null) {
            return new DrillDetail.Window(null, office, off);
        }
        Estimate day = office.mean();
        Estimate night = off.mean();
        DrillDetail.Window.Best best = null;
        if (day.high() < night.low()) {
            best = DrillDetail.Window.Best.OFFICE;
        } else if (night.high() < day.low()) {
            best = DrillDetail.Window.Best.OFF;
        }
        return new DrillDetail.Window(best, office, off);
    }

    private static @Nullable Spread optional(Tally tally, int measure) {
        return tally.measure(measure).total() == 0 ? null : tally.hours(measure);
    }

    /** The failovers, restarts of what runs on them; when unannounced, how long it takes to notice and to come. */
    @Override
    public boolean exercises(InputRef input) {
        return switch (input.quantity()) {
            case DURATION, SUCCESS, LAG, USABLE ->
                switching.switched().contains(input.owner())
                        && scope.get(input.owner()).methods().stream()
                                .anyMatch(each -> input.isOf(each) && shows(input, each));
            case RESTART -> shows(input, null) && ids(visible).contains(input.owner());
            case DETECT,
                    MOBILISE,
                    MOBILISE_OFF_HOURS,
                    DECLARE,
                    LASTS,
                    HOLDS_FOR,
                    HAZARD_LASTS,
                    DWELL,
                    REACH,
                    ANSWERS,
                    MTBF,
                    FREQUENCY -> shows(input, null);
        };
    }

    private boolean shows(InputRef input, @Nullable RecoveryMethod method) {
        return Shown.by(Drill.Type.LIVE_FAILOVER, scope.announced(), input.quantity(), method);
    }

    @Override
    public Question question() {
        return scope.findScenario()
                .map(each -> new Question(scope.model(), each.id(), scope.subject()))
                .orElseGet(() -> new Question(
                        switching.withRollback(), switching.thereScenario().id(), scope.subject()));
    }
}
