package io.holdfast.simulator.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalendarSolverTest {

    @Test
    void endsWithWhatItHasWhenCancelled() {
        CalendarPlan plan = CalendarSolver.solve(TaiwaneseYear.problem(2025), SolveOptions.STANDARD, () -> true);
        assertThat(plan.status()).isEqualTo(CalendarPlan.Status.CANCELLED);
        assertThat(plan.reproducible()).isFalse();
        assertThat(plan.placements()).isNotEmpty();
        assertThat(CalendarRules.broken(TaiwaneseYear.problem(2025), plan.places()))
                .isEmpty();
    }

    @Test
    void saysThatTheClockEndedIt() {
        SolveOptions hurried = new SolveOptions(1, 100, 0, Duration.ofMillis(1));
        CalendarPlan plan = CalendarSolver.solve(TaiwaneseYear.problem(2026), hurried);
        assertThat(plan.status()).isEqualTo(CalendarPlan.Status.FEASIBLE);
        assertThat(plan.reproducible()).isFalse();
        assertThat(CalendarRules.broken(TaiwaneseYear.problem(2026), plan.places()))
                .isEmpty();
        plan.levels()
                .forEach(level -> assertThat(
                                level.aim() == Level.Aim.LEARNING
                                        ? level.bound() >= level.value()
                                        : level.bound() <= level.value())
                        .isTrue());
    }

    @Test
    void namesThePlatformAndTheFileWhereTheNativeLibraryIsMissing() {
        assertThatThrownBy(() -> NativeSolver.require(() -> {
                    throw new UnsatisfiedLinkError("no jniortools");
                }))
                .isInstanceOf(SolverMissingException.class)
                .hasMessageContaining(System.getProperty("os.arch"))
                .hasMessageContaining("ortools-linux-x86-64");
    }

    @Test
    void keepsWeekendsAndMakeUpDaysInAMonthWithoutHolidayData() {
        LocalDate saturday = LocalDate.of(2027, 3, 6);
        LocalDate monday = LocalDate.of(2027, 3, 8);
        YearDays days = YearDays.of(2027, Set.of(monday), Set.of(saturday), Set.of(YearMonth.of(2027, 2)));
        assertThat(days.at(days.indexOf(saturday))).isEqualTo(new YearDay(saturday, DayKind.MAKE_UP, false));
        CalendarPlan plan = CalendarSolver.solve(
                CalendarProblem.of(days)
                        .windows(RandomProblems.windows())
                        .drills(List.of(Candidate.named("a", "day")
                                .mandatory(1)
                                .between(saturday, monday)
                                .build()))
                        .build(),
                SolveOptions.STANDARD);
        assertThat(plan.places()).containsExactly(new DrillPlace("a", 1, saturday, LocalTime.of(9, 0)));
    }

    @Test
    void refusesWhatNamesNothingOrIsThereTwice() {
        Candidate drill = Candidate.named("a", "day").build();
        CalendarProblemBuilder problem = CalendarProblem.of(YearDays.of(2026, Set.of(), Set.of(), Set.of()));
        assertThatThrownBy(() -> problem.drills(List.of(drill)).build()).hasMessageContaining("window 'day'");
        problem.windows(RandomProblems.windows());
        assertThatThrownBy(() -> problem.drills(List.of(drill, drill)).build())
                .hasMessageContaining("'a' is there twice");
        problem.drills(List.of(drill));
        assertThatThrownBy(() -> problem.precedences(List.of(new Precedence("a", "b", 1)))
                        .build())
                .hasMessageContaining("drill 'b'");
        problem.precedences(List.of());
        assertThatThrownBy(() -> problem.pins(
                                List.of(new DrillPlace("a", 2, LocalDate.of(2026, 1, 5), LocalTime.of(9, 0))))
                        .build())
                .hasMessageContaining("time 2 of drill 'a'");
        assertThatThrownBy(() -> Candidate.named("a", "day").tier(0).build())
                .hasMessageContaining("'tier' of 'a' is 0");
    }
}
