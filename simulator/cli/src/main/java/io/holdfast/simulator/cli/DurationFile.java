package io.holdfast.simulator.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.holdfast.simulator.learning.ObservedDuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table of observed durations: CSV with a header, one row an outage. The column {@code duration_hours} or {@code
 * duration_minutes} is read; a row whose {@code kind} or {@code severity} is {@code maintenance} is planned work.
 *
 * @param rows the rows in file order
 * @param open how many rows have no duration, such as outages that still last; they are not among the rows
 */
record DurationFile(List<ObservedDuration> rows, int open) {

    private static final String HOURS = "duration_hours";
    private static final String MINUTES = "duration_minutes";

    /** Reads a file; throws {@link CommandFailure} with the line, the value and the rule where it cannot. */
    static DurationFile read(Path file) {
        if (Files.isDirectory(file)) {
            throw new CommandFailure("'" + file + "' is a folder. Name the table of durations in it.");
        }
        try (CsvReader<NamedCsvRecord> records =
                CsvReader.builder().allowUnclosedQuote(false).ofNamedCsvRecord(file)) {
            List<ObservedDuration> rows = new ArrayList<>();
            int open = 0;
            for (NamedCsvRecord each : records) {
                String text = cell(each).strip();
                if (text.isEmpty()) {
                    open++;
                } else {
                    rows.add(row(file, each, text));
                }
            }
            return new DurationFile(rows, open);
        } catch (NoSuchFileException e) {
            throw new CommandFailure("There is no file '" + file + "'. Check the path.", e);
        } catch (IOException | CsvParseException e) {
            throw new CommandFailure(
                    "'" + file + "' cannot be read as a table: " + e.getMessage() + " Check its quotes and commas.", e);
        }
    }

    private static String cell(NamedCsvRecord each) {
        return Stream.of(HOURS, MINUTES)
                .map(each::findField)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new CommandFailure("The table has the columns " + String.join(", ", each.getHeader())
                        + ", but none is '" + HOURS + "' or '" + MINUTES + "'. Name the column of durations so."));
    }

    private static ObservedDuration row(Path file, NamedCsvRecord each, String text) {
        try {
            double number = Double.parseDouble(text);
            double hours = each.findField(HOURS).isPresent() ? number : number / 60;
            return new ObservedDuration(hours, kind(each), true);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(
                    "Line " + each.getStartingLineNumber() + " of '" + file + "': the duration is '" + text
                            + "', but it must be a finite number of at least 0. Correct it, or empty the cell.",
                    e);
        }
    }

    private static ObservedDuration.Kind kind(NamedCsvRecord each) {
        boolean planned = Stream.of("kind", "severity")
                .map(each::findField)
                .flatMap(Optional::stream)
                .anyMatch(word -> word.strip().toLowerCase(Locale.ROOT).equals("maintenance"));
        return planned ? ObservedDuration.Kind.MAINTENANCE : ObservedDuration.Kind.INCIDENT;
    }
}
