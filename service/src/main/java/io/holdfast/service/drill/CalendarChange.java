package io.holdfast.service.drill;

import java.time.YearMonth;
import java.util.List;

/**
 * What importing a file changes, or would change.
 *
 * @param days how many days the file holds
 * @param covered the months that it covers, ascending
 * @param newlyCovered those of them that nothing covered before
 * @param added days that come
 * @param removed days of the months that it covers that it does not hold, and which go
 * @param unchanged how many of its days are known already
 */
public record CalendarChange(
        int days,
        List<YearMonth> covered,
        List<YearMonth> newlyCovered,
        List<CalendarDay> added,
        List<CalendarDay> removed,
        int unchanged) {

    /** Copies the lists. */
    public CalendarChange {
        covered = List.copyOf(covered);
        newlyCovered = List.copyOf(newlyCovered);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /** What a file changes in a calendar. */
    public static CalendarChange of(HolidayCalendar before, CalendarReading.Read file) {
        List<CalendarDay> removed = before.days().stream()
                .filter(day -> file.replaces().contains(day.kind())
                        && file.covered().contains(YearMonth.from(day.date()))
                        && !file.days().contains(day))
                .toList();
        List<CalendarDay> added =
                file.days().stream().filter(day -> !before.days().contains(day)).toList();
        return new CalendarChange(
                file.days().size(),
                List.copyOf(file.covered()),
                file.covered().stream()
                        .filter(month -> !before.isCovered(month))
                        .toList(),
                added,
                removed,
                file.days().size() - added.size());
    }

    /** Whether anything would be different afterwards. */
    public boolean isNone() {
        return newlyCovered.isEmpty() && added.isEmpty() && removed.isEmpty();
    }
}
