package io.holdfast.simulator.calendar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A problem taken apart: every time of every drill, what must come before what, and the spots of each. Immutable. */
final class Agenda {

    private final CalendarProblem problem;
    private final List<Occurrence> occurrences;
    private final List<Relation> relations;
    private final Map<String, StartWindow> windows;
    private final List<List<Spot>> spots = new ArrayList<>();
    private final List<List<Spot>> allowed = new ArrayList<>();

    Agenda(CalendarProblem problem) {
        this.problem = problem;
        windows = problem.windows().stream().collect(Collectors.toMap(StartWindow::id, Function.identity()));
        Map<String, DrillPlace> pins = byKey(problem.pins());
        Map<String, DrillPlace> previous = byKey(problem.previous());
        List<Occurrence> all = new ArrayList<>();
        List<Relation> order = new ArrayList<>();
        Map<String, Integer> first = new HashMap<>();
        for (Candidate drill : problem.drills()) {
            first.put(drill.id(), all.size());
            for (int number = 1; number <= drill.times(); number++) {
                if (number > 1) {
                    order.add(new Relation(all.size() - 1, all.size(), drill.spacingDays(), true));
                }
                String key = drill.id() + "#" + number;
                all.add(new Occurrence(all.size(), drill, number, pins.get(key), previous.get(key)));
            }
        }
        for (Precedence each : problem.precedences()) {
            int before = first.getOrDefault(each.before(), 0);
            order.add(new Relation(before, first.getOrDefault(each.after(), 0), each.gapDays(), false));
        }
        occurrences = List.copyOf(all);
        relations = List.copyOf(order);
        for (Occurrence each : occurrences) {
            spots.add(each.number() == 1 ? allSpots(each) : spots.getLast());
            allowed.add(allowedSpots(each, spots.getLast()));
        }
    }

    private static Map<String, DrillPlace> byKey(List<DrillPlace> places) {
        return places.stream().collect(Collectors.toMap(DrillPlace::key, Function.identity()));
    }

    CalendarProblem problem() {
        return problem;
    }

    YearDays year() {
        return problem.days();
    }

    List<Occurrence> occurrences() {
        return occurrences;
    }

    List<Relation> relations() {
        return relations;
    }

    private StartWindow windowOf(Occurrence each) {
        StartWindow window = windows.get(each.drill().window());
        if (window == null) {
            throw new IllegalStateException("Window '" + each.drill().window() + "' was checked to be there");
        }
        return window;
    }

    /** Where a person has fixed it. A pin so late that it would not end within the year is cut to its days in the year. */
    Optional<Spot> findPin(Occurrence each) {
        DrillPlace pin = each.pin();
        if (pin == null) {
            return Optional.empty();
        }
        int day = year().indexOf(pin.date());
        Candidate drill = each.drill();
        for (int length = drill.workingDays(); length > 1; length--) {
            Candidate shorter =
                    new CandidateBuilder(drill).lasts(length, drill.minutes()).build();
            Optional<Spot> spot = Spot.find(year(), shorter, day, pin.start());
            if (spot.isPresent()) {
                return spot;
            }
        }
        return Spot.find(
                year(), new CandidateBuilder(drill).lasts(1, drill.minutes()).build(), day, pin.start());
    }

    /** Every spot of the year, allowed or not, day by day. */
    List<Spot> spots(Occurrence each) {
        return spots.get(each.index());
    }

    /** The spots that a drill may have by itself, without those that are never of use: another hour that keeps it from nobody. */
    List<Spot> allowed(Occurrence each) {
        return allowed.get(each.index());
    }

    private List<Spot> allowedSpots(Occurrence each, List<Spot> all) {
        boolean anyHour = occurrences.stream().anyMatch(other -> mayMeet(each, other));
        List<Spot> kept = new ArrayList<>();
        for (Spot spot : all) {
            boolean first = kept.isEmpty() || kept.getLast().first() != spot.first();
            boolean before = each.previous() != null && each.previous().start().equals(spot.start());
            if ((first || before || anyHour) && brokenAlone(each, spot).isEmpty()) {
                kept.add(spot);
            }
        }
        return List.copyOf(kept);
    }

    /** Whether two drills use the same thing and nothing else keeps them from lying on the same day. */
    private boolean mayMeet(Occurrence a, Occurrence b) {
        return a.index() != b.index()
                && !a.drill().id().equals(b.drill().id())
                && a.drill().exclusive().stream().anyMatch(b.drill().exclusive()::contains)
                && problem.limits().stream()
                        .noneMatch(limit -> Integer.valueOf(1).equals(limit.perDay())
                                && limit.counts(a.drill())
                                && limit.counts(b.drill()));
    }

    private List<Spot> allSpots(Occurrence each) {
        List<Spot> spots = new ArrayList<>();
        StartWindow window = windowOf(each);
        for (int day = 0; day < year().length(); day++) {
            for (var start : window.starts()) {
                Spot.find(year(), each.drill(), day, start).ifPresent(spots::add);
            }
        }
        return spots;
    }

    /** Which rules that bear on a drill alone a spot breaks; each once. */
    List<Rule> brokenAlone(Occurrence each, Spot spot) {
        Candidate drill = each.drill();
        StartWindow window = windowOf(each);
        List<Rule> broken = new ArrayList<>();
        for (int i = 0; i < spot.length(); i++) {
            int day = spot.day(i);
            DayKind kind = year().at(day).kind();
            if (!drill.on().contains(kind)) {
                add(broken, Rule.Kind.DAY_OFF, kind.name());
            }
            if (window.afterWorkedDay() && !year().kindBefore(day).isWorked()) {
                add(broken, Rule.Kind.DAY_BEFORE_OFF, window.id());
            }
            for (Freeze freeze : problem.freezes()) {
                if (freeze.forbids(drill, year().at(day).date())) {
                    add(broken, Rule.Kind.FREEZE, freeze.name());
                }
            }
        }
        if (spot.endMinute() > window.endMinute() || !window.starts().contains(spot.start())) {
            add(broken, Rule.Kind.WINDOW, window.id());
        }
        if (drill.earliest() != null && spot.first() < year().indexOf(drill.earliest())) {
            add(broken, Rule.Kind.EARLIEST, drill.id());
        }
        if (drill.latest() != null && spot.last() > year().indexOf(drill.latest())) {
            add(broken, Rule.Kind.LATEST, drill.id());
        }
        if (drill.last() != null && spot.first() - year().indexOf(drill.last()) < drill.spacingDays()) {
            add(broken, Rule.Kind.SPACING, drill.id());
        }
        return broken;
    }

    static void add(List<Rule> rules, Rule.Kind kind, String name) {
        Rule rule = new Rule(kind, name);
        if (!rules.contains(rule)) {
            rules.add(rule);
        }
    }

    /** Whether a drill at a spot meets a duty. */
    boolean meets(Occurrence each, Spot spot, Duty duty) {
        return each.drill().subjects().contains(duty.subject())
                && spot.first() >= year().indexOf(duty.from())
                && spot.last() <= year().indexOf(duty.by());
    }

    /** The week of a day, from Monday to Sunday, counted in the year. */
    int week(int day) {
        return (day + year().at(0).date().getDayOfWeek().getValue() - 1) / 7;
    }

    /** The month of a day, from 0. */
    int month(int day) {
        return year().at(day).date().getMonthValue() - 1;
    }

    /** What missing something of a tier weighs: twice as much a tier, down to the fourth. */
    static long weight(int tier) {
        return 1L << Math.max(0, 4 - tier);
    }
}
