package io.holdfast.simulator.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Every hard rule, checked by plain loops over drills and days; shares nothing with the solver but its input and output.
 * What is pinned may break rules, and nothing else may because of it.
 */
final class CalendarRules {

    private final CalendarProblem problem;
    private final List<DrillPlace> places;
    private final Map<String, Candidate> drills = new HashMap<>();
    private final List<String> broken = new ArrayList<>();

    private CalendarRules(CalendarProblem problem, List<DrillPlace> places) {
        this.problem = problem;
        this.places = places;
        problem.drills().forEach(drill -> drills.put(drill.id(), drill));
    }

    /** What these places break, in words; empty where they keep every rule. */
    static List<String> broken(CalendarProblem problem, List<DrillPlace> places) {
        CalendarRules rules = new CalendarRules(problem, places);
        rules.pinsStay();
        places.forEach(rules::checkAlone);
        for (DrillPlace a : places) {
            for (DrillPlace b : places) {
                if (!a.equals(b)) {
                    rules.checkPair(a, b);
                }
            }
        }
        problem.limits().forEach(rules::checkLoad);
        rules.checkOrder();
        rules.checkBudget(problem.budget().peopleHours(), "people-hours", true);
        rules.checkBudget(problem.budget().productionRisk(), "production risk", false);
        return rules.broken;
    }

    private Candidate drill(DrillPlace place) {
        return Objects.requireNonNull(drills.get(place.drill()), place.drill());
    }

    private boolean isPinned(DrillPlace place) {
        return problem.pins().contains(place);
    }

    private void pinsStay() {
        for (DrillPlace pin : problem.pins()) {
            if (!places.contains(pin)) {
                broken.add("pin " + pin + " was moved");
            }
        }
    }

    private YearDay day(LocalDate date) {
        for (YearDay day : problem.days().days()) {
            if (day.date().equals(date)) {
                return day;
            }
        }
        return problem.days().dayBefore();
    }

    /** The days of a drill: the first, then the next ones that are of a kind it may have, up to the end of the year. */
    List<LocalDate> datesOf(DrillPlace place) {
        Candidate drill = drill(place);
        List<LocalDate> dates = new ArrayList<>();
        for (LocalDate date = place.date();
                dates.size() < drill.workingDays()
                        && date.getYear() == problem.days().year();
                date = date.plusDays(1)) {
            if (dates.isEmpty() || drill.on().contains(day(date).kind())) {
                dates.add(date);
            }
        }
        return dates;
    }

    static LocalDate lastDate(CalendarProblem problem, DrillPlace place) {
        return new CalendarRules(problem, List.of()).datesOf(place).getLast();
    }

    private void checkAlone(DrillPlace place) {
        Candidate drill = drill(place);
        if (place.date().getYear() != problem.days().year() || place.number() < 1 || place.number() > drill.times()) {
            broken.add(place + " is none of the year's");
            return;
        }
        if (isPinned(place)) {
            return;
        }
        List<LocalDate> dates = datesOf(place);
        must(dates.size() == drill.workingDays(), place, "ends after the year");
        StartWindow window = problem.windows().stream()
                .filter(each -> each.id().equals(drill.window()))
                .findFirst()
                .orElseThrow();
        must(window.starts().contains(place.start()), place, "begins outside its window");
        int end = place.start().toSecondOfDay() / 60 + drill.minutes();
        must(end <= window.endMinute(), place, "ends outside its window");
        for (LocalDate date : dates) {
            must(drill.on().contains(day(date).kind()), place, "lies on " + day(date));
            YearDay before = day(date.minusDays(1));
            boolean worked = before.kind() == DayKind.WORKING || before.kind() == DayKind.MAKE_UP;
            must(!window.afterWorkedDay() || worked, place, "lies after " + before);
            for (Freeze freeze : problem.freezes()) {
                boolean in = !date.isBefore(freeze.from()) && !date.isAfter(freeze.to());
                boolean meant = freeze.scope() instanceof Freeze.Scope.Everybody
                        || (freeze.scope() instanceof Freeze.Scope.OfSite site
                                && drill.sites().contains(site.site()))
                        || (freeze.scope() instanceof Freeze.Scope.OfTeam team
                                && drill.teams().contains(team.team()));
                must(!in || !meant, place, "lies in " + freeze);
            }
        }
        LocalDate earliest = drill.earliest();
        LocalDate latest = drill.latest();
        LocalDate held = drill.last();
        must(earliest == null || !place.date().isBefore(earliest), place, "begins before " + earliest);
        must(latest == null || !dates.getLast().isAfter(latest), place, "ends after " + latest);
        must(
                held == null || ChronoUnit.DAYS.between(held, place.date()) >= drill.spacingDays(),
                place,
                "follows too soon on " + held);
    }

    private void must(boolean holds, DrillPlace place, String what) {
        if (!holds) {
            broken.add(place + " " + what);
        }
    }

