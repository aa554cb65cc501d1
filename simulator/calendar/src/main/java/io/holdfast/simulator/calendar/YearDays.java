package io.holdfast.simulator.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/**
 * The days of a year and the last day of the year before, which bears on the first night.
 *
 * @param year the year
 * @param dayBefore the 31st of December of the year before
 * @param days every day of the year, in order
 */
public record YearDays(int year, YearDay dayBefore, List<YearDay> days) {

    /** Copies the list; throws {@link IllegalArgumentException} where it is not the year, day by day. */
    public YearDays {
        days = List.copyOf(days);
        LocalDate first = LocalDate.of(year, 1, 1);
        List<LocalDate> dates = first.datesUntil(first.plusYears(1)).toList();
        if (!days.stream().map(YearDay::date).toList().equals(dates)
                || !dayBefore.date().equals(first.minusDays(1))) {
            throw new IllegalArgumentException("Days of the year " + year
                    + " must be all its days in order, after the last day of the year before.");
        }
    }

    /**
     * The days of a year from what is special about them. A holiday wins over a make-up day.
     *
     * @param holidays public holidays, of any year
     * @param makeUps working days on a weekend, of any year
     * @param known the months that have holiday data
     */
    public static YearDays of(int year, Set<LocalDate> holidays, Set<LocalDate> makeUps, Set<YearMonth> known) {
        LocalDate first = LocalDate.of(year, 1, 1);
        List<YearDay> days = first.datesUntil(first.plusYears(1))
                .map(date -> day(date, holidays, makeUps, known))
                .toList();
        return new YearDays(year, day(first.minusDays(1), holidays, makeUps, known), days);
    }

    private static YearDay day(LocalDate date, Set<LocalDate> holidays, Set<LocalDate> makeUps, Set<YearMonth> known) {
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        DayKind ordinary = !weekend ? DayKind.WORKING : makeUps.contains(date) ? DayKind.MAKE_UP : DayKind.WEEKEND;
        return new YearDay(
                date, holidays.contains(date) ? DayKind.HOLIDAY : ordinary, known.contains(YearMonth.from(date)));
    }

    /** How many days the year has. */
    public int length() {
        return days.size();
    }

    /** The day with an index from 0. */
    public YearDay at(int index) {
        return days.get(index);
    }

    /** The index of a date, which may lie before 0 or beyond the end. */
    public int indexOf(LocalDate date) {
        return (int) (date.toEpochDay() - dayBefore.date().toEpochDay() - 1);
    }

    /** What the day before an index is. */
    public DayKind kindBefore(int index) {
        return index == 0 ? dayBefore.kind() : at(index - 1).kind();
    }
}
