package io.holdfast.simulator.calendar;

import java.util.List;
import java.util.Optional;

/**
 * Tells at once which rules a drill would break at a place that a person wants, without the solver: plain loops over the
 * rules, some milliseconds for a year.
 */
public final class CalendarCheck {

    private CalendarCheck() {}

    /**
     * The rules that a drill breaks at a place while everything else stays where it is: those of the day, and duties that are
     * met now and would not be. Empty where it may lie there. Pins and the earlier plan of the problem play no part.
     *
     * @param problem the year
     * @param places where the drills lie; those that the problem does not have are left out, and the place of the wanted drill
     *     itself is where it moves from
     * @param wanted where it would lie
     * @throws IllegalArgumentException where the problem has no such drill, or the drill would not end within the year
     */
    public static List<Rule> broken(CalendarProblem problem, List<DrillPlace> places, DrillPlace wanted) {
        Agenda agenda = new Agenda(new CalendarProblemBuilder(problem)
                .pins(List.of())
                .previous(List.of())
                .build());
        Ledger ledger = new Ledger(agenda);
        for (DrillPlace place : places) {
            find(agenda, place).ifPresent(each -> spot(agenda, each, place).ifPresent(spot -> ledger.put(each, spot)));
        }
        Occurrence moved = find(agenda, wanted)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no drill '" + wanted.key() + "' in the problem. Name one that there is."));
        Spot there = spot(agenda, moved, wanted)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Drill '" + wanted.key() + "' would not end within the year. Name an earlier day."));
        List<Duty> met = problem.duties().stream().filter(ledger::isMet).toList();
        if (ledger.find(moved.index()).isPresent()) {
            ledger.take(moved);
        }
        List<Rule> broken = ledger.broken(moved, there);
        ledger.put(moved, there);
        met.stream().filter(duty -> !ledger.isMet(duty)).forEach(duty -> Agenda.add(broken, Rule.Kind.DUTY, duty.id()));
        return List.copyOf(broken);
    }

    private static Optional<Occurrence> find(Agenda agenda, DrillPlace place) {
        return agenda.occurrences().stream()
                .filter(each -> each.key().equals(place.key()))
                .findFirst();
    }

    private static Optional<Spot> spot(Agenda agenda, Occurrence each, DrillPlace place) {
        int day = agenda.year().indexOf(place.date());
        return day < 0 || day >= agenda.year().length()
                ? Optional.empty()
                : Spot.find(agenda.year(), each.drill(), day, place.start());
    }
}
