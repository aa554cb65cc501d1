package io.holdfast.service.exchange.internal;

import java.util.List;
import java.util.Map;

/**
 * A table of texts.
 *
 * @param columns the headings, each once
 * @param rows the rows in order
 */
public record Sheet(List<String> columns, List<Row> rows) {

    /** Copies the lists. */
    public Sheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param number the row of the file from 1, headings included
     * @param cells the texts by heading; an empty cell may be missing
     */
    public record Row(long number, Map<String, String> cells) {

        /** The text under a heading; empty for none. */
        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }
}
