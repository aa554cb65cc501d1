package io.holdfast.service.exchange.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.exchange.MappedTable.MappedRow;
import io.holdfast.service.exchange.Mapping;
import io.holdfast.service.exchange.Mapping.Column;
import io.holdfast.service.register.Section;
import io.holdfast.simulator.model.ContinuityModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes of a table of who needs what one of the entries that need, for each list its own. What is stored stays; what is there already
 * is not said twice; rows of one element that share a group are alternatives. One use an instance.
 */
final class RelationMapper {

    static final String FROM = "from";
    static final String TO = "to";
    static final String RELATION = "relation";
    static final String GROUP = "group";
    static final String MIN_UP = "minUp";

    /** The fields of a relation. */
    static final List<String> FIELDS = List.of(FROM, TO, RELATION, GROUP, MIN_UP);

    private static final String NEEDS = "needs";

    private final Mapping mapping;
    private final ContinuityModel model;
    private final MappedCells cells;
    private final List<MappedRow> rows = new ArrayList<>();
    private final Map<String, Needing> needing = new LinkedHashMap<>();

    RelationMapper(Mapping mapping, ContinuityModel model, Report report) {
        this.mapping = mapping;
        this.model = model;
        cells = new MappedCells(model, NameBook.ofElements(model), report);
    }

    /** What an element is to need. */
    private static final class Needing {
        private final long row;
        private final ArrayNode needs;
        private final Set<String> named = new LinkedHashSet<>();
        private final Map<String, ObjectNode> groups = new LinkedHashMap<>();
        private final Map<String, Said> least = new LinkedHashMap<>();

        Needing(long row, ArrayNode needs) {
            this.row = row;
            this.needs = needs;
            needs.forEach(each -> MappedCells.name(each, named));
        }
    }

    /** How many of a group must be up, and in which row that stands. */
    private record Said(long row, int count) {}

    static FieldForm formOf(String field) {
        return field.equals(MIN_UP) ? FieldForm.NUMBER : field.equals(TO) ? FieldForm.NAMES : FieldForm.TEXT;
    }

    /** The entries that need something, list by list; broken rules stand in the report. */
    Map<Section, Sheet> map(Sheet table) {
        Map<Section, Map<String, Map<String, String>>> stored = new LinkedHashMap<>();
        for (Section section : Section.ELEMENTS) {
            stored.put(section, StoredCells.of(model, section));
        }
        table.rows().forEach(row -> relate(row, stored));
        Map<Section, Sheet> sheets = new LinkedHashMap<>();
        stored.forEach((section, entries) -> {
            List<Sheet.Row> lines = new ArrayList<>();
            needing.forEach((id, each) -> {
                if (entries.containsKey(id)) {
                    lines.add(new Sheet.Row(each.row, Map.of(FieldForm.ID, id, NEEDS, CellText.of(NEEDS, each.needs))));
                }
            });
            if (!lines.isEmpty()) {
                sheets.put(section, new Sheet(List.of(FieldForm.ID, NEEDS), lines));
            }
        });
        return sheets;
    }

    /** How the rows come out. */
    List<MappedRow> rows() {
        return rows;
    }

    private String text(Sheet.Row row, String field) {
        String text = cell(row, field);
        return text.isEmpty() ? usual(field) : text;
    }

    private String cell(Sheet.Row row, String field) {
        return mapping.findColumn(field)
                .map(column -> MappedCells.translated(column, row))
                .orElse("");
    }

    private String usual(String field) {
        return mapping.defaults().getOrDefault(field, "").strip();
    }

    private void relate(Sheet.Row row, Map<Section, Map<String, Map<String, String>>> stored) {
        Optional<Column> from = mapping.findColumn(FROM);
        Optional<Column> to = mapping.findColumn(TO);
        if (from.isEmpty() || to.isEmpty()) {
            return; // told once for the whole table
        }
        String fromText = text(row, FROM);
        String toText = text(row, TO);
        if (fromText.isEmpty() || toText.isEmpty()) {
            cells.refuse(
                    "missing-value",
                    row,
                    (fromText.isEmpty() ? from : to).get().heading(),
                    "",
                    "A relation says who needs something and what is needed. Fill the cell in, or empty the row.");
            return;
        }
        Optional<String> id = cells.element(from.get(), fromText, row);
        List<String> needed = cells.elements(to.get(), toText, row);
        if (id.isPresent()) {
            needed.forEach(each -> add(row, id.get(), each, stored));
        }
    }

