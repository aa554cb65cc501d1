package io.holdfast.simulator.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random problems against the checker and the brute force; {@code -Dholdfast.long=true} takes ten thousand. */
@Tag("row:D1")
class CalendarSearchTest {

    private static final int PROBLEMS =
            Integer.getInteger("holdfast.calendars", Boolean.getBoolean("holdfast.long") ? 10_000 : 200);
    private static final int TINY = Boolean.getBoolean("holdfast.long") ? 1_000 : 120;
    private static final double MOST_CALENDARS = 5_000;

    @Test
    void neverBreaksAHardRuleAndAccountsForEveryDrill() {
        for (long seed = 0; seed < PROBLEMS; seed++) {
            CalendarProblem problem = RandomProblems.problem(seed);
            CalendarPlan plan = CalendarSolver.solve(problem, SolveOptions.STANDARD);
            check(seed, problem, plan);
            if (seed % 500 == 499) {
                System.out.println("calendars checked: " + (seed + 1) + " of " + PROBLEMS);
            }
        }
    }

    private static void check(long seed, CalendarProblem problem, CalendarPlan plan) {
        assertThat(CalendarRules.broken(problem, plan.places()))
                .as("seed %d", seed)
                .isEmpty();
        List<String> accounted = Stream.concat(
                        plan.places().stream().map(DrillPlace::key),
                        plan.omissions().stream().map(each -> each.drill() + "#" + each.number()))
                .toList();
        assertThat(accounted)
                .as("seed %d", seed)
                .doesNotHaveDuplicates()
                .hasSize(problem.drills().stream().mapToInt(Candidate::times).sum());
        assertThat(score(plan)).as("seed %d", seed).isEqualTo(CalendarRules.score(problem, plan.places()));
        assertThat(plan.unmetDuties().stream().map(UnmetDuty::duty).collect(Collectors.toSet()))
                .as("seed %d", seed)
                .isEqualTo(problem.duties().stream()
                        .filter(duty -> !CalendarRules.isMet(problem, plan.places(), duty))
                        .map(Duty::id)
                        .collect(Collectors.toSet()));
        plan.placements().forEach(each -> checkReasons(seed, problem, plan, each));
        plan.omissions()
                .forEach(each -> assertThat(
                                each.reliefs().isEmpty() && each.conflict().isEmpty())
                        .as("seed %d says why %s is left out", seed, each)
                        .isFalse());
    }

    private static Score score(CalendarPlan plan) {
        List<Long> values = plan.levels().stream()
                .map(level -> Math.round(level.value() * (level.aim() == Level.Aim.LEARNING ? 1000 : 1)))
                .toList();
        return new Score(values.get(0), values.get(1), values.get(2), values.get(3));
    }

    /** The next-best day keeps every rule while all else stays, costs what it says, and is not better than a proven plan. */
    private static void checkReasons(long seed, CalendarProblem problem, CalendarPlan plan, Placement each) {
        assertThat(each.lastDay()).isEqualTo(CalendarRules.lastDate(problem, each.place()));
        Placement.Alternative next = each.next();
        if (next == null || each.pinned()) {
            return;
        }
        DrillPlace moved = new DrillPlace(each.place().drill(), each.place().number(), next.date(), next.start());
        List<DrillPlace> places = plan.places().stream()
                .map(place -> place.equals(each.place()) ? moved : place)
                .toList();
        assertThat(CalendarRules.broken(problem, places))
                .as("seed %d: next of %s", seed, each)
                .isEmpty();
        Score before = CalendarRules.score(problem, plan.places());
        Score after = CalendarRules.score(problem, places);
        assertThat(after.missing()).as("seed %d: next of %s", seed, each).isLessThanOrEqualTo(before.missing());
        assertThat(after.moves() - before.moves())
                .as("seed %d: next of %s", seed, each)
                .isEqualTo(next.moves());
        assertThat(after.distance() - before.distance())
                .as("seed %d: next of %s", seed, each)
                .isEqualTo(next.days());
        if (plan.status() == CalendarPlan.Status.OPTIMAL) {
            assertThat(after).as("seed %d: next of %s", seed, each).isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void isAsGoodAsTheBestOfAllCalendars() {
        int looked = 0;
        for (long seed = 0; looked < TINY; seed++) {
            CalendarProblem problem = RandomProblems.tiny(seed);
            if (BruteForce.count(problem) <= MOST_CALENDARS) {
                looked++;
                CalendarPlan plan = CalendarSolver.solve(problem, SolveOptions.STANDARD);
                assertThat(plan.status()).as("seed %d", seed).isEqualTo(CalendarPlan.Status.OPTIMAL);
                assertThat(score(plan)).as("seed %d", seed).isEqualTo(BruteForce.best(problem));
            }
        }
    }

    @Test
    void givesTheSamePlanAgain() {
        for (long seed = 0; seed < 20; seed++) {
            CalendarProblem problem = RandomProblems.problem(seed);
            CalendarPlan plan = CalendarSolver.solve(problem, SolveOptions.STANDARD);
            assertThat(CalendarSolver.solve(problem, SolveOptions.STANDARD)).isEqualTo(plan);
            assertThat(plan.reproducible()).isTrue();
        }
    }
}
