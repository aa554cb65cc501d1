package io.holdfast.service.drill;

import java.util.List;

/**
 * The drills of a year as a table of texts.
 *
 * @param columns the headings, each once
 * @param rows a row for each drill, by day; as many texts as there are columns
 */
public record YearTable(List<String> columns, List<List<String>> rows) {
    /** Copies the lists. */
    public YearTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