    private void checkPair(DrillPlace a, DrillPlace b) {
        must(!a.key().equals(b.key()), a, "is there twice");
        if (isPinned(a) && isPinned(b)) {
            return;
        }
        Candidate first = drill(a);
        Candidate second = drill(b);
        LocalTime startA = a.start();
        LocalTime startB = b.start();
        boolean sameHours = startA.isBefore(LocalTime.MAX)
                && minute(startA) < minute(startB) + second.minutes()
                && minute(startB) < minute(startA) + first.minutes();
        boolean sameDay = datesOf(a).stream().anyMatch(datesOf(b)::contains);
        for (String key : first.exclusive()) {
            must(!(second.exclusive().contains(key) && sameDay && sameHours), a, "uses " + key + " with " + b);
        }
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private void checkLoad(LoadLimit limit) {
        for (YearDay day : problem.days().days()) {
            LocalDate date = day.date();
            LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            LocalDate month = date.withDayOfMonth(1);
            checkLoad(limit, limit.perDay(), date, date);
            if (date.equals(monday) || date.getDayOfYear() == 1) {
                checkLoad(limit, limit.perWeek(), monday, monday.plusDays(6));
            }
            if (date.equals(month)) {
                checkLoad(limit, limit.perMonth(), month, month.plusMonths(1).minusDays(1));
            }
        }
    }

    private void checkLoad(LoadLimit limit, @Nullable Integer most, LocalDate from, LocalDate to) {
        if (most == null) {
            return;
        }
        int load = 0;
        boolean onlyPins = true;
        for (DrillPlace place : places) {
            if (limit.team() == null || drill(place).teams().contains(limit.team())) {
                for (LocalDate date : datesOf(place)) {
                    if (!date.isBefore(from) && !date.isAfter(to)) {
                        load++;
                        onlyPins &= isPinned(place);
                    }
                }
            }
        }
        if (load > most && !onlyPins) {
            broken.add(limit + " has " + load + " from " + from + " to " + to);
        }
    }

    private @Nullable DrillPlace find(String drill, int number) {
        return places.stream()
                .filter(place -> place.drill().equals(drill) && place.number() == number)
                .findFirst()
                .orElse(null);
    }

    private void checkOrder() {
        for (Candidate drill : problem.drills()) {
            for (int number = 2; number <= drill.times(); number++) {
                checkOrder(find(drill.id(), number - 1), find(drill.id(), number), drill.spacingDays());
            }
        }
        for (Precedence each : problem.precedences()) {
            checkOrder(find(each.before(), 1), find(each.after(), 1), each.gapDays());
        }
    }

    private void checkOrder(@Nullable DrillPlace before, @Nullable DrillPlace after, int gap) {
        if (after == null) {
            return;
        }
        if (before == null) {
            must(isPinned(after), after, "takes place without what must come before it");
        } else if (!(isPinned(before) && isPinned(after))) {
            long days = ChronoUnit.DAYS.between(datesOf(before).getLast(), after.date());
            must(days >= gap, after, "follows after " + days + " days on " + before);
        }
    }

    private void checkBudget(@Nullable Double most, String what, boolean hours) {
        double all = 0;
        double free = 0;
        for (DrillPlace place : places) {
            double used = hours ? drill(place).peopleHours() : drill(place).productionRisk();
            all += used;
            free += isPinned(place) ? 0 : used;
        }
        if (most != null && all > most + 1e-6 && free > 0) {
            broken.add("the drills take " + all + " of " + most + " " + what);
        }
    }

    /** How good places are, by the meaning of the words. */
    static Score score(CalendarProblem problem, List<DrillPlace> places) {
        CalendarRules rules = new CalendarRules(problem, places);
        long missing = 0;
        double learning = 0;
        long moves = 0;
        long distance = 0;
        for (Candidate drill : problem.drills()) {
            for (int number = 1; number <= drill.times(); number++) {
                DrillPlace place = rules.find(drill.id(), number);
                if (place == null) {
                    missing += drill.mandatory() ? weight(drill.tier()) : 0;
                } else {
                    learning += drill.learning();
                    if (!drill.preferred().isEmpty()) {
                        LocalDate best = drill.preferred().get(number - 1);
                        distance += Math.abs(ChronoUnit.DAYS.between(best, place.date()));
                    }
                }
                for (DrillPlace old : problem.previous()) {
                    moves += old.drill().equals(drill.id()) && old.number() == number && !old.equals(place) ? 1 : 0;
                }
            }
        }
        for (Duty duty : problem.duties()) {
            missing += isMet(problem, places, duty) ? 0 : weight(duty.tier());
        }
        Map<LocalDate, Integer> weeks = new HashMap<>();
        places.forEach(place ->
                weeks.merge(place.date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), 1, Integer::sum));
        for (int load : weeks.values()) {
            distance += (long) (load - 1) * problem.weekCrowdingDays();
        }
        return new Score(missing, Math.round(learning * 1000), moves, distance);
    }

    static boolean isMet(CalendarProblem problem, List<DrillPlace> places, Duty duty) {
        CalendarRules rules = new CalendarRules(problem, places);
        return places.stream()
                .anyMatch(place -> rules.drill(place).subjects().contains(duty.subject())
                        && !place.date().isBefore(duty.from())
                        && !rules.datesOf(place).getLast().isAfter(duty.by()));
    }

    private static long weight(int tier) {
        return switch (tier) {
            case 1 -> 8;
            case 2 -> 4;
            case 3 -> 2;
            default -> 1;
        };
    }
}
