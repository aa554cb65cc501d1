package io.holdfast.service.drill.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.service.drill.CalendarDay;
import io.holdfast.service.drill.DrillSchedule;
import io.holdfast.service.drill.HolidayCalendar;
import io.holdfast.service.drill.ScheduledDrill;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.ElementType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What every schedule must keep, checked without the planner's own code. */
final class ScheduleRules {

    private ScheduleRules() {}

    static void hold(DrillSchedule schedule, ContinuityModel model, HolidayCalendar calendar) {
        daysAreWorked(schedule, calendar);
        noTeamTwiceADay(schedule);
        desktopsComeBeforeLives(schedule);
        uncoveredMonthsAreMarked(schedule, calendar);
        namesAreUnique(schedule);
        everythingAskedForIsPlacedOrNamed(schedule, model);
    }

    static void daysAreWorked(DrillSchedule schedule, HolidayCalendar calendar) {
        for (ScheduledDrill drill : schedule.drills()) {
            LocalDate date = drill.date();
            assertThat(date.getYear()).isEqualTo(schedule.year());
            assertThat(of(calendar, date))
                    .as("%s on %s", drill.uid(), date)
                    .doesNotContain(CalendarDay.Kind.HOLIDAY, CalendarDay.Kind.BLACKOUT);
            if (isWeekend(date)) {
                assertThat(of(calendar, date)).contains(CalendarDay.Kind.MAKE_UP_WORKDAY);
            }
            if (drill.types().contains(Drill.Type.LIVE_FAILOVER)) {
                assertThat(drill.start()).isBetween(LocalTime.of(2, 0), LocalTime.of(4, 0));
                assertThat(drill.start().plusMinutes(drill.minutes())).isBeforeOrEqualTo(LocalTime.of(5, 0));
                assertThat(of(calendar, date.minusDays(1))).doesNotContain(CalendarDay.Kind.HOLIDAY);
            }
        }
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static Set<CalendarDay.Kind> of(HolidayCalendar calendar, LocalDate date) {
        return calendar.days().stream()
                .filter(day -> day.date().equals(date))
                .map(CalendarDay::kind)
                .collect(Collectors.toSet());
    }

    static void noTeamTwiceADay(DrillSchedule schedule) {
        Set<String> seen = new HashSet<>();
        for (ScheduledDrill drill : schedule.drills()) {
            for (String team : drill.teams()) {
                assertThat(seen.add(drill.date() + " " + team))
                        .as("%s twice on %s", team, drill.date())
                        .isTrue();
            }
            assertThat(seen.add(drill.date() + " service " + drill.service())).isTrue();
        }
    }

    private static void desktopsComeBeforeLives(DrillSchedule schedule) {
        for (ScheduledDrill live : schedule.drills()) {
            if (live.types().contains(Drill.Type.LIVE_FAILOVER)) {
                schedule.drills().stream()
                        .filter(drill -> drill.service().equals(live.service())
                                && drill.types().contains(Drill.Type.DESKTOP))
                        .forEach(desktop -> assertThat(desktop.date()).isBefore(live.date()));
            }
        }
    }

    private static void uncoveredMonthsAreMarked(DrillSchedule schedule, HolidayCalendar calendar) {
        for (ScheduledDrill drill : schedule.drills()) {
            assertThat(drill.flags().stream().anyMatch(flag -> flag.code().equals("month-not-covered")))
                    .isEqualTo(!calendar.covered().contains(YearMonth.from(drill.date())));
        }
    }

    private static void namesAreUnique(DrillSchedule schedule) {
        List<String> names = schedule.drills().stream().map(ScheduledDrill::uid).toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    private static void everythingAskedForIsPlacedOrNamed(DrillSchedule schedule, ContinuityModel model) {
        model.elements().stream()
                .filter(element -> element.type() == ElementType.SERVICE)
                .forEach(service -> {
                    String id = service.id().value();
                    Integer tier = service.tier();
                    long placed = schedule.drills().stream()
                            .filter(drill -> drill.service().equals(id))
                            .count();
                    long unplaced = schedule.unplaced().stream()
                            .filter(drill -> drill.service().equals(id))
                            .count();
                    if (tier != null) {
                        int asked = List.of(4, 2, 1, 1, 1).get(tier - 1);
                        assertThat(placed + unplaced).as(id).isEqualTo(asked);
                    }
                    assertThat(placed + unplaced).isPositive();
                });
    }
}
