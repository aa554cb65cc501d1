package io.holdfast.simulator.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The checker itself sees each kind of broken rule. */
class CalendarRulesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalTime NINE = LocalTime.of(9, 0);

    private static CandidateBuilder drill(String id) {
        return Candidate.named(id, "day").worth(8, 1, 1);
    }

    private static DrillPlace at(String drill, LocalDate date) {
        return new DrillPlace(drill, 1, date, NINE);
    }

    private static List<String> broken(CalendarProblemBuilder problem, DrillPlace... places) {
        return CalendarRules.broken(problem.build(), List.of(places));
    }

    private static CalendarProblemBuilder problem(CandidateBuilder... drills) {
        List<Candidate> built = new ArrayList<>();
        for (CandidateBuilder drill : drills) {
            built.add(drill.build());
        }
        return CalendarProblem.of(YearDays.of(2026, Set.of(MONDAY.plusDays(2)), Set.of(), Set.of()))
                .windows(RandomProblems.windows())
                .drills(built);
    }

    @Test
    void seesDaysHoursAndBounds() {
        assertThat(broken(problem(drill("a")), at("a", MONDAY))).isEmpty();
        assertThat(broken(problem(drill("a")), at("a", MONDAY.minusDays(1)))).hasSize(1);
        assertThat(broken(problem(drill("a")), at("a", MONDAY.plusDays(2)))).hasSize(1);
        assertThat(broken(problem(drill("a").lasts(1, 600)), at("a", MONDAY))).hasSize(1);
        assertThat(broken(problem(drill("a")), new DrillPlace("a", 1, MONDAY, LocalTime.of(10, 0))))
                .hasSize(1);
        assertThat(broken(problem(drill("a").between(MONDAY.plusDays(1), null)), at("a", MONDAY)))
                .hasSize(1);
        assertThat(broken(problem(drill("a").lasts(2, 60).between(null, MONDAY)), at("a", MONDAY)))
                .hasSize(1);
        assertThat(broken(problem(drill("a").spacing(MONDAY.minusDays(3), 4)), at("a", MONDAY)))
                .hasSize(1);
        CandidateBuilder night = drill("a").window("night");
        assertThat(broken(problem(night), new DrillPlace("a", 1, MONDAY, LocalTime.of(2, 0))))
                .hasSize(1);
        assertThat(broken(
                        problem(drill("a").sites(List.of("s")))
                                .freezes(List.of(new Freeze("f", MONDAY, MONDAY, new Freeze.Scope.OfSite("s")))),
                        at("a", MONDAY)))
                .hasSize(1);
    }

    @Test
    void seesWhatDrillsTakeFromEachOther() {
        CandidateBuilder a = drill("a").teams(List.of("t")).exclusive(List.of("k"));
        CandidateBuilder b = drill("b").teams(List.of("t")).exclusive(List.of("k"));
        DrillPlace afternoon = new DrillPlace("b", 1, MONDAY, LocalTime.of(14, 0));
        assertThat(broken(problem(a, b), at("a", MONDAY), afternoon)).isEmpty();
        assertThat(broken(problem(a, b), at("a", MONDAY), at("b", MONDAY))).hasSize(2);
        assertThat(broken(problem(a, b).limits(List.of(new LoadLimit("t", 1, null, null))), at("a", MONDAY), afternoon))
                .hasSize(1);
        LocalDate next = MONDAY.plusDays(1);
        assertThat(broken(
                        problem(a, b).limits(List.of(new LoadLimit(null, null, 1, null))),
                        at("a", MONDAY),
                        at("b", next)))
                .hasSize(1);
        assertThat(broken(
                        problem(a, b).limits(List.of(new LoadLimit(null, null, null, 1))),
                        at("a", MONDAY),
                        at("b", next)))
                .hasSize(1);
        assertThat(broken(problem(a, b).budget(new Budget(15.0, null)), at("a", MONDAY), at("b", next)))
                .hasSize(1);
        assertThat(broken(problem(a, b).budget(new Budget(null, 1.5)), at("a", MONDAY), at("b", next)))
                .hasSize(1);
        CalendarProblemBuilder ordered = problem(a, b).precedences(List.of(new Precedence("a", "b", 2)));
        assertThat(broken(ordered, at("a", MONDAY), at("b", next))).hasSize(1);
        assertThat(broken(ordered, at("b", next))).hasSize(1);
        assertThat(broken(ordered.pins(List.of(at("b", next))))).hasSize(1);
    }
}
