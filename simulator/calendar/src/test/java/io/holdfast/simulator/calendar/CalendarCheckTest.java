package io.holdfast.simulator.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A move is refused exactly where the independent checker finds a broken rule. */
@Tag("row:D1")
class CalendarCheckTest {

    private static final int PROBLEMS = Boolean.getBoolean("holdfast.long") ? 1_000 : 40;
    private static final int MOVES = 12;

    @Test
    void agreesWithTheIndependentCheckerAboutMoves() {
        int allowed = 0;
        int refused = 0;
        for (long seed = 0; seed < PROBLEMS; seed++) {
            CalendarProblem problem = new CalendarProblemBuilder(RandomProblems.problem(seed))
                    .pins(List.of())
                    .build();
            List<DrillPlace> places =
                    CalendarSolver.solve(problem, SolveOptions.STANDARD).places();
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < MOVES && !places.isEmpty(); i++) {
                DrillPlace from = places.get(random.nextInt(places.size()));
                LocalDate day = LocalDate.of(problem.days().year(), 1, 1).plusDays(random.nextInt(300));
                DrillPlace to = new DrillPlace(from.drill(), from.number(), day, from.start());
                List<DrillPlace> after = new ArrayList<>(places);
                after.set(places.indexOf(from), to);
                List<Rule> broken = CalendarCheck.broken(problem, places, to);
                boolean holds = broken.stream().allMatch(rule -> rule.kind() == Rule.Kind.DUTY);
                assertThat(holds)
                        .as("seed %d: %s to %s breaks %s", seed, from, to, broken)
                        .isEqualTo(CalendarRules.broken(problem, after).isEmpty());
                allowed += holds ? 1 : 0;
                refused += holds ? 0 : 1;
            }
        }
        assertThat(allowed).isPositive();
        assertThat(refused).isPositive();
    }

    @Test
    void whereADrillLiesItBreaksNothing() {
        CalendarProblem problem = new CalendarProblemBuilder(RandomProblems.problem(3))
                .pins(List.of())
                .build();
        List<DrillPlace> places =
                CalendarSolver.solve(problem, SolveOptions.STANDARD).places();
        assertThat(places)
                .isNotEmpty()
                .allSatisfy(place ->
                        assertThat(CalendarCheck.broken(problem, places, place)).isEmpty());
    }

    @Test
    void namesADrillThatThereIsNot() {
        CalendarProblem problem = RandomProblems.problem(3);
        DrillPlace unknown =
                new DrillPlace("nobody", 1, LocalDate.of(problem.days().year(), 3, 2), java.time.LocalTime.NOON);
        assertThatThrownBy(() -> CalendarCheck.broken(problem, List.of(), unknown))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody#1");
    }
}
