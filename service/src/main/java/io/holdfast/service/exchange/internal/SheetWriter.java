package io.holdfast.service.exchange.internal;

import io.holdfast.service.kernel.web.CsvExport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Tables as files for spreadsheets. For any number of threads. */
public final class SheetWriter {

    /** The most characters of a cell that spreadsheet programs keep. */
    static final int LONGEST = 32_767;

    private static final int WIDEST = 48;
    private static final int NARROWEST = 10;

    private SheetWriter() {}

    /** As CSV in UTF-8, cells that would be formulas marked as text. */
    public static byte[] csv(Sheet sheet) {
        CsvExport table = new CsvExport(sheet.columns().toArray(String[]::new));
        for (Sheet.Row row : sheet.rows()) {
            table.add(sheet.columns().stream().map(row::cell).toArray(String[]::new));
        }
        return table.finish().getBytes(StandardCharsets.UTF_8);
    }

    /** The first cell that is too long for {@link #xlsx}, as its row and heading. */
    public static Optional<String> findTooLong(Sheet sheet) {
        return sheet.rows().stream()
                .flatMap(row -> row.cells().entrySet().stream()
                        .filter(cell -> cell.getValue().length() > LONGEST)
                        .map(cell -> row.cell("id") + ", " + cell.getKey()))
                .findFirst();
    }

    /** As an Excel workbook with one sheet: numbers as numbers, texts as texts, so that nothing is taken for a formula. */
    public static byte[] xlsx(Sheet sheet, String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Holdfast", "1.0")) {
            Worksheet page = book.newWorksheet(name);
            for (int c = 0; c < sheet.columns().size(); c++) {
                page.value(0, c, sheet.columns().get(c));
                page.style(0, c).bold().set();
                page.width(c, width(sheet, sheet.columns().get(c)));
            }
            page.freezePane(1, 1);
            int r = 1;
            for (Sheet.Row row : sheet.rows()) {
                write(page, r++, row, sheet.columns());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A workbook could not be written to memory", e);
        }
        return bytes.toByteArray();
    }

    private static int width(Sheet sheet, String column) {
        int longest = sheet.rows().stream()
                .mapToInt(row -> row.cell(column).length())
                .max()
                .orElse(0);
        return Math.clamp(Math.max(longest, column.length() + 2L), NARROWEST, WIDEST);
    }

    private static void write(Worksheet page, int r, Sheet.Row row, List<String> columns) {
        for (int c = 0; c < columns.size(); c++) {
            String text = row.cell(columns.get(c));
            Optional<BigDecimal> number = CellText.findNumber(text).filter(SheetWriter::isExact);
            if (number.isPresent()) {
                page.value(r, c, number.get().doubleValue());
            } else if (text.equals("true") || text.equals("false")) {
                page.value(r, c, Boolean.valueOf(text));
            } else if (!text.isEmpty()) {
                page.value(r, c, text);
            }
        }
    }

    /** Spreadsheets keep fifteen digits. */
    private static boolean isExact(BigDecimal number) {
        return number.stripTrailingZeros().precision() <= 15
                && BigDecimal.valueOf(number.doubleValue()).compareTo(number) == 0;
    }
}
