package io.holdfast.simulator.calendar;

import static io.holdfast.simulator.model.Drill.Type.DESKTOP;
import static io.holdfast.simulator.model.Drill.Type.LIVE_FAILOVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A year of 40 mandatory drills and 12 more on the days of Taiwan's offices. */
@Tag("row:D1")
class TaiwaneseYearTest {

    private static final CalendarProblem PROBLEM = TaiwaneseYear.problem(2026);
    private static CalendarPlan plan;

    @BeforeAll
    static void solve() {
        plan = CalendarSolver.solve(PROBLEM, SolveOptions.STANDARD);
    }

    @Test
    void placesAllFortyWithAProvenBound() {
        assertThat(CalendarRules.broken(PROBLEM, plan.places())).isEmpty();
        assertThat(plan.placements())
                .filteredOn(each -> each.place().drill().startsWith("service"))
                .hasSize(40);
        assertThat(plan.level(Level.Aim.MISSING).value()).isZero();
        assertThat(plan.level(Level.Aim.MISSING).isProven()).isTrue();
        assertThat(plan.level(Level.Aim.LEARNING).isProven()).isTrue();
        Level distance = plan.level(Level.Aim.DISTANCE);
        assertThat(distance.bound()).isPositive().isLessThanOrEqualTo(distance.value());
        assertThat(plan.reproducible()).isTrue();
    }

    @Test
    @Tag("row:B18")
    @Tag("row:D12")
    void meetsRetestsInTimeAndDrillsTheDeviceThatNobodyDrilled() {
        assertThat(plan.unmetDuties()).isEmpty();
        assertThat(plan.placements())
                .filteredOn(each -> each.place().drill().startsWith("service-7"))
                .anyMatch(each -> !each.lastDay().isAfter(LocalDate.of(2026, 2, 10)));
        assertThat(plan.places()).extracting(DrillPlace::drill).contains("extra-4");
    }

    @Test
    void leavesWhatIsPinnedWhereItIs() {
        assertThat(plan.places())
                .contains(new DrillPlace(
                        TaiwaneseYear.id(2, LIVE_FAILOVER), 1, LocalDate.of(2026, 9, 16), LocalTime.of(2, 0)));
    }

    @Test
    void movesFewDrillsWhenADayIsTakenAway() {
        DrillPlace gone = plan.places().stream()
                .filter(each -> each.drill().equals(TaiwaneseYear.id(5, DESKTOP)))
                .findFirst()
                .orElseThrow();
        CalendarProblemBuilder changed = new CalendarProblemBuilder(PROBLEM).previous(plan.places());
        changed.freezes(List.of(
                PROBLEM.freezes().get(0),
                PROBLEM.freezes().get(1),
                PROBLEM.freezes().get(2),
                PROBLEM.freezes().get(3),
                new Freeze("visit", gone.date(), gone.date(), new Freeze.Scope.Everybody())));
        CalendarPlan again = CalendarSolver.solve(changed.build(), SolveOptions.STANDARD);
        Set<DrillPlace> stayed = new HashSet<>(plan.places());
        stayed.retainAll(again.places());
        long onTheDay = plan.places().stream()
                .filter(each -> !each.date().isAfter(gone.date())
                        && !CalendarRules.lastDate(PROBLEM, each).isBefore(gone.date()))
                .count();
        assertThat(plan.places().size() - stayed.size()).isEqualTo((int) onTheDay);
        assertThat(again.level(Level.Aim.MOVES).isProven()).isTrue();
    }
}
