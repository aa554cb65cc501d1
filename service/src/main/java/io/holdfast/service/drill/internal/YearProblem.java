package io.holdfast.service.drill.internal;

import io.holdfast.service.drill.CalendarDay;
import io.holdfast.service.drill.HolidayCalendar;
import io.holdfast.service.drill.ScheduledDrill;
import io.holdfast.simulator.calendar.CalendarProblem;
import io.holdfast.simulator.calendar.Candidate;
import io.holdfast.simulator.calendar.DrillPlace;
import io.holdfast.simulator.calendar.Freeze;
import io.holdfast.simulator.calendar.LoadLimit;
import io.holdfast.simulator.calendar.Precedence;
import io.holdfast.simulator.calendar.StartWindow;
import io.holdfast.simulator.calendar.YearDays;
import io.holdfast.simulator.model.Drill;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The drills of a year as the calendar's solver takes them: all mandatory, each around its own place in the year, no team
 * and no service twice a day, desktop before live, live in the night between two working days.
 */
final class YearProblem {

    /** Days that a drill rather moves than be one more in a week. */
    private static final int CROWDING_DAYS = 6;

    private static final LocalTime NIGHT_ENDS = LocalTime.of(5, 0);
    private static final LocalTime DAY_ENDS = LocalTime.of(17, 0);

    private YearProblem() {}

    static CalendarProblem of(
            int year, HolidayCalendar calendar, List<WantedDrill> wanted, List<ScheduledDrill> previous) {
        return CalendarProblem.of(days(year, calendar))
                .windows(windows(wanted))
                .drills(wanted.stream().map(drill -> candidate(year, drill)).toList())
                .freezes(dates(calendar, CalendarDay.Kind.BLACKOUT).stream()
                        .filter(date -> date.getYear() == year)
                        .map(date -> new Freeze(date.toString(), date, date, new Freeze.Scope.Everybody()))
                        .toList())
                .limits(parties(wanted).stream()
                        .map(party -> new LoadLimit(party, 1, null, null))
                        .toList())
                .precedences(precedences(wanted))
                .previous(previous.stream()
                        .map(drill -> new DrillPlace(drill.uid(), 1, drill.date(), drill.start()))
                        .toList())
                .weekCrowdingDays(CROWDING_DAYS)
                .build();
    }

    private static YearDays days(int year, HolidayCalendar calendar) {
        return YearDays.of(
                year,
                dates(calendar, CalendarDay.Kind.HOLIDAY),
                dates(calendar, CalendarDay.Kind.MAKE_UP_WORKDAY),
                calendar.covered());
    }

    private static Set<LocalDate> dates(HolidayCalendar calendar, CalendarDay.Kind kind) {
        return calendar.days().stream()
                .filter(day -> day.kind() == kind)
                .map(CalendarDay::date)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** One for each hour at which drills begin. */
    private static List<StartWindow> windows(List<WantedDrill> wanted) {
        return wanted.stream()
                .map(WantedDrill::start)
                .distinct()
                .map(start -> {
                    boolean night = start.isBefore(NIGHT_ENDS);
                    int end = (night ? NIGHT_ENDS : DAY_ENDS).toSecondOfDay() / 60;
                    return new StartWindow(start.toString(), List.of(start), end, night);
                })
                .toList();
    }

    private static Candidate candidate(int year, WantedDrill drill) {
        LocalDate first = LocalDate.of(year, 1, 1);
        double own = (drill.index() + Phase.of(drill.service())) / drill.count() * first.lengthOfYear();
        return Candidate.named(drill.uid(), drill.start().toString())
                .types(drill.types().toArray(Drill.Type[]::new))
                .tier(Math.max(1, drill.tier()))
                .mandatory(1)
                .lasts(1, drill.minutes())
                .teams(drill.parties())
                .preferred(List.of(first.plusDays((long) own)))
                .build();
    }

    private static Set<String> parties(List<WantedDrill> wanted) {
        Set<String> parties = new TreeSet<>();
        wanted.forEach(drill -> parties.addAll(drill.parties()));
        return parties;
    }

    private static List<Precedence> precedences(List<WantedDrill> wanted) {
        List<Precedence> precedences = new ArrayList<>();
        for (WantedDrill desktop : wanted) {
            for (WantedDrill live : wanted) {
                if (desktop.isDesktop()
                        && live.isLive()
                        && !desktop.isLive()
                        && desktop.service().equals(live.service())) {
                    precedences.add(new Precedence(desktop.uid(), live.uid(), 1));
                }
            }
        }
        return precedences;
    }
}
