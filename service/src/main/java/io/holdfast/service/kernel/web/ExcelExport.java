package io.holdfast.service.kernel.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The same table as {@link CsvExport} as an Excel workbook: whole numbers as numbers, all else as text, never a formula. For one thread. */
public final class ExcelExport {

    /** The media type of the file. */
    public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final Pattern WHOLE = Pattern.compile("-?[1-9]\\d{0,14}|0");
    private static final int LONGEST = 32_767;
    private static final int WIDEST = 48;
    private static final int NARROWEST = 10;

    private final List<List<String>> lines = new ArrayList<>();

    /** A table with these columns and no line yet. */
    public ExcelExport(String... columns) {
        add(columns);
    }

    /** Adds a line, one cell a column; a text longer than 32,767 characters, the most of a cell, is cut there. */
    public void add(String... cells) {
        lines.add(List.of(cells));
    }

    /**
     * The whole table.
     *
     * @param name the name of its one sheet
     */
    public byte[] finish(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Holdfast", "1.0")) {
            Worksheet page = book.newWorksheet(name);
            for (int r = 0; r < lines.size(); r++) {
                for (int c = 0; c < lines.get(r).size(); c++) {
                    write(page, r, c, lines.get(r).get(c));
                }
            }
            for (int c = 0; c < lines.getFirst().size(); c++) {
                page.style(0, c).bold().set();
                page.width(c, width(c));
            }
            page.freezePane(1, 1);
        } catch (IOException e) {
            throw new UncheckedIOException("A workbook could not be written to memory", e);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet page, int r, int c, String text) {
        if (r > 0 && WHOLE.matcher(text).matches()) {
            page.value(r, c, Long.valueOf(text));
        } else if (!text.isEmpty()) {
            page.value(r, c, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        }
    }

    private int width(int c) {
        return Math.clamp(
                lines.stream().mapToInt(line -> line.get(c).length()).max().orElse(0) + 2L, NARROWEST, WIDEST);
    }
}
