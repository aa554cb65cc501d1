package io.holdfast.service.exchange.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.exchange.ListOptions;
import io.holdfast.service.exchange.ListReport.CellChange;
import io.holdfast.service.exchange.ListReport.RowChange;
import io.holdfast.service.register.EntryChange;
import io.holdfast.service.register.RegisterState;
import io.holdfast.service.register.Section;
import io.holdfast.simulator.format.ModelWriter;
import io.holdfast.simulator.format.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares a filled-in table with a list of the register. One use an instance. */
public final class ListPlanner {

    private static final String ID = "id";
    private static final String FILE = "file";

    private final Section section;
    private final Map<String, ObjectNode> stored;
    private final Map<String, Integer> versions;
    private final Report report;
    private final ListPlan plan;

    /** With the versions of the register's entries by id, as they are now. */
    public ListPlanner(Section section, RegisterState state, Map<String, Integer> versions, Report report) {
        this.section = section;
        this.versions = versions;
        this.report = report;
        stored = entries(section, state);
        plan = new ListPlan(section.key());
    }

    private static Map<String, ObjectNode> entries(Section section, RegisterState state) {
        Map<String, ObjectNode> entries = new LinkedHashMap<>();
        ModelWriter.toTrees(state.model(), section.key())
                .forEach(tree -> entries.put(tree.path(ID).asText(), tree));
        return entries;
    }

    /** A list as a table. */
    public static Sheet write(Section section, RegisterState state, Map<String, Integer> versions) {
        List<Map<String, String>> rows = new ArrayList<>();
        entries(section, state).values().forEach(entry -> rows.add(EntryColumns.cells(entry)));
        List<String> columns = new ArrayList<>(EntryColumns.of(section, rows));
        columns.add(1, EntryColumns.VERSION);
        List<Sheet.Row> lines = new ArrayList<>();
        for (Map<String, String> row : rows) {
            row.put(EntryColumns.VERSION, Integer.toString(versions.getOrDefault(row.get(ID), 0)));
            lines.add(new Sheet.Row(lines.size() + 2L, row));
        }
        return new Sheet(columns, lines);
    }

    /** What the table changes; broken rules stand in the report. */
    public ListPlan plan(Sheet sheet, ListOptions options) {
        checkColumns(sheet);
        if (report.isRefused()) {
            return plan;
        }
        Set<String> ids = new HashSet<>();
        for (Sheet.Row row : sheet.rows()) {
            String id = row.cell(ID).strip();
            if (id.isEmpty()) {
                report.violation(
                        "missing-value", line(row), ID, "", "Every row has an id. Fill it in, or empty the row.");
            } else if (!ids.add(id)) {
                report.violation(
                        "duplicate-id",
                        line(row),
                        ID,
                        id,
                        "The id '" + id + "' stands in two rows. Remove one of them.");
            } else {
                plan(sheet, row, id, options);
            }
        }
        if (options.removeMissing()) {
            stored.forEach((id, entry) -> {
                if (!ids.contains(id)) {
                    plan.add(
                            new EntryChange.Remove(Set.of(section), id, versions.get(id)),
                            new RowChange(0, id, name(entry), "removed", List.of()));
                }
            });
        }
        return plan;
    }

    private void checkColumns(Sheet sheet) {
        Place head = Place.line(FILE, 1);
        if (!sheet.columns().contains(ID)) {
            report.violation(
                    "missing-heading",
                    head,
                    ID,
                    String.join(", ", sheet.columns()),
                    "The heading 'id' is missing. " + Suggestion.didYouMean(ID, Set.copyOf(sheet.columns()))
                            + "Export the list to see the headings.");
        }
        Set<String> known = new LinkedHashSet<>(EntryColumns.known(section));
        stored.values().forEach(entry -> known.addAll(EntryColumns.cells(entry).keySet()));
        known.add(EntryColumns.VERSION);
        for (String column : sheet.columns()) {
            boolean own = column.startsWith("x-") || column.startsWith("names.");
            if (!known.contains(column) && !(own && EntryColumns.isColumn(column))) {
                report.violation(
                        "unknown-heading",
                        head,
                        column,
                        column,
                        "There is no column '" + column + "'. " + Suggestion.didYouMean(column, known)
                                + "Columns of your own begin with x-.");
            }
        }
    }

    private void plan(Sheet sheet, Sheet.Row row, String id, ListOptions options) {
        ObjectNode before = stored.get(id);
        Integer seen = version(row);
        ObjectNode after = before == null ? JsonNodeFactory.instance.objectNode() : before.deepCopy();
        after.put(ID, id);
        for (String column : sheet.columns()) {
            if (!column.equals(ID) && !column.equals(EntryColumns.VERSION)) {
                EntryColumns.put(after, column, row.cell(column));
            }
        }
        List<CellChange> changes = differences(before, after);
        if (before == null && seen != null && seen > 0 && !options.overwrite()) {
            plan.conflict(new RowChange(row.number(), id, name(after), "removed", changes));
        } else if (before == null) {
            plan.add(
                    new EntryChange.Create(section, after),
                    new RowChange(row.number(), id, name(after), "added", changes));
        } else if (changes.isEmpty()) {
            plan.same();
        } else {
            RowChange told = new RowChange(row.number(), id, name(after), "changed", changes);
            if (seen != null && !seen.equals(versions.get(id)) && !options.overwrite()) {
                plan.conflict(told);
            } else {
                plan.add(new EntryChange.Replace(Set.of(section), id, versions.get(id), after), told);
            }
        }
    }

    private @Nullable Integer version(Sheet.Row row) {
        String text = row.cell(EntryColumns.VERSION).strip();
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,9}")) {
            report.violation(
                    "bad-version",
                    line(row),
                    EntryColumns.VERSION,
                    text,
                    "The version is '" + text
                            + "', but it is a whole number that the export has written. Leave it as it is, or"
                            + " empty it to change whatever is stored.");
            return null;
        }
        return Integer.valueOf(text);
    }

    private static List<CellChange> differences(@Nullable ObjectNode before, ObjectNode after) {
        Map<String, String> old = before == null ? Map.of() : EntryColumns.cells(before);
        Map<String, String> now = EntryColumns.cells(after);
        Set<String> columns = new LinkedHashSet<>(now.keySet());
        columns.addAll(old.keySet());
        return columns.stream()
                .map(each -> new CellChange(each, old.getOrDefault(each, ""), now.getOrDefault(each, "")))
                .filter(each -> !each.stored().equals(each.sent()))
                .toList();
    }

    private static @Nullable String name(ObjectNode entry) {
        return entry.path("name").isTextual() ? entry.path("name").asText() : null;
    }

    private static Place line(Sheet.Row row) {
        return Place.line(FILE, row.number());
    }
}
