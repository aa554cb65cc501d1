package io.holdfast.service.drill.internal;

import io.holdfast.service.drill.HolidayCalendar;
import io.holdfast.service.drill.Reason;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Gives drills their days, one after the other: the day nearest to the drill's own place in the year that is allowed and
 * on which none of its teams is taken, with a preference for weeks in which they are free. The hardest drill of every
 * service comes first, so that none goes without. Cost: drills × days of the year × teams. Not for several threads.
 */
final class Placement {

    /** Days that a drill rather moves than be a team's second, third or later one in a week. */
    private static final int[] TEAM_WEEK_COST = {0, 4, 21, 63};

    /** The same for another drill of anybody in the week, and on the day. */
    private static final int WEEK_COST = 6;

    private static final int SAME_DAY_COST = 10;
    private static final String ANYBODY = "";

    private final int year;
    private final HolidayCalendar calendar;
    private final List<LocalDate> days;
    private final Map<LocalDate, Set<String>> taken = new HashMap<>();
    private final Map<String, Integer> weekLoad = new HashMap<>();
    private final Map<LocalDate, Integer> dayLoad = new HashMap<>();
    private final Map<String, LocalDate> desktops = new HashMap<>();
    private final Map<String, LocalDate> lives = new HashMap<>();

    Placement(int year, HolidayCalendar calendar) {
        this.year = year;
        this.calendar = calendar;
        days = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(calendar::allowsDrill)
                .toList();
    }

    /** What became of a drill: its day, or what was in the way. */
    sealed interface Outcome {
        /** It takes place on a day. */
        record Placed(WantedDrill drill, LocalDate date) implements Outcome {}

        /** It found no day. */
        record Failed(WantedDrill drill, Reason obstacle) implements Outcome {}
    }

    List<Outcome> place(List<WantedDrill> wanted) {
        Comparator<WantedDrill> order = Comparator.comparing((WantedDrill drill) -> drill.index() < drill.count() - 1)
                .thenComparingInt(WantedDrill::tier)
                .thenComparing(WantedDrill::service)
                .thenComparing(WantedDrill::index, Comparator.reverseOrder());
        return wanted.stream().sorted(order).map(this::place).toList();
    }

    private Outcome place(WantedDrill drill) {
        Predicate<LocalDate> allowed = rule(drill);
        return nearest(drill, allowed.and(day -> isInPart(drill, day)))
                .or(() -> nearest(drill, allowed))
                .<Outcome>map(day -> take(drill, day))
                .orElseGet(() -> new Outcome.Failed(drill, obstacle(drill, allowed)));
    }

    /** What the kind of the drill asks of its day: a live one lies in the night between two working days. */
    private Predicate<LocalDate> rule(WantedDrill drill) {
        LocalDate desktop = desktops.get(drill.service());
        LocalDate live = lives.get(drill.service());
        return day -> (!drill.isLive() || calendar.isWorkingDay(day.minusDays(1)))
                && (!drill.isLive() || isBefore(desktop, day))
                && (!drill.isDesktop() || isBefore(day, live));
    }

    private static boolean isBefore(@Nullable LocalDate earlier, @Nullable LocalDate later) {
        return earlier == null || later == null || earlier.isBefore(later);
    }

    /** The year is cut into as many parts as the service has drills, one drill a part, the easier ones earlier. */
    private static boolean isInPart(WantedDrill drill, LocalDate day) {
        return (day.getDayOfYear() - 1) * drill.count() / day.lengthOfYear() == drill.index();
    }

    private Optional<LocalDate> nearest(WantedDrill drill, Predicate<LocalDate> allowed) {
        double length = LocalDate.of(year, 1, 1).lengthOfYear();
        double own = 1 + (drill.index() + Phase.of(drill.service())) / drill.count() * length;
        LocalDate best = null;
        double least = Double.POSITIVE_INFINITY;
        for (LocalDate day : days) {
            double distance = Math.abs(day.getDayOfYear() - own);
            if (distance < least && allowed.test(day) && isFree(drill, day)) {
                double cost = distance + crowding(drill, day);
                if (cost < least) {
                    least = cost;
                    best = day;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean isFree(WantedDrill drill, LocalDate day) {
        Set<String> others = taken.getOrDefault(day, Set.of());
        return drill.parties().stream().noneMatch(others::contains);
    }

    private int crowding(WantedDrill drill, LocalDate day) {
        int load = drill.teams().stream()
                .mapToInt(team -> weekLoad.getOrDefault(weekOf(team, day), 0))
                .max()
                .orElse(0);
        return TEAM_WEEK_COST[Math.min(load, TEAM_WEEK_COST.length - 1)]
                + WEEK_COST * weekLoad.getOrDefault(weekOf(ANYBODY, day), 0)
                + SAME_DAY_COST * dayLoad.getOrDefault(day, 0);
    }

    private static String weekOf(String team, LocalDate day) {
        return day.minusDays(day.getDayOfWeek().getValue() - 1L) + " " + team;
    }

    private Outcome take(WantedDrill drill, LocalDate day) {
        taken.computeIfAbsent(day, date -> new HashSet<>()).addAll(drill.parties());
        drill.teams().forEach(team -> weekLoad.merge(weekOf(team, day), 1, Integer::sum));
        weekLoad.merge(weekOf(ANYBODY, day), 1, Integer::sum);
        dayLoad.merge(day, 1, Integer::sum);
        if (drill.isDesktop()) {
            desktops.merge(drill.service(), day, (a, b) -> a.isBefore(b) ? a : b);
        }
        if (drill.isLive()) {
            lives.put(drill.service(), day);
        }
        return new Outcome.Placed(drill, day);
    }

    private Reason obstacle(WantedDrill drill, Predicate<LocalDate> allowed) {
        List<LocalDate> possible = days.stream().filter(allowed).toList();
        if (possible.isEmpty()) {
            return Reason.of("no-day");
        }
        Map<String, Integer> hindered = new TreeMap<>();
        possible.forEach(day -> drill.teams().stream()
                .filter(taken.getOrDefault(day, Set.of())::contains)
                .forEach(team -> hindered.merge(team, 1, Integer::sum)));
        return hindered.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> Reason.of(
                        "teams-taken",
                        "team",
                        most.getKey(),
                        "taken",
                        String.valueOf(most.getValue()),
                        "days",
                        String.valueOf(possible.size())))
                .orElseGet(() -> Reason.of("no-day"));
    }

    /** The flag of a day in a month that no imported calendar covers. */
    List<Reason> flags(LocalDate date) {
        List<Reason> flags = new ArrayList<>();
        YearMonth month = YearMonth.from(date);
        if (!calendar.isCovered(month)) {
            flags.add(Reason.of("month-not-covered", "month", month.toString()));
        }
        return flags;
    }
}
