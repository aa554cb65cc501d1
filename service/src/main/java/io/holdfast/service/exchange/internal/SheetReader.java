package io.holdfast.service.exchange.internal;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.holdfast.service.kernel.web.CsvExport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Reads tables that people filled in with a spreadsheet: CSV in UTF-8, or the first sheet of an Excel workbook. */
public final class SheetReader {

    /** What a workbook may hold when it is unpacked. */
    private static final long MOST_UNPACKED = 256L << 20;

    private static final int MOST_COLUMNS = 2_000;
    private static final int BUFFER = 1 << 16;

    private final String file;
    private final Report report;

    /** Whether the workbook says how cells are shown, which alone tells dates from numbers. */
    private boolean styled;

    private SheetReader(String file, Report report) {
        this.file = file;
        this.report = report;
    }

    /** The table; nothing where a rule is broken, which then stands in the report. Empty rows are left out. */
    public static Optional<Sheet> read(byte[] bytes, String file, Report report) {
        SheetReader reader = new SheetReader(file, report);
        boolean packed = bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
        List<Line> lines = packed ? reader.workbook(bytes) : reader.csv(bytes);
        return report.isRefused() ? Optional.empty() : reader.sheet(lines);
    }

    private record Line(long number, List<String> cells) {}

    private List<Line> csv(byte[] bytes) {
        Optional<String> text = PlainText.read(bytes, file, report);
        List<CsvRecord> records =
                text.map(each -> CsvTable.records(each, file, report)).orElse(List.of());
        return records.stream()
                .map(each -> new Line(
                        each.getStartingLineNumber(),
                        each.getFields().stream().map(CsvExport::plain).toList()))
                .toList();
    }

