package io.holdfast.service.sla.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.holdfast.service.kernel.web.CsvExport;
import io.holdfast.service.kernel.web.Problem.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads measurements from CSV, or from what a spreadsheet copies: a line of headings, then one line a period. */
public final class MeasurementTable {

    private static final int MOST = 1000;
    private static final Set<String> NUMBERS = Set.of("availability", "downMinutes");

    private MeasurementTable() {}

    /**
     * A line.
     *
     * @param number of the line, from 1
     * @param said what it says, as it would be sent
     */
    public record Line(long number, ObjectNode said) {

        /** A rule that the line breaks, with its place. */
        public Violation at(Violation broken) {
            return new Violation(
                    broken.path(), broken.code(), broken.message(), Math.toIntExact(number), null, broken.value());
        }
    }

    /** The lines of a table; what cannot be read is added to the violations. */
    public static List<Line> read(String text, List<Violation> broken) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        List<Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(plain))
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(plain)) {
            List<String> headings = null;
            for (CsvRecord each : reader) {
                if (headings == null) {
                    headings = headings(each, broken);
                } else if (lines.size() < MOST) {
                    lines.add(line(each, headings, broken));
                } else {
                    add(broken, "too-many", "A table has " + MOST + " lines at most.", each.getStartingLineNumber());
                    break;
                }
            }
            if (headings == null) {
                add(broken, "empty-table", "The first line must name columns: " + columns() + ".", 1);
            }
        } catch (CsvParseException e) {
            add(broken, "bad-table", "This is no table: " + e.getMessage() + ".", 1 + lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException("A table could not be read from memory", e);
        }
        return lines;
    }

    private static char separator(String text) {
        String head = text.lines().findFirst().orElse("");
        return head.indexOf('\t') >= 0 ? '\t' : head.indexOf(';') >= 0 ? ';' : ',';
    }

    private static String columns() {
        return String.join(", ", MeasurementInput.KEYS);
    }

    private static List<String> headings(CsvRecord head, List<Violation> broken) {
        List<String> headings = new ArrayList<>();
        for (String each : head.getFields()) {
            String wanted = MeasurementInput.KEYS.stream()
                    .filter(key -> key.equalsIgnoreCase(each.strip()))
                    .findFirst()
                    .orElse("");
            if (wanted.isEmpty()) {
                add(broken, "unknown-column", "There is no column '" + each + "'; there are " + columns() + ".", 1);
            }
            headings.add(wanted);
        }
        return headings;
    }

    private static Line line(CsvRecord each, List<String> headings, List<Violation> broken) {
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < Math.min(headings.size(), each.getFieldCount()); i++) {
            String key = headings.get(i);
            String cell = CsvExport.plain(each.getField(i).strip());
            if (key.isEmpty() || cell.isEmpty()) {
                continue;
            }
            if (key.equals("outageMinutes")) {
                for (String minutes : cell.split("[;\\s]+", -1)) {
                    number(minutes, key, each, broken).ifPresent(said.withArray(key)::add);
                }
            } else if (NUMBERS.contains(key)) {
                number(cell, key, each, broken).ifPresent(number -> said.put(key, number));
            } else {
                said.put(key, cell);
            }
        }
        return new Line(each.getStartingLineNumber(), said);
    }

    private static Optional<BigDecimal> number(String cell, String key, CsvRecord each, List<Violation> broken) {
        boolean share = cell.endsWith("%") && key.equals("availability");
        String digits = share ? cell.substring(0, cell.length() - 1).strip() : cell;
        if (!digits.matches("[0-9]{1,15}(\\.[0-9]{1,12})?")) {
            add(
                    broken,
                    "bad-number",
                    key + " is '" + cell + "', but it must be a number.",
                    each.getStartingLineNumber());
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(digits);
        return Optional.of(share ? number.movePointLeft(2) : number);
    }

    private static void add(List<Violation> broken, String code, String message, long line) {
        broken.add(new Violation("$", code, message, Math.toIntExact(line), null, null));
    }
}
