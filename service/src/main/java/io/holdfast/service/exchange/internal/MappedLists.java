package io.holdfast.service.exchange.internal;

import io.holdfast.service.exchange.ImportViolation;
import io.holdfast.service.exchange.ListReport;
import io.holdfast.service.exchange.MappedTable.MappedRow;
import io.holdfast.service.exchange.Mapping;
import io.holdfast.service.exchange.Mapping.Column;
import io.holdfast.service.register.Section;
import io.holdfast.simulator.model.ContinuityModel;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's own table in the columns of the lists that it fills.
 *
 * @param list what its rows are
 * @param tables a table for each list
 * @param rows how its rows come out
 */
public record MappedLists(String list, Map<Section, Sheet> tables, List<MappedRow> rows) {

    /** Copies the tables and rows. */
    public MappedLists {
        tables = new LinkedHashMap<>(tables);
        rows = List.copyOf(rows);
    }

    /** A table by a mapping that breaks no rule; broken rules of rows stand in the report. */
    public static MappedLists of(Sheet table, Mapping mapping, ContinuityModel model, Report report) {
        warn(table, mapping, report);
        if (mapping.of().equals(Mapping.RELATIONS)) {
            RelationMapper mapper = new RelationMapper(mapping, model, report);
            Map<Section, Sheet> tables = mapper.map(table);
            return new MappedLists(mapping.of(), tables, mapper.rows());
        }
        Section section = Section.findByKey(mapping.of()).orElseThrow();
        TableMapper mapper = new TableMapper(mapping, section, model, report);
        Sheet sheet = mapper.map(table);
        return new MappedLists(mapping.of(), Map.of(section, sheet), mapper.rows());
    }

    private static void warn(Sheet table, Mapping mapping, Report report) {
        Set<String> used = new HashSet<>();
        for (Column column : mapping.columns()) {
            if (column.field() != null) {
                used.add(column.heading());
                if (!table.columns().contains(column.heading())) {
                    report.warning(
                            "column-missing",
                            MappedCells.FILE,
                            "The table has no column '" + column.heading() + "' that the mapping reads.");
                }
            }
        }
        List<String> left =
                table.columns().stream().filter(each -> !used.contains(each)).toList();
        if (!left.isEmpty()) {
            report.warning(
                    "column-left-out",
                    MappedCells.FILE,
                    left.size(),
                    "Columns that are mapped to nothing are left out: " + String.join(", ", left) + ".");
        }
    }

    /** A report of what changes, of the list that the mapping names. */
    public ListReport named(ListReport report) {
        return new ListReport(
                list,
                report.before(),
                report.stored(),
                report.added(),
                report.changed(),
                report.removed(),
                report.unchanged(),
                report.rows(),
                report.conflicts(),
                report.warnings());
    }

    /** Violations with the headings of the table for the columns of the list. */
    public static List<ImportViolation> inWordsOf(Mapping mapping, List<ImportViolation> violations) {
        Map<String, String> headings = new LinkedHashMap<>();
        mapping.columns().stream()
                .filter(each -> each.field() != null)
                .forEach(each -> headings.putIfAbsent(String.valueOf(each.field()), each.heading()));
        Set<String> own = mapping.columns().stream().map(Column::heading).collect(Collectors.toSet());
        return violations.stream()
                .map(each -> {
                    String column = each.column();
                    return column == null || own.contains(column) ? each : under(each, heading(headings, column));
                })
                .toList();
    }

    private static ImportViolation under(ImportViolation each, @Nullable String heading) {
        return new ImportViolation(
                each.code(),
                each.file(),
                each.row(),
                heading == null ? each.column() : heading,
                each.path(),
                each.value(),
                each.message(),
                each.choices());
    }

    private static @Nullable String heading(Map<String, String> headings, String column) {
        return headings.entrySet().stream()
                .filter(each -> column.equals(each.getKey())
                        || column.startsWith(each.getKey() + ".")
                        || column.startsWith(each.getKey() + "["))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
