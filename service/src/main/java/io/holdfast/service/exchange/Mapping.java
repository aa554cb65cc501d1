package io.holdfast.service.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of somebody's own table mean.
 *
 * @param of which list of the register a row is an entry of, such as {@code assets}; {@value #RELATIONS} where a row says that
 *     one element needs another
 * @param source the first part of the ids of new entries, null for {@value #USUAL_SOURCE}
 * @param columns the columns, by heading; those that are not named here are left out
 * @param defaults the texts of fields that have no value in a row and none in the register, by field
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Mapping(String of, @Nullable String source, List<Column> columns, Map<String, String> defaults) {

    /** Rows that say who needs what. */
    public static final String RELATIONS = "relations";

    /** The first part of ids where none is chosen. */
    public static final String USUAL_SOURCE = "table";

    /** Copies the columns and defaults, keeping their order; what is missing is empty. */
    @SuppressWarnings("ConstantValue") // bound from JSON
    public Mapping {
        of = of == null ? "" : of;
        columns = columns == null ? List.of() : List.copyOf(columns);
        defaults = defaults == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(defaults));
    }

    /** The first part of the ids of new entries. */
    public String firstPart() {
        return source == null || source.isBlank() ? USUAL_SOURCE : source;
    }

    /** The column that fills a field, the first if there are several. */
    public Optional<Column> findColumn(String field) {
        return columns.stream().filter(each -> field.equals(each.field())).findFirst();
    }

    /**
     * A column.
     *
     * @param heading its heading
     * @param field the field that it fills, such as {@code name} or {@code objectives.rto}; null for none
     * @param unit the unit of times without one: {@code h}, {@code min}, {@code d} or {@code w}; null for hours
     * @param values what its values are in the register, by value; others stay as they are
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Column(
            String heading,
            @Nullable String field,
            @Nullable String unit,
            Map<String, String> values) {

        /** Copies the values, keeping their order. */
        @SuppressWarnings("ConstantValue") // bound from JSON
        public Column {
            heading = heading == null ? "" : heading;
            values = values == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }
}
