package io.holdfast.service.drill;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which days are worked. Saturdays and Sundays are off unless a make-up working day says otherwise, also in months that no
 * imported file covers; holidays are known in covered months only. Immutable.
 */
public final class HolidayCalendar {

    /** Nothing imported: weekends only. */
    public static final HolidayCalendar EMPTY = new HolidayCalendar(List.of(), Set.of());

    private final List<CalendarDay> days;
    private final SortedSet<YearMonth> covered;
    private final Map<LocalDate, Set<CalendarDay.Kind>> kinds = new TreeMap<>();

    private HolidayCalendar(Collection<CalendarDay> days, Collection<YearMonth> covered) {
        this.days = days.stream()
                .sorted(Comparator.comparing(CalendarDay::date).thenComparing(CalendarDay::kind))
                .toList();
        this.covered = Collections.unmodifiableSortedSet(new TreeSet<>(covered));
        this.days.forEach(day -> kinds.computeIfAbsent(day.date(), date -> EnumSet.noneOf(CalendarDay.Kind.class))
                .add(day.kind()));
    }

    /** A calendar of these days, valid for these months. */
    public static HolidayCalendar of(Collection<CalendarDay> days, Collection<YearMonth> covered) {
        return new HolidayCalendar(days, covered);
    }

    /** All days with something to say, by date. */
    public List<CalendarDay> days() {
        return days;
    }

    /** The months that an imported file covers. */
    public SortedSet<YearMonth> covered() {
        return covered;
    }

    /** Whether holidays of this month are known. */
    public boolean isCovered(YearMonth month) {
        return covered.contains(month);
    }

    /** Whether people work on this day. A holiday wins over a make-up working day. */
    public boolean isWorkingDay(LocalDate date) {
        if (is(date, CalendarDay.Kind.HOLIDAY)) {
            return false;
        }
        DayOfWeek day = date.getDayOfWeek();
        boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
        return !weekend || is(date, CalendarDay.Kind.MAKE_UP_WORKDAY);
    }

    /** Whether a drill may take place on this day: people work, and nothing keeps the day free. */
    public boolean allowsDrill(LocalDate date) {
        return isWorkingDay(date) && !is(date, CalendarDay.Kind.BLACKOUT);
    }

    private boolean is(LocalDate date, CalendarDay.Kind kind) {
        return kinds.getOrDefault(date, Set.of()).contains(kind);
    }

    /** A digest of what bears on a year: its covered months and its days, the last day of the year before included. */
    public String digest(int year) {
        StringBuilder text = new StringBuilder();
        covered.stream()
                .filter(month -> month.getYear() == year)
                .forEach(month -> text.append(month).append('\n'));
        LocalDate first = LocalDate.of(year - 1, 12, 31);
        days.stream()
                .filter(day -> !day.date().isBefore(first) && day.date().getYear() <= year)
                .forEach(day -> text.append(day.date())
                        .append(' ')
                        .append(day.kind().word())
                        .append('\n'));
        return "sha256:" + HexFormat.of().formatHex(sha256(text.toString()));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
