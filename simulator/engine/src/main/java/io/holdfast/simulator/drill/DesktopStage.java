package io.holdfast.simulator.drill;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.ModelCompiler;
import io.holdfast.simulator.compile.ResponseTable;
import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.learning.InputRef;
import io.holdfast.simulator.learning.Shown;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Team;
import io.holdfast.simulator.result.Finding;
import io.holdfast.simulator.sampling.KeyedDraws;
import io.holdfast.simulator.sampling.Ticks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A desktop drill: the response chain alone. Every team is called, the team that answers for the drill decides, every team that
 * was reached makes its way. Announced, the chain begins with the calls and runs in office hours; unannounced, somebody has to
 * notice first, and the hour is the scenario's.
 */
final class DesktopStage implements Stage {

    private static final int PASSED = 0;
    private static final int ALL_ALERTED = 1;
    private static final int FIRST_COUNT = 2;
    private static final int DURATION = 0;
    private static final int PEOPLE = 1;
    private static final int DECIDED = 2;
    private static final int RESPONSE = 3;
    private static final int FIRST_MEASURE = 4;

    private final DrillScope scope;
    private final Scenario scenario;
    private final List<Team> teams;
    private final int[] teamNumber;
    private final CallTree tree;
    private final int[][] first;
    private final int leader;
    private final @Nullable Id leaderId;
    private final ResponseTable detecting;
    private final ResponseTable deciding;
    private final List<Slack.Limit> limits;
    private final int[][] waitedFor;
    private final List<Finding> gaps;

    private DesktopStage(DrillScope scope, Scenario scenario, Called called, DrillRequest request, RunMonitor monitor) {
        this.scope = scope;
        this.scenario = scenario;
        teams = called.teams();
        ContinuityModel model = scope.model();
        teamNumber =
                teams.stream().mapToInt(team -> model.teams().indexOf(team)).toArray();
        tree = new CallTree(model.contacts());
        first = teams.stream()
                .map(team -> tree.numbers(called.first(team.id())))
                .toArray(int[][]::new);
        leaderId = called.leader().orElse(null);
        leader = IntStream.range(0, teams.size())
                .filter(t -> teams.get(t).id().equals(leaderId))
                .findFirst()
                .orElse(-1);
        detecting = responseOf(model, scenario, true).response();
        deciding = responseOf(model, scenario, false).response();
        Slack slack = Slack.of(scope, scenario, request, monitor);
        limits = slack.limits();
        Map<Id, Set<DownState>> states = scope.statesIn(scenario);
        waitedFor = limits.stream()
                .map(limit -> called.waitedFor(limit.element(), states))
                .toArray(int[][]::new);
        gaps = new Gaps(scope, called, request.asOf()).list(slack);
    }

    /** Prepares the drill; the monitor hears that work goes on, and may cancel it. */
    static StageOutcome of(DrillScope scope, DrillRequest request, RunMonitor monitor) {
        Optional<Scenario> scenario = scope.findScenario();
        if (scenario.isEmpty()) {
            return StageOutcome.not(Finding.Kind.DRILL_NO_SCENARIO, scope);
        }
        Called called = new Called(scope, scope.statesIn(scenario.get()));
        return called.teams().isEmpty()
                ? StageOutcome.not(Finding.Kind.DRILL_NO_TEAM, scope)
                : new StageOutcome.Ready(new DesktopStage(scope, scenario.get(), called, request, monitor));
    }

    /** The teams alone, with the time to notice, or the time to decide. */
    private static CompiledModel responseOf(ContinuityModel model, Scenario s, boolean detect) {
        List<Hit> nothing = List.of(Hit.on("holdfast.nothing", DownState.DAMAGED));
        Scenario alone = Derived.scenario(
                s, nothing, detect ? s.detect() : null, detect ? null : s.declare(), null, 1, 1, s.when());
        return ModelCompiler.compile(Derived.model(model, model.teams(), List.of(), alone), alone);
    }

    @Override
    public Tally tally() {
        return new Tally(FIRST_COUNT + limits.size() + teams.size(), FIRST_MEASURE + 2 * teams.size());
    }

    @Override
    public Play play() {
        return new Playing();
    }

    /** One thread's calls. */
    private final class Playing implements Play {

        private final CallTree.Call call = tree.new Call();
        private final long[] alertedAt = new long[teams.size()];
        private final long[] readyAt = new long[teams.size()];
        private long callsEnded;

