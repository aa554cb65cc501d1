package io.holdfast.service.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's own table as a mapping reads it.
 *
 * @param columns its columns with examples
 * @param mapping the mapping: what was sent, else what the headings say
 * @param fields the fields that the list has, in the order in which people look for them
 * @param rows how the first rows come out
 * @param violations what is wrong, by row and column of the table
 * @param warnings what else should be known
 * @param report what would change, or null where something is wrong
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MappedTable(
        List<FoundColumn> columns,
        Mapping mapping,
        List<Field> fields,
        List<MappedRow> rows,
        List<ImportViolation> violations,
        List<ImportWarning> warnings,
        @Nullable ListReport report) {

    /** So many rows are shown. */
    public static final int MOST_ROWS = 20;

    /** So many different values of a column are told. */
    public static final int MOST_VALUES = 60;

    /** Copies the lists. */
    public MappedTable {
        columns = List.copyOf(columns);
        fields = List.copyOf(fields);
        rows = List.copyOf(rows);
        violations = List.copyOf(violations);
        warnings = List.copyOf(warnings);
    }

    /**
     * A column of the table.
     *
     * @param heading its heading
     * @param filled in how many rows it has a value
     * @param different how many different values it has
     * @param values the first of them, most frequent first
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record FoundColumn(String heading, int filled, int different, List<String> values) {
        /** Copies the values. */
        public FoundColumn {
            values = List.copyOf(values);
        }
    }

    /**
     * A field that a column can fill.
     *
     * @param field its name
     * @param form what it holds: text, hours, share, number, truth, list, names, name, word, json
     */
    public record Field(String field, String form) {}

    /**
     * A row as it comes out.
     *
     * @param row the row of the table from 1, headings included
     * @param id the id of the entry
     * @param isNew whether the register does not have it
     * @param cells what the table says of it, by field
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record MappedRow(long row, String id, boolean isNew, Map<String, String> cells) {
        /** Copies the cells, keeping their order. */
        public MappedRow {
            cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        }
    }
}
