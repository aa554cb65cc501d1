package io.holdfast.service.kernel.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table that people open in a spreadsheet: CSV (RFC 4180) in UTF-8 with a byte order mark. A cell that a spreadsheet would take
 * for a formula gets an apostrophe before it, which spreadsheets understand as "this is text"; so does a cell that has an
 * apostrophe there already, so that what is written can be read back without loss. Source: OWASP, CSV Injection. For one thread.
 */
public final class CsvExport {

    private static final String STARTS_A_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20"; // the last four: full width
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    private static final char GUARD = '\'';

    private final StringWriter text = new StringWriter();
    private final CsvWriter lines;

    /** A table with these columns and no line yet. */
    public CsvExport(String... columns) {
        text.write('\uFEFF'); // a spreadsheet takes the text for UTF-8
        lines = CsvWriter.builder().build(text);
        add(columns);
    }

    /** Adds a line, one cell a column. */
    public void add(String... cells) {
        lines.writeRecord(List.of(cells).stream().map(CsvExport::guarded).toList());
    }

    /** The whole table; nothing can be added afterwards. */
    public String finish() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A table could not be written to memory", e);
        }
        return text.toString();
    }

    static String guarded(String cell) {
        return isHarmless(cell) || NUMBER.matcher(cell).matches() ? cell : GUARD + cell;
    }

    /** The text of a cell that was written by {@link #add}, maybe by way of a spreadsheet: without the apostrophe of a guarded one. */
    public static String plain(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == GUARD && !isHarmless(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isHarmless(String cell) {
        return cell.isEmpty() || (cell.charAt(0) != GUARD && STARTS_A_FORMULA.indexOf(cell.charAt(0)) < 0);
    }
}
