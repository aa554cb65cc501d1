package io.holdfast.service.drill;

import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What reading a calendar file gives: the whole of it, or why it is refused as a whole. */
public sealed interface CalendarReading {

    /**
     * A file that can be imported.
     *
     * @param days its days, by date
     * @param covered the months it covers: from the month of its first holiday or make-up day to that of its last, both
     *     whole, the months between them too. Blackout days cover nothing.
     * @param replaces the kinds of days that it replaces in the months that it covers
     */
    record Read(List<CalendarDay> days, SortedSet<YearMonth> covered, Set<CalendarDay.Kind> replaces)
            implements CalendarReading {

        /** Copies the collections. */
        public Read {
            days = List.copyOf(days);
            covered = Collections.unmodifiableSortedSet(new TreeSet<>(covered));
            replaces = Collections.unmodifiableSet(
                    replaces.isEmpty() ? EnumSet.noneOf(CalendarDay.Kind.class) : EnumSet.copyOf(replaces));
        }

        /** The file with these days, which besides the given kinds replaces every kind that it holds. */
        public static Read of(List<CalendarDay> days, Set<CalendarDay.Kind> always) {
            Set<CalendarDay.Kind> replaces = EnumSet.noneOf(CalendarDay.Kind.class);
            replaces.addAll(always);
            days.forEach(day -> replaces.add(day.kind()));
            return new Read(days, span(days), replaces);
        }

        private static SortedSet<YearMonth> span(List<CalendarDay> days) {
            TreeSet<YearMonth> months = new TreeSet<>();
            days.stream()
                    .filter(day -> day.kind() != CalendarDay.Kind.BLACKOUT)
                    .forEach(day -> months.add(YearMonth.from(day.date())));
            if (months.isEmpty()) {
                return months;
            }
            YearMonth last = months.last();
            Stream.iterate(months.first(), month -> !month.isAfter(last), month -> month.plusMonths(1))
                    .toList()
                    .forEach(months::add);
            return months;
        }
    }

    /** A file of which nothing is imported; at least one reason. */
    record Refused(List<Fault> faults) implements CalendarReading {
        /** Copies the list. */
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /**
     * One thing that is wrong with a file.
     *
     * @param row the line of a table (the header is 1) or the number of an event; null where it concerns the file
     * @param column the column or property, or null
     * @param value what stands there, or null
     * @param code stable code in kebab case
     * @param message one English sentence that names the value, the rule and a way out
     */
    record Fault(
            @Nullable Integer row,
            @Nullable String column,
            @Nullable String value,
            String code,
            String message) {}
}