    private List<Line> workbook(byte[] bytes) {
        List<Line> lines = new ArrayList<>();
        if (!isSmall(bytes)) {
            return lines;
        }
        try (ReadableWorkbook book =
                        new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(styled, true));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            rows.forEach(row -> lines.add(new Line(row.getRowNum(), cells(row))));
            tellOthers(book);
        } catch (IOException | ExcelReaderException | UncheckedIOException e) {
            report.violation(
                    "not-a-workbook",
                    Place.whole(file),
                    null,
                    "",
                    "The file is packed like an Excel workbook (.xlsx) but cannot be read as one. Save it anew as .xlsx or as"
                            + " CSV in UTF-8, without a password.");
        }
        return lines;
    }

    /** Says which sheets with something in them are not read. */
    private void tellOthers(ReadableWorkbook book) throws IOException {
        List<String> others = new ArrayList<>();
        int first = book.getFirstSheet().getIndex();
        for (org.dhatim.fastexcel.reader.Sheet each : book.getSheets().toList()) {
            if (each.getIndex() != first && each.getVisibility() == SheetVisibility.VISIBLE && isFilled(each)) {
                others.add(each.getName());
            }
        }
        if (!others.isEmpty()) {
            report.warning(
                    "sheet-left-out",
                    file,
                    others.size(),
                    "Only the first sheet is read; these are left out: " + String.join(", ", others) + ".");
        }
    }

    private static boolean isFilled(org.dhatim.fastexcel.reader.Sheet sheet) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            return rows.anyMatch(row -> row.getFirstNonEmptyCell().isPresent());
        }
    }

    /** Unpacks without keeping anything, and stops at the limit. */
    private boolean isSmall(byte[] bytes) {
        long unpacked = 0;
        byte[] buffer = new byte[BUFFER];
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                styled |= entry.getName().endsWith("styles.xml");
                try (InputStream in = zip.getInputStream(entry)) {
                    unpacked += length(in, buffer, MOST_UNPACKED - unpacked);
                }
                if (unpacked > MOST_UNPACKED) {
                    report.violation(
                            "too-large-unpacked",
                            Place.whole(file),
                            null,
                            "",
                            "The workbook has more than 256 MiB when it is unpacked. Import the list in parts, or as CSV.");
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            report.violation(
                    "not-a-workbook",
                    Place.whole(file),
                    null,
                    "",
                    "The file is packed but broken. Save it anew as .xlsx or as CSV in UTF-8.");
            return false;
        }
    }

    private static long length(InputStream in, byte[] buffer, long most) throws IOException {
        long length = 0;
        for (int n = in.read(buffer); n >= 0 && length <= most; n = in.read(buffer)) {
            length += n;
        }
        return length;
    }

    private List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int c = 0; c < Math.min(row.getCellCount(), MOST_COLUMNS); c++) {
            Cell cell = row.getCell(c);
            cells.add(cell == null ? "" : text(cell, row.getRowNum()));
        }
        return cells;
    }

    private String text(Cell cell, int row) {
        CellType type = cell.getType();
        if (type == CellType.ERROR) {
            report.violation(
                    "bad-cell",
                    Place.line(file, row),
                    cell.getAddress().toString(),
                    String.valueOf(cell.getRawValue()),
                    "The cell holds an error of the spreadsheet. Mend its formula, or write the value.");
            return "";
        }
        String raw = cell.getRawValue();
        if (type == CellType.EMPTY || raw == null) {
            return "";
        }
        return switch (type) {
            case NUMBER -> number(cell, raw);
            case BOOLEAN -> String.valueOf(raw.equals("1") || raw.equalsIgnoreCase("true"));
            case FORMULA ->
                CellText.findNumber(raw).map(each -> number(cell, raw)).orElse(raw);
            case STRING -> cell.getText();
            case ERROR, EMPTY -> "";
        };
    }

    /** A date is a number to a spreadsheet; a double is written with as many digits as it needs. */
    private static String number(Cell cell, String raw) {
        String format = cell.getDataFormatString();
        if (format != null && format.replaceAll("\"[^\"]*\"|\\[[^\\]]*]", "").matches("(?i).*[ymd].*")) {
            LocalDateTime moment = cell.asDate();
            return moment.toLocalTime().toSecondOfDay() == 0
                    ? moment.toLocalDate().toString()
                    : moment.toString();
        }
        return CellText.number(Double.toString(Double.parseDouble(raw)));
    }

    private Optional<Sheet> sheet(List<Line> lines) {
        if (lines.isEmpty()) {
            report.violation(
                    "empty-file",
                    Place.whole(file),
                    null,
                    "",
                    "The file has no rows. Its first row has the headings; export the list to see them.");
            return Optional.empty();
        }
        Line head = lines.getFirst();
        List<Sheet.Row> rows = new ArrayList<>();
        Set<String> headings = new HashSet<>();
        for (String heading : head.cells()) {
            if (!heading.isEmpty() && !headings.add(heading)) {
                report.violation(
                        "duplicate-heading",
                        Place.line(file, head.number()),
                        heading,
                        heading,
                        "The heading '" + heading + "' stands twice. Rename or remove one of the columns.");
            }
        }
        lines.stream()
                .skip(1)
                .filter(line -> line.cells().stream().anyMatch(each -> !each.isBlank()))
                .forEach(line -> rows.add(new Sheet.Row(line.number(), cells(head, line))));
        List<String> columns =
                head.cells().stream().filter(each -> !each.isEmpty()).toList();
        return report.isRefused() ? Optional.empty() : Optional.of(new Sheet(columns, rows));
    }

    private Map<String, String> cells(Line head, Line line) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int c = 0; c < line.cells().size(); c++) {
            String heading = c < head.cells().size() ? head.cells().get(c) : "";
            String text = line.cells().get(c);
            if (!text.isEmpty() && heading.isEmpty()) {
                report.violation(
                        "ragged-row",
                        Place.line(file, line.number()),
                        null,
                        text,
                        "A cell stands in column " + (c + 1)
                                + ", which has no heading. Give the column a heading, or empty the cell.");
            } else if (!text.isEmpty()) {
                cells.put(heading, text);
            }
        }
        return cells;
    }
}
