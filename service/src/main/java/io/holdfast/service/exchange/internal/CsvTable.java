package io.holdfast.service.exchange.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.holdfast.simulator.format.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table with headings: commas, semicolons or tabs between the columns (the heading line decides), quotes around what
 * contains one of them or a line break, UTF-8 with or without byte order mark, any line ends. Headings in any order and
 * case.
 */
final class CsvTable {

    private static final Pattern PLACE = Pattern.compile("(?:record|line|row) (\\d+)");

    private final String file;
    private final Map<String, Integer> columns;
    private final List<CsvRecord> records;

    private CsvTable(String file, Map<String, Integer> columns, List<CsvRecord> records) {
        this.file = file;
        this.columns = columns;
        this.records = records;
    }

    /** A row of the table. */
    record Row(CsvTable table, CsvRecord values) {

        Place at() {
            return Place.line(table.file, values.getStartingLineNumber());
        }

        /** The trimmed value under a heading, or null where it is empty or the column is missing. */
        @Nullable
        String get(String heading) {
            Integer index = table.columns.get(heading);
            String text = index == null ? "" : values.getField(index).strip();
            return text.isEmpty() ? null : text;
        }
    }

    /** Reads a table that must have some headings; violations go to the report. */
    static Optional<CsvTable> read(
            byte[] bytes, String file, List<String> required, List<String> known, Report report) {
        Optional<String> text = PlainText.read(bytes, file, report);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<CsvRecord> records = records(text.get(), file, report);
        if (report.isRefused()) {
            return Optional.empty();
        }
        if (records.isEmpty()) {
            report.violation(
                    "empty-file",
                    Place.whole(file),
                    null,
                    "",
                    "The file is empty. Its first line has the headings " + String.join(", ", known) + ".");
            return Optional.empty();
        }
        CsvRecord head = records.removeFirst();
        Map<String, Integer> columns = headings(head, file, report);
        required.stream()
                .filter(heading -> !columns.containsKey(heading))
                .forEach(heading -> missing(heading, head, columns.keySet(), file, report));
        for (CsvRecord each : records) {
            if (each.getFieldCount() != head.getFieldCount()) {
                ragged(each, head, file, report);
            }
        }
        return report.isRefused() ? Optional.empty() : Optional.of(new CsvTable(file, columns, records));
    }

    /** The records of a text, headings included; violations go to the report. */
    static List<CsvRecord> records(String text, String file, Report report) {
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            reader.forEach(records::add);
        } catch (CsvParseException e) {
            long line = records.isEmpty() ? 1 : records.getLast().getStartingLineNumber();
            Matcher named = PLACE.matcher(String.valueOf(e.getMessage()));
            report.violation(
                    "broken-quotes",
                    Place.line(file, named.find() ? Long.parseLong(named.group(1)) : line),
                    null,
                    "",
                    "The quotes of a field do not close, or something stands behind them (after the row of line " + line
                            + "). Write a quote inside a field twice and close every field that begins with one.");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("Text in memory was not readable", e);
        }
        return records;
    }

    private static char separator(String text) {
        String head = text.lines().findFirst().orElse("");
        if (head.indexOf(',') >= 0) {
            return ',';
        }
        return head.indexOf(';') >= 0 ? ';' : head.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private static Map<String, Integer> headings(CsvRecord head, String file, Report report) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int i = 0; i < head.getFieldCount(); i++) {
            String heading = head.getField(i).strip().toLowerCase(Locale.ROOT);
            if (columns.putIfAbsent(heading, i) != null) {
                report.violation(
                        "duplicate-heading",
                        Place.line(file, head.getStartingLineNumber()),
                        heading,
                        heading,
                        "The heading '" + heading + "' stands twice. Rename or remove one of the columns.");
            }
        }
        return columns;
    }

    private static void missing(String heading, CsvRecord head, Set<String> present, String file, Report report) {
        Set<String> near = new HashSet<>(present);
        report.violation(
                "missing-heading",
                Place.line(file, head.getStartingLineNumber()),
                heading,
                String.join(", ", present),
                "The heading '" + heading + "' is missing. " + Suggestion.didYouMean(heading, near)
                        + "The first line has: " + String.join(", ", present) + ".");
    }

    private static void ragged(CsvRecord row, CsvRecord head, String file, Report report) {
        report.violation(
                "ragged-row",
                Place.line(file, row.getStartingLineNumber()),
                null,
                String.join(" | ", row.getFields()),
                "The row has " + row.getFieldCount() + " fields, the heading line has " + head.getFieldCount()
                        + ". Put quotes around a field that contains the separator, or fill the row up.");
    }

    List<Row> rows() {
        return records.stream().map(each -> new Row(this, each)).toList();
    }

    /** The headings that are not among some. */
    List<String> headingsBut(List<String> known) {
        return columns.keySet().stream()
                .filter(each -> !known.contains(each) && !each.isEmpty())
                .toList();
    }
}
