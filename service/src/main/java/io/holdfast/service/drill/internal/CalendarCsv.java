package io.holdfast.service.drill.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.holdfast.service.drill.CalendarDay;
import io.holdfast.service.drill.CalendarReading;
import io.holdfast.simulator.format.Suggestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A calendar as a table: {@code date,kind,name}, a header and one row a day. */
final class CalendarCsv {

    private static final List<String> HEADER = List.of("date", "kind", "name");

    private final Faults faults = new Faults();
    private final Map<String, CalendarDay> days = new TreeMap<>();

    private CalendarCsv() {}

    static CalendarReading read(String text) {
        CalendarCsv table = new CalendarCsv();
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            boolean first = true;
            for (CsvRecord row : rows) {
                if (first && !table.isHeader(row)) {
                    break;
                }
                if (!first) {
                    table.add(row);
                }
                first = false;
            }
        } catch (CsvParseException e) {
            return CalendarFiles.refused(
                    "broken-table", "The table cannot be read: " + e.getMessage() + " Check its quotes and commas.");
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail to be read", e);
        }
        return table.outcome();
    }

    private boolean isHeader(CsvRecord row) {
        List<String> found = row.getFields().stream()
                .map(field -> field.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (found.equals(HEADER)) {
            return true;
        }
        faults.add(
                1,
                null,
                String.join(",", found),
                "bad-header",
                "The header is '" + String.join(",", found) + "', but it must be 'date,kind,name'.");
        return false;
    }

    private void add(CsvRecord record) {
        int row = (int) record.getStartingLineNumber();
        if (record.getFieldCount() != HEADER.size()) {
            faults.add(
                    row,
                    null,
                    String.join(",", record.getFields()),
                    "wrong-number-of-fields",
                    "Row " + row + " has " + record.getFieldCount()
                            + " fields, but there are 3 columns: date,kind,name.");
            return;
        }
        Optional<LocalDate> date = date(row, record.getField(0).strip());
        Optional<CalendarDay.Kind> kind = kind(row, record.getField(1).strip());
        String written = record.getField(2);
        String name = written.strip();
        if (name.isEmpty() || name.length() > 200 || written.chars().anyMatch(Character::isISOControl)) {
            faults.add(
                    row,
                    "name",
                    name,
                    "bad-name",
                    "Row " + row + " has no usable name: it must be one line of 1 to 200 characters.");
        } else if (date.isPresent() && kind.isPresent()) {
            put(row, new CalendarDay(date.get(), kind.get(), name));
        }
    }

    private Optional<LocalDate> date(int row, String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 1900 && date.getYear() <= 2200) {
                return Optional.of(date);
            }
        } catch (DateTimeException e) {
            faults.add(
                    row,
                    "date",
                    text,
                    "bad-date",
                    "Row " + row + ": date is '" + text + "', but it must be a day that exists, as 2026-02-17.");
            return Optional.empty();
        }
        faults.add(
                row,
                "date",
                text,
                "bad-date",
                "Row " + row + ": date is '" + text + "', but the year must lie between 1900 and 2200.");
        return Optional.empty();
    }

    private Optional<CalendarDay.Kind> kind(int row, String text) {
        Optional<CalendarDay.Kind> kind = CalendarDay.Kind.find(text);
        if (kind.isEmpty()) {
            faults.add(
                    row,
                    "kind",
                    text,
                    "unknown-kind",
                    "Row " + row + ": kind is '" + text + "'. "
                            + Suggestion.didYouMean(text, CalendarDay.Kind.words()) + "Known are "
                            + String.join(", ", CalendarDay.Kind.words()) + ".");
        }
        return kind;
    }

    private void put(int row, CalendarDay day) {
        boolean blackout = day.kind() == CalendarDay.Kind.BLACKOUT;
        if (days.putIfAbsent(day.date() + (blackout ? " blackout" : ""), day) != null) {
            faults.add(
                    row,
                    "date",
                    day.date().toString(),
                    "duplicate-day",
                    "Row " + row + ": " + day.date() + " stands in the file already. Keep one of the rows.");
        }
    }

    private CalendarReading outcome() {
        if (!faults.isEmpty()) {
            return new CalendarReading.Refused(faults.all());
        }
        if (days.isEmpty()) {
            return CalendarFiles.refused("empty-file", "The table has a header but no day. Add a row a day.");
        }
        List<CalendarDay> sorted = days.values().stream()
                .sorted(Comparator.comparing(CalendarDay::date).thenComparing(CalendarDay::kind))
                .toList();
        boolean official = sorted.stream().anyMatch(day -> day.kind() != CalendarDay.Kind.BLACKOUT);
        return CalendarReading.Read.of(
                sorted,
                official
                        ? EnumSet.of(CalendarDay.Kind.HOLIDAY, CalendarDay.Kind.MAKE_UP_WORKDAY)
                        : EnumSet.noneOf(CalendarDay.Kind.class));
    }
}
