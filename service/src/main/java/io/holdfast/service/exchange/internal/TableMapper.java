package io.holdfast.service.exchange.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.holdfast.service.exchange.MappedTable.MappedRow;
import io.holdfast.service.exchange.Mapping;
import io.holdfast.service.exchange.Mapping.Column;
import io.holdfast.service.register.Section;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes of somebody's own table one in the columns of a list, row by row, which is then taken over like any other. A row is the
 * entry of its id; else of its key among those of the same source; else the one entry of its name; else a new one. What a row leaves
 * empty stays as it is stored. One use an instance.
 */
final class TableMapper {

    private final Mapping mapping;
    private final Section section;
    private final ContinuityModel model;
    private final Report report;
    private final MappedCells cells;
    private final Map<String, Map<String, String>> stored;
    private final NameBook names;
    private final List<MappedRow> rows = new ArrayList<>();

    TableMapper(Mapping mapping, Section section, ContinuityModel model, Report report) {
        this.mapping = mapping;
        this.section = section;
        this.model = model;
        this.report = report;
        stored = StoredCells.of(model, section);
        names = NameBook.ofElements(model);
        cells = new MappedCells(model, names, report);
    }

    /** The table in the columns of the list; broken rules stand in the report. */
    Sheet map(Sheet table) {
        Map<Sheet.Row, String> ids = ids(table);
        ids.forEach((row, id) -> names.add(id, text(row, FieldForm.KEY), text(row, "name"), List.of()));
        List<Map<String, String>> said = new ArrayList<>();
        Set<String> columns = new LinkedHashSet<>(List.of(FieldForm.ID));
        ids.forEach((row, id) -> {
            Map<String, String> entry = entry(row, id);
            rows.add(new MappedRow(row.number(), id, !stored.containsKey(id), shown(entry)));
            said.add(entry);
            columns.addAll(entry.keySet());
        });
        List<Sheet.Row> lines = new ArrayList<>();
        int at = 0;
        for (Sheet.Row row : ids.keySet()) {
            lines.add(new Sheet.Row(row.number(), whole(said.get(at++), columns)));
        }
        return new Sheet(List.copyOf(columns), lines);
    }

    /** How the rows come out. */
    List<MappedRow> rows() {
        return rows;
    }

    /** Every column has a cell: what the table says, else what is stored. */
    private Map<String, String> whole(Map<String, String> said, Set<String> columns) {
        Map<String, String> before = stored.getOrDefault(Objects.requireNonNull(said.get(FieldForm.ID)), Map.of());
        Map<String, String> whole = new LinkedHashMap<>();
        columns.forEach(column -> whole.put(column, said.getOrDefault(column, before.getOrDefault(column, ""))));
        return whole;
    }

    private static Map<String, String> shown(Map<String, String> entry) {
        Map<String, String> shown = new LinkedHashMap<>(entry);
        shown.remove(FieldForm.ID);
        shown.replaceAll((field, text) -> field.equals("needs")
                ? text
                : CellText.read(field, text) instanceof TextNode plain ? plain.asText() : text);
        return shown;
    }

    /** The rows of entries in order, each with its id. */
    private Map<Sheet.Row, String> ids(Sheet table) {
        Map<String, Sheet.Row> seen = new HashMap<>();
        Map<Sheet.Row, String> keys = new LinkedHashMap<>();
        Map<Sheet.Row, String> ids = new LinkedHashMap<>();
        for (Sheet.Row row : table.rows()) {
            String id = text(row, FieldForm.ID);
            String key = text(row, FieldForm.KEY);
            String name = Optional.ofNullable(text(row, "name")).orElse(text(row, "names.zh-Hant"));
            String known = id != null ? "id " + id : key != null ? "key " + key : name == null ? null : "name " + name;
            if (known == null) {
                cells.refuse(
                        "missing-value",
                        row,
                        column(FieldForm.ID, FieldForm.KEY, "name"),
                        "",
                        "The row has neither id nor key nor name. Fill one of them in, or empty the row.");
            } else if (seen.get(known) != null) {
                cells.refuse(
                        "duplicate-id",
                        row,
                        column(FieldForm.ID, FieldForm.KEY, "name"),
                        known.substring(known.indexOf(' ') + 1),
                        "Row " + Objects.requireNonNull(seen.get(known)).number()
                                + " is the same entry. Remove one of them, or map a column as its key.");
            } else {
                seen.put(known, row);
                ids.put(row, id == null ? "" : id);
                keys.put(row, key == null ? String.valueOf(name) : key);
            }
        }
        settle(ids, keys);
        return ids;
    }

    private void settle(Map<Sheet.Row, String> ids, Map<Sheet.Row, String> keys) {
        boolean named = mapping.findColumn(FieldForm.KEY).isEmpty();
        NameBook own = NameBook.empty();
        stored.forEach((id, row) -> own.add(id, null, plain(row, "name"), List.of(plain(row, "names.zh-Hant"))));
        Set<String> open = new LinkedHashSet<>();
        ids.replaceAll((row, id) -> {
            String key = Objects.requireNonNull(keys.get(row));
            String known = id.isEmpty() && named ? own.findByName(key).orElse("") : id;
            if (known.isEmpty()) {
                open.add(key);
            }
            return known;
        });
        IdBook book = new IdBook(mapping.firstPart(), section, open, model, report, MappedCells.FILE);
        ids.replaceAll((row, id) -> id.isEmpty() ? readable(book, Objects.requireNonNull(keys.get(row)), named) : id);
    }

    /** The id of a key; of a name without any letter that an id may have, its fingerprint. */
    private String readable(IdBook book, String key, boolean named) {
        boolean blank = Id.imported("x", key).value().substring(2).chars().allMatch(each -> each == '-');
        return named && blank
                ? mapping.firstPart() + "." + section.word() + "-" + IdBook.fingerprint(key)
                : book.getId(key).value();
    }

    private static String plain(Map<String, String> row, String column) {
        String text = row.getOrDefault(column, "");
        return text.isEmpty() ? "" : CellText.read(column, text).asText();
    }

    private @Nullable String column(String... fields) {
        for (String field : fields) {
            Optional<Column> column = mapping.findColumn(field);
            if (column.isPresent()) {
                return column.get().heading();
            }
        }
        return null;
    }

    private @Nullable String text(Sheet.Row row, String field) {
        return mapping.findColumn(field)
                .map(column -> MappedCells.translated(column, row))
                .filter(each -> !each.isEmpty())
                .orElse(null);
    }

    private Map<String, String> entry(Sheet.Row row, String id) {
        Map<String, String> before = stored.getOrDefault(id, Map.of());
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put(FieldForm.ID, id);
        for (Column column : mapping.columns()) {
            String field = column.field();
            if (field != null && !field.equals(FieldForm.ID)) {
                String text = MappedCells.translated(column, row);
                if (!text.isEmpty()) {
                    cells.put(entry, before, column, field, text, row);
                }
            }
        }
        mapping.defaults().forEach((field, text) -> {
            if (!text.isBlank() && !entry.containsKey(field) && !before.containsKey(field)) {
                cells.put(entry, before, new Column(field, field, null, Map.of()), field, text.strip(), row);
            }
        });
        if (section == Section.ASSET && !entry.containsKey("kind") && !before.containsKey("kind")) {
            cells.refuse(
                    "missing-value",
                    row,
                    column("kind"),
                    "",
                    "An asset has a kind. Map a column to it, fill the cell in, or say which kind stands for an empty cell.");
        }
        return entry;
    }

    /** A list of texts as a cell. */
    static String cell(String field, List<String> members) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        members.forEach(list::add);
        return CellText.of(field, list);
    }
}
