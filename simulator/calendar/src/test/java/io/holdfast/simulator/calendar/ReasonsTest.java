package io.holdfast.simulator.calendar;

import static io.holdfast.simulator.calendar.Rule.Kind.DAY_OFF;
import static io.holdfast.simulator.calendar.Rule.Kind.EXCLUSIVE;
import static io.holdfast.simulator.calendar.Rule.Kind.FREEZE;
import static io.holdfast.simulator.calendar.Rule.Kind.NOTHING_TO_LEARN;
import static io.holdfast.simulator.calendar.Rule.Kind.NOT_COVERED;
import static io.holdfast.simulator.calendar.Rule.Kind.PEOPLE_HOURS;
import static io.holdfast.simulator.calendar.Rule.Kind.PIN;
import static io.holdfast.simulator.calendar.Rule.Kind.PRODUCTION_RISK;
import static io.holdfast.simulator.calendar.Rule.Kind.TEAM_LOAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Why a drill lies where it lies, and why it is left out. The week from Monday, 2 March 2026, has no holiday. */
@Tag("row:D1")
class ReasonsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);

    private static CandidateBuilder drill(String id) {
        return Candidate.named(id, "day").between(MONDAY, FRIDAY).worth(8, 1, 1);
    }

    private static CalendarProblemBuilder problem(CandidateBuilder... drills) {
        return CalendarProblem.of(YearDays.of(2026, Set.of(), Set.of(), Set.of()))
                .windows(RandomProblems.windows())
                .drills(Stream.of(drills).map(CandidateBuilder::build).toList());
    }

    private static CalendarPlan solve(CalendarProblemBuilder problem) {
        CalendarProblem built = problem.build();
        CalendarPlan plan = CalendarSolver.solve(built, SolveOptions.STANDARD);
        assertThat(CalendarRules.broken(built, plan.places())).isEmpty();
        return plan;
    }

    private static Omission omission(CalendarPlan plan) {
        assertThat(plan.omissions()).hasSize(1);
        return plan.omissions().getFirst();
    }

    private static Rule rule(Rule.Kind kind, String name) {
        return new Rule(kind, name);
    }

    @Test
    void namesTheBudgetThatIsUsedUpAndKeepsTheDrillThatTeachesMore() {
        CalendarPlan hours =
                solve(problem(drill("a"), drill("b").worth(8, 1, 2)).budget(new Budget(10.0, null)));
        assertThat(hours.places()).extracting(DrillPlace::drill).containsExactly("b");
        assertThat(omission(hours).reliefs())
                .containsExactly(new Omission.Relief(List.of(rule(PEOPLE_HOURS, "2026")), true));
        CalendarPlan risk = solve(problem(drill("a"), drill("b")).budget(new Budget(null, 1.0)));
        assertThat(omission(risk).reliefs())
                .containsExactly(new Omission.Relief(List.of(rule(PRODUCTION_RISK, "2026")), true));
    }

    @Test
    void saysThatADrillTeachesNothing() {
        CalendarPlan plan = solve(problem(drill("a").worth(1, 0, 0)));
        assertThat(omission(plan).reliefs())
                .containsExactly(new Omission.Relief(List.of(rule(NOTHING_TO_LEARN, "a")), true));
    }

    @Test
    void namesEveryRuleOfAConflictOfWhatIsMandatory() {
        CandidateBuilder must = drill("must").mandatory(1).teams(List.of("net"));
        CalendarPlan plan = solve(problem(must)
                .freezes(List.of(
                        new Freeze("audit", MONDAY, MONDAY.plusDays(2), new Freeze.Scope.Everybody()),
                        new Freeze("upgrade", MONDAY.plusDays(2), FRIDAY, new Freeze.Scope.OfTeam("net")))));
        Omission omission = omission(plan);
        assertThat(omission.mandatory()).isTrue();
        assertThat(omission.conflict())
                .containsExactlyInAnyOrder(
                        rule(FREEZE, "audit"),
                        rule(FREEZE, "upgrade"),
                        rule(Rule.Kind.EARLIEST, "must"),
                        rule(Rule.Kind.LATEST, "must"));
        assertThat(omission.reliefs())
                .contains(new Omission.Relief(List.of(rule(FREEZE, "audit")), true))
                .contains(new Omission.Relief(List.of(rule(FREEZE, "upgrade")), true));
        assertThat(plan.level(Level.Aim.MISSING)).isEqualTo(new Level(Level.Aim.MISSING, 8, 8));
    }

    /** On Monday alone net may do anything, for two reasons; it has a drill there, and another drill has the laboratory. */
    @Test
    void saysWhenOthersWouldHaveToMove() {
        LocalDate end = LocalDate.of(2026, 12, 31);
        Freeze.Scope net = new Freeze.Scope.OfTeam("net");
        CalendarPlan plan = solve(problem(
                        drill("a").mandatory(1).between(null, null).teams(List.of("net")),
                        drill("b").mandatory(1).exclusive(List.of("lab")).preferred(List.of(MONDAY)),
                        drill("c").between(MONDAY, null).teams(List.of("net")).exclusive(List.of("lab")))
                .limits(List.of(new LoadLimit("net", 1, null, null)))
                .windows(List.of(new StartWindow("day", List.of(LocalTime.of(9, 0)), 12 * 60, false)))
                .freezes(List.of(
                        new Freeze("before", LocalDate.of(2026, 1, 1), MONDAY.minusDays(1), net),
                        new Freeze("audit", MONDAY.plusDays(1), end, net),
                        new Freeze("upgrade", MONDAY.plusDays(1), end, net))));
        assertThat(omission(plan).drill()).isEqualTo("c");
        assertThat(omission(plan).reliefs())
                .contains(new Omission.Relief(List.of(rule(TEAM_LOAD, "net")), false))
                .doesNotContain(new Omission.Relief(List.of(rule(EXCLUSIVE, "lab")), false));
        Omission.Relief last = omission(plan).reliefs().getLast();
        assertThat(last.othersStay()).isTrue();
        assertThat(last.rules()).hasSize(2);
    }

    @Test
    void namesThePinThatWouldHaveToGo() {
        CalendarPlan plan = solve(problem(
                        drill("pinned").teams(List.of("net")),
                        drill("late").mandatory(1).between(FRIDAY, FRIDAY).teams(List.of("net")))
                .limits(List.of(new LoadLimit("net", 1, null, null)))
                .pins(List.of(new DrillPlace("pinned", 1, FRIDAY, LocalTime.of(9, 0)))));
        assertThat(omission(plan).drill()).isEqualTo("late");
        assertThat(omission(plan).conflict())
                .contains(rule(TEAM_LOAD, "net"), rule(PIN, "pinned"))
                .doesNotContain(rule(DAY_OFF, "WEEKEND"));
    }

    @Test
    void reportsAPinAgainstTheRulesAndLeavesIt() {
        DrillPlace sunday = new DrillPlace("a", 1, MONDAY.minusDays(1), LocalTime.of(3, 0));
        CalendarPlan plan = solve(problem(drill("a")).pins(List.of(sunday)));
        assertThat(plan.places()).containsExactly(sunday);
        assertThat(plan.pinConflicts()).hasSize(1);
        assertThat(plan.pinConflicts().getFirst().rules())
                .contains(rule(DAY_OFF, "WEEKEND"), rule(Rule.Kind.WINDOW, "day"));
    }

    @Test
    void saysWhatKeepsADrillFromItsBestDayAndWhatTheNextBestCosts() {
        CalendarPlan plan = solve(problem(drill("a").preferred(List.of(MONDAY.plusDays(2))))
                .freezes(List.of(
                        new Freeze("audit", MONDAY.plusDays(1), MONDAY.plusDays(2), new Freeze.Scope.Everybody()))));
        Placement placement = plan.placements().getFirst();
        assertThat(placement.place().date()).isEqualTo(MONDAY.plusDays(3));
        assertThat(placement.distanceDays()).isEqualTo(1);
        assertThat(placement.hindrances())
                .containsExactly(new Placement.Hindrance(rule(FREEZE, "audit"), 1, MONDAY.plusDays(2)));
        assertThat(placement.next()).isEqualTo(new Placement.Alternative(MONDAY, LocalTime.of(9, 0), 0, 1));
    }

    @Test
    @Tag("row:B18")
    void saysWhyARetestIsNotMet() {
        Duty covered = new Duty("late", Duty.Kind.RETEST, "web", 1, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1));
        Duty unknown = new Duty("none", Duty.Kind.RETEST, "mail", 1, LocalDate.of(2026, 1, 1), MONDAY);
        CalendarPlan plan = solve(problem(drill("a").subjects(List.of("web"))).duties(List.of(covered, unknown)));
        assertThat(plan.unmetDuties())
                .containsExactly(
                        new UnmetDuty("late", List.of("a"), List.of(rule(Rule.Kind.EARLIEST, "a"))),
                        new UnmetDuty("none", List.of(), List.of(rule(NOT_COVERED, "mail"))));
    }
}