        @Override
        public void run(KeyedDraws draws, Tally tally) {
            boolean off = !scope.announced() && deciding.isOffHours(draws);
            callAll(scope.announced() ? 0 : detecting.decision(draws), draws);
            long beginning = leader >= 0 ? alertedAt[leader] : lastAlerted();
            long decided = beginning == Ticks.NEVER ? Ticks.NEVER : beginning + deciding.decision(draws);
            tally.add(DECIDED, decided);
            long response = 0;
            boolean all = true;
            for (int t = 0; t < alertedAt.length; t++) {
                boolean alerted = alertedAt[t] != Ticks.NEVER;
                readyAt[t] = alerted && decided != Ticks.NEVER
                        ? Math.max(decided, alertedAt[t]) + deciding.mobilise(teamNumber[t], off, draws)
                        : Ticks.NEVER;
                tally.count(FIRST_COUNT + limits.size() + t, alerted);
                tally.add(FIRST_MEASURE + 2 * t, alertedAt[t]);
                tally.add(FIRST_MEASURE + 2 * t + 1, readyAt[t]);
                all &= alerted;
                response = alerted ? Math.max(response, readyAt[t]) : response;
            }
            response = decided == Ticks.NEVER ? Ticks.NEVER : response;
            long end = response == Ticks.NEVER ? callsEnded : Math.max(callsEnded, response);
            tally.add(RESPONSE, response);
            tally.add(DURATION, end);
            tally.add(PEOPLE, people(end));
            tally.count(ALL_ALERTED, all);
            boolean passed = all;
            for (int i = 0; i < limits.size(); i++) {
                boolean quick =
                        responseOf(waitedFor[i], decided) <= limits.get(i).ticks();
                tally.count(FIRST_COUNT + i, quick);
                passed &= quick;
            }
            tally.count(PASSED, passed);
            tally.trialDone();
        }

        /** When the decision has fallen and these teams are at work; never where one of them is not reached. */
        private long responseOf(int[] waited, long decided) {
            long response = decided;
            for (int t : waited) {
                response = Math.max(response, readyAt[t]);
            }
            return response;
        }

        private void callAll(long moment, KeyedDraws draws) {
            Arrays.fill(alertedAt, Ticks.NEVER);
            callsEnded = moment;
            for (int t = 0; t < alertedAt.length; t++) {
                for (int contact : first[t]) {
                    call.from(contact, moment, draws);
                    alertedAt[t] = Math.min(alertedAt[t], call.reachedAt());
                    callsEnded = Math.max(callsEnded, call.endedAt());
                }
            }
        }

        /** When the last team that is reached is; never where none is. */
        private long lastAlerted() {
            long last = -1;
            for (long moment : alertedAt) {
                last = moment == Ticks.NEVER ? last : Math.max(last, moment);
            }
            return last < 0 ? Ticks.NEVER : last;
        }

        /** One person of every team that is reached takes part from then on. */
        private long people(long end) {
            long sum = 0;
            for (long moment : alertedAt) {
                sum += moment == Ticks.NEVER ? 0 : end - moment;
            }
            return sum;
        }
    }

    @Override
    public TypeOutcome.Estimated estimate(Tally tally) {
        List<Criterion> criteria = new ArrayList<>();
        criteria.add(new Criterion(Criterion.Kind.EVERY_TEAM_ALERTED, null, null, tally.chance(ALL_ALERTED)));
        for (int i = 0; i < limits.size(); i++) {
            Slack.Limit limit = limits.get(i);
            criteria.add(new Criterion(
                    Criterion.Kind.RESPONSE_LEAVES_TIME,
                    limit.element(),
                    Ticks.toHours((double) limit.ticks()),
                    tally.chance(FIRST_COUNT + i)));
        }
        List<DrillDetail.CalledTeam> details = new ArrayList<>();
        for (int t = 0; t < teams.size(); t++) {
            details.add(new DrillDetail.CalledTeam(
                    teams.get(t).id(),
                    tally.chance(FIRST_COUNT + limits.size() + t),
                    tally.hours(FIRST_MEASURE + 2 * t),
                    tally.hours(FIRST_MEASURE + 2 * t + 1)));
        }
        return new TypeOutcome.Estimated(
                Drill.Type.DESKTOP,
                tally.hours(DURATION),
                tally.chance(PASSED),
                criteria,
                tally.hours(PEOPLE),
                ProductionRisk.none(ProductionRisk.Why.ON_PAPER),
                new DrillDetail.CallTree(leaderId, tally.hours(DECIDED), tally.hours(RESPONSE), details),
                gaps,
                Teaching.nothing(Teaching.Status.NOT_ASKED));
    }

    /** The response: the decision and the teams' ways; when unannounced, also how long it takes to notice. */
    @Override
    public boolean exercises(InputRef input) {
        boolean shown = Shown.by(Drill.Type.DESKTOP, scope.announced(), input.quantity(), null);
        return switch (input.quantity()) {
            case MOBILISE, MOBILISE_OFF_HOURS -> shown && isCalled(input);
            case DECLARE,
                    DETECT,
                    REACH,
                    ANSWERS,
                    DURATION,
                    SUCCESS,
                    USABLE,
                    LAG,
                    RESTART,
                    LASTS,
                    HOLDS_FOR,
                    HAZARD_LASTS,
                    DWELL,
                    MTBF,
                    FREQUENCY -> shown;
        };
    }

    private boolean isCalled(InputRef input) {
        return teams.stream().anyMatch(team -> team.id().equals(input.owner()));
    }

    @Override
    public Question question() {
        return new Question(scope.model(), scenario.id(), scope.subject());
    }
}
