package io.holdfast.service.learning.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.holdfast.service.kernel.web.CsvExport;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.simulator.format.Suggestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table of actuals: CSV in UTF-8 with a header of the keys of an actual, in any order. For one thread. */
public final class ActualCsv {

    /** Rows that a table has at most. */
    public static final int MOST_ROWS = 5000;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final List<Violation> broken = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private ActualCsv() {}

    /**
     * A row.
     *
     * @param line its line in the file, from 1
     * @param cells what it says, by key; empty cells are left out
     */
    public record Row(int line, ObjectNode cells) {}

    /** What was read: rows, or why the file is no table. */
    public record Read(List<Row> rows, List<String> header, List<Violation> broken) {}

    /** Reads a file. */
    public static Read read(byte[] file) {
        ActualCsv table = new ActualCsv();
        List<String> header = table.rows(file);
        return new Read(List.copyOf(table.rows), header, List.copyOf(table.broken));
    }

    private List<String> rows(byte[] file) {
        String text = text(file);
        List<String> header = List.of();
        if (text == null) {
            return header;
        }
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            for (CsvRecord record : records) {
                if (header.isEmpty()) {
                    header = header(record);
                    if (!broken.isEmpty()) {
                        return header;
                    }
                } else if (!add(record, header)) {
                    return header;
                }
            }
        } catch (CsvParseException e) {
            refuse(
                    1,
                    null,
                    "broken-table",
                    "The table cannot be read: " + e.getMessage() + " Check its quotes and commas.");
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail to be read", e);
        }
        if (rows.isEmpty() && broken.isEmpty()) {
            refuse(
                    1,
                    null,
                    "empty-file",
                    "The table has no actual. Begin with the header " + String.join(",", ActualShape.KEYS)
                            + " and add a row a figure.");
        }
        return header;
    }

    private @Nullable String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            refuse(1, null, "not-utf-8", "The file is not text in UTF-8. Save it as CSV UTF-8.");
            return null;
        }
    }

    private List<String> header(CsvRecord record) {
        List<String> header = record.getFields().stream()
                .map(field -> field.strip().toLowerCase(Locale.ROOT))
                .toList();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            if (!ActualShape.KEYS.contains(name) || !seen.add(name)) {
                refuse(
                        1,
                        i + 1,
                        "bad-header",
                        "Column " + (i + 1) + " is '" + name + "'. " + Suggestion.didYouMean(name, ActualShape.KEYS)
                                + "Columns are " + String.join(", ", ActualShape.KEYS) + ", each at most once.");
            }
        }
        return header;
    }

    /** Whether to read on. */
    private boolean add(CsvRecord record, List<String> header) {
        int line = (int) record.getStartingLineNumber();
        if (rows.size() >= MOST_ROWS) {
            refuse(line, null, "too-many-rows", "A table has at most " + MOST_ROWS + " rows. Send it in parts.");
            return false;
        }
        if (record.getFieldCount() != header.size()) {
            refuse(
                    line,
                    null,
                    "wrong-number-of-fields",
                    "Line " + line + " has " + record.getFieldCount() + " fields, but there are " + header.size()
                            + " columns.");
            return true;
        }
        ObjectNode cells = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < header.size(); i++) {
            String cell = CsvExport.plain(record.getField(i));
            if (!cell.isBlank()) {
                cells.put(header.get(i), cell);
            }
        }
        if (!cells.isEmpty()) {
            rows.add(new Row(line, cells));
        }
        return true;
    }

    private void refuse(int line, @Nullable Integer column, String code, String message) {
        broken.add(new Violation("$", code, message, line, column, null));
    }
}