    private void add(Sheet.Row row, String id, String to, Map<Section, Map<String, Map<String, String>>> stored) {
        if (id.equals(to)) {
            cells.refuse(
                    "needs-itself",
                    row,
                    mapping.findColumn(TO).map(Column::heading).orElse(null),
                    to,
                    "'" + id + "' cannot need itself. Mend the cell, or empty the row.");
            return;
        }
        String relation = text(row, RELATION);
        String group = text(row, GROUP);
        Needing each = needing.computeIfAbsent(id, key -> new Needing(row.number(), needsOf(key, stored)));
        rows.add(new MappedRow(row.number(), id, false, shown(to, relation, group)));
        if (!group.isEmpty()) {
            alternative(each, group, to, relation, row);
        } else if (each.named.add(to)) {
            each.needs.add(relation.isEmpty() ? JsonNodeFactory.instance.textNode(to) : one(to, relation));
        }
    }

    private static Map<String, String> shown(String to, String relation, String group) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put(TO, to);
        if (!relation.isEmpty()) {
            shown.put(RELATION, relation);
        }
        if (!group.isEmpty()) {
            shown.put(GROUP, group);
        }
        return shown;
    }

    private static ArrayNode needsOf(String id, Map<Section, Map<String, Map<String, String>>> stored) {
        for (Map<String, Map<String, String>> entries : stored.values()) {
            Map<String, String> entry = entries.get(id);
            String text = entry == null ? "" : entry.getOrDefault(NEEDS, "");
            if (!text.isEmpty() && CellText.read(NEEDS, text) instanceof ArrayNode list) {
                return list;
            }
        }
        return JsonNodeFactory.instance.arrayNode();
    }

    private static ObjectNode one(String to, String relation) {
        ObjectNode need = JsonNodeFactory.instance.objectNode();
        need.putArray("of").add(to);
        return need.put(NeedText.RELATION, relation.strip().replaceAll("\\s+", "-"));
    }

    private void alternative(Needing each, String group, String to, String relation, Sheet.Row row) {
        String said = cell(row, MIN_UP);
        Optional<Integer> count = count(said.isEmpty() ? usual(MIN_UP) : said, row);
        if (count.isEmpty()) {
            return;
        }
        ObjectNode need = each.groups.computeIfAbsent(group, key -> groupOf(each, key, relation, count.get()));
        if (!said.isEmpty()) {
            Said before = each.least.putIfAbsent(group, new Said(row.number(), count.get()));
            if (before != null && before.count != count.get()) {
                refuseCount(
                        row,
                        said,
                        "Row " + before.row + " says that " + before.count + " of the group '" + group
                                + "' must be up, this row says " + count.get()
                                + ". Write the same number in both, or in one of them alone.");
                return;
            }
            need.put("atLeast", count.get());
        }
        Set<String> members = new LinkedHashSet<>();
        MappedCells.name(need, members);
        if (members.add(to)) {
            need.withArray("of").add(to);
        }
    }

    /** A number from 1; 1 where nothing is said; nothing, with a violation, for what is no such number. */
    private Optional<Integer> count(String text, Sheet.Row row) {
        Optional<String> number = text.isEmpty() ? Optional.of("1") : PlainCell.number(text);
        if (number.isPresent() && number.get().matches("[1-9][0-9]{0,5}")) {
            return number.map(Integer::valueOf);
        }
        refuseCount(row, text, "'" + text + "' is not how many of the group must be up: a whole number from 1.");
        return Optional.empty();
    }

    private void refuseCount(Sheet.Row row, String text, String message) {
        String heading = mapping.findColumn(MIN_UP).map(Column::heading).orElse(null);
        cells.refuse("bad-min-up", row, heading, text, message);
    }

    /** The stored need of a group, which keeps how many of it must be up; else a new one. */
    private static ObjectNode groupOf(Needing each, String group, String relation, int least) {
        for (JsonNode need : each.needs) {
            if (need instanceof ObjectNode known
                    && known.path("x-group").asText().equals(group)) {
                return known;
            }
        }
        ObjectNode need = JsonNodeFactory.instance.objectNode().put("atLeast", least);
        need.putArray("of");
        need.put("x-group", group);
        if (!relation.isEmpty()) {
            need.put(NeedText.RELATION, relation.strip().replaceAll("\\s+", "-"));
        }
        each.needs.add(need);
        return need;
    }
}
