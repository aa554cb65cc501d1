package io.holdfast.simulator.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at every calendar of a tiny problem. */
final class BruteForce {

    private final CalendarProblem problem;
    private final List<List<DrillPlace>> choices = new ArrayList<>();
    private @Nullable Score best;

    private BruteForce(CalendarProblem problem) {
        this.problem = problem;
        for (Candidate drill : problem.drills()) {
            for (int number = 1; number <= drill.times(); number++) {
                int own = number;
                boolean pinned =
                        problem.pins().stream().anyMatch(pin -> pin.drill().equals(drill.id()) && pin.number() == own);
                if (!pinned) {
                    choices.add(choices(drill, number));
                }
            }
        }
    }

    private List<DrillPlace> choices(Candidate drill, int number) {
        List<DrillPlace> all = new ArrayList<>();
        LocalDate from = drill.earliest();
        LocalDate to = drill.latest();
        if (from == null || to == null) {
            throw new IllegalArgumentException("a tiny problem has bounds");
        }
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            for (LocalTime start : drill.window().equals("night")
                    ? List.of(LocalTime.of(2, 0))
                    : List.of(LocalTime.of(9, 0), LocalTime.of(14, 0))) {
                DrillPlace place = new DrillPlace(drill.id(), number, date, start);
                if (CalendarRules.broken(problem, with(problem.pins(), place)).stream()
                        .noneMatch(text ->
                                text.startsWith(place.toString()) && !text.contains("without what must come"))) {
                    all.add(place);
                }
            }
        }
        return all;
    }

    /** The best score that any calendar has. */
    static Score best(CalendarProblem problem) {
        BruteForce force = new BruteForce(problem);
        force.look(0, problem.pins());
        if (force.best == null) {
            throw new AssertionError("not even the pins alone are a calendar");
        }
        return force.best;
    }

    /** How many calendars there are to look at. */
    static double count(CalendarProblem problem) {
        double count = 1;
        for (List<DrillPlace> each : new BruteForce(problem).choices) {
            count *= each.size() + 1;
        }
        return count;
    }

    private void look(int next, List<DrillPlace> places) {
        if (next == choices.size()) {
            Score score = CalendarRules.score(problem, places);
            if ((best == null || score.compareTo(best) < 0)
                    && CalendarRules.broken(problem, places).isEmpty()) {
                best = score;
            }
            return;
        }
        look(next + 1, places);
        for (DrillPlace place : choices.get(next)) {
            look(next + 1, with(places, place));
        }
    }

    private static List<DrillPlace> with(List<DrillPlace> places, DrillPlace place) {
        List<DrillPlace> more = new ArrayList<>(places);
        more.add(place);
        return more;
    }
}
