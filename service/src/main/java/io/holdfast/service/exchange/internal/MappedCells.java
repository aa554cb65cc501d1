package io.holdfast.service.exchange.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.holdfast.service.exchange.Mapping.Column;
import io.holdfast.simulator.model.Amount;
import io.holdfast.simulator.model.ContinuityModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the cells of somebody's own table as the fields that they fill, and writes them as cells of a list. */
final class MappedCells {

    /** What the table is called in reports. */
    static final String FILE = "file";

    /** Fields that name one entry of another list. */
    private static final Map<String, String> LISTS =
            Map.of("site", "sites", "team", "teams", "deputy", "contacts", "scenario", "scenarios");

    private final ContinuityModel model;
    private final NameBook elements;
    private final Map<String, NameBook> lists = new HashMap<>();
    private final Report report;

    MappedCells(ContinuityModel model, NameBook elements, Report report) {
        this.model = model;
        this.elements = elements;
        this.report = report;
    }

    /** The text of a cell with its value translated; empty for none. */
    static String translated(Column column, Sheet.Row row) {
        String text = row.cell(column.heading()).strip();
        String exact = column.values().get(text);
        if (exact != null) {
            return exact.strip();
        }
        String folded = PlainCell.folded(text);
        return column.values().entrySet().stream()
                .filter(each -> PlainCell.folded(each.getKey()).equals(folded))
                .findFirst()
                .map(each -> each.getValue().strip())
                .orElse(text);
    }

    void refuse(String code, Sheet.Row row, @Nullable String column, String value, String message) {
        report.violation(code, Place.line(FILE, row.number()), column, value, message);
    }

    /** Puts what a cell says under the heading of the list; what cannot be read goes to the report. */
    void put(
            Map<String, String> entry,
            Map<String, String> before,
            Column column,
            String field,
            String text,
            Sheet.Row row) {
        FieldForm form = FieldForm.of(field);
        boolean any = form == FieldForm.TEXT || form == FieldForm.JSON;
        if (!any && form != FieldForm.TRUTH && PlainCell.isNothing(text)) {
            return;
        }
        switch (form) {
            case TEXT -> entry.put(field, CellText.of(field, TextNode.valueOf(text)));
            case JSON -> entry.put(field, text);
            case LIST -> entry.put(field, TableMapper.cell(field, PlainCell.members(text.replaceAll("[,，]", ";"))));
            case NAMES -> entry.put(field, needs(field, entry, before, column, text, row));
            case NAME -> named(field, column, text, row).ifPresent(id -> entry.put(field, id));
            case AMOUNT -> amount(entry, column, text, row);
            case HOURS ->
                read(
                                text,
                                each -> PlainCell.hours(each, unit(column)),
                                form,
                                "is no time. Write a number with its unit, as 4 h, 30 min or 2 天, or choose the unit of the column",
                                column,
                                row)
                        .ifPresent(each -> entry.put(field, each));
            case SHARE ->
                read(text, PlainCell::share, form, "is no share. Write a number from 0 to 1, or per cent", column, row)
                        .ifPresent(each -> entry.put(field, each));
            case NUMBER ->
                read(
                                text,
                                PlainCell::number,
                                form,
                                "is no number. Write one, or say what the value stands for",
                                column,
                                row)
                        .ifPresent(each -> entry.put(field, each));
            case TRUTH ->
                read(
                                text,
                                PlainCell::truth,
                                form,
                                "is neither yes nor no. Write one, or say what the value stands for",
                                column,
                                row)
                        .ifPresent(each -> entry.put(field, each));
        }
    }

    private static String unit(Column column) {
        String unit = column.unit();
        return unit == null || unit.isBlank() ? "h" : unit;
    }

    private Optional<String> read(
            String text,
            Function<String, Optional<String>> reader,
            FieldForm form,
            String says,
            Column column,
            Sheet.Row row) {
        Optional<String> value = reader.apply(text);
        if (value.isEmpty()) {
            String why = PlainCell.why(form, text).orElse(says);
            refuse("bad-value", row, column.heading(), text, "'" + text + "' " + why + ".");
        }
        return value;
    }

    private void amount(Map<String, String> entry, Column column, String text, Sheet.Row row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        PlainCell.ungrouped(text).ifPresent(plain -> ImportedFields.putCapacity(fields, plain));
        Amount amount = ImportedFields.capacity(fields);
        if (amount != null) {
            entry.put("capacity.amount", CellText.number(Double.toString(amount.amount())));
            entry.put("capacity.unit", CellText.of("capacity.unit", TextNode.valueOf(amount.unit())));
        } else {
            refuse(
                    "bad-value",
                    row,
                    column.heading(),
                    text,
                    "'" + text + "' "
                            + PlainCell.why(FieldForm.AMOUNT, text)
                                    .orElse(
                                            "is no capacity. Write a number with its unit, as 1200 tps, or map the number"
                                                    + " alone")
                            + ".");
        }
    }

    private Optional<String> named(String field, Column column, String text, Sheet.Row row) {
        NameBook book = lists.computeIfAbsent(field, each -> NameBook.ofList(model, LISTS.getOrDefault(each, each)));
        return resolve(book, column, text, row);
    }

    private Optional<String> resolve(NameBook book, Column column, String text, Sheet.Row row) {
        List<String> found = book.find(text);
        if (found.isEmpty()) {
            refuse(
                    "unknown-id",
                    row,
                    column.heading(),
                    text,
                    "'" + text + "' names nothing here. " + book.didYouMean(text)
                            + "Add it first, or say what the value stands for.");
        } else if (found.size() > 1) {
            report.violation(
                    "ambiguous-name",
                    Place.line(FILE, row.number()),
                    column.heading(),
                    text,
                    "'" + text + "' is the name of several: "
                            + String.join(", ", found.stream().limit(5).toList())
                            + ". Write the id of the one that is meant.",
                    found.stream().limit(20).toList());
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** One element by its id, key or name. */
    Optional<String> element(Column column, String text, Sheet.Row row) {
        return resolve(elements, column, text, row);
    }

    /** Several elements in one cell; one whose name has a separator stands alone. */
    List<String> elements(Column column, String text, Sheet.Row row) {
        if (!elements.find(text).isEmpty()) {
            return resolve(elements, column, text, row).stream().toList();
        }
        List<String> ids = new ArrayList<>();
        for (String member : PlainCell.members(text)) {
            List<String> parts = elements.find(member).isEmpty() ? PlainCell.byComma(member) : List.of(member);
            parts.forEach(each -> resolve(elements, column, each, row).ifPresent(ids::add));
        }
        return ids.stream().distinct().toList();
    }

    /**
     * The needs as the cell has them: entries that say more than an id (alternatives, how long they hold) stay as they are stored,
     * and ids that one of them names are not said twice. Several columns of needs add up.
     */
    private String needs(
            String field,
            Map<String, String> entry,
            Map<String, String> before,
            Column column,
            String text,
            Sheet.Row row) {
        ArrayNode needs = JsonNodeFactory.instance.arrayNode();
        Set<String> named = new LinkedHashSet<>();
        String so = entry.containsKey(field) ? entry.get(field) : before.get(field);
        if (so != null && !so.isEmpty() && CellText.read(field, so) instanceof ArrayNode list) {
            boolean same = entry.containsKey(field);
            for (JsonNode each : list) {
                if (same || !each.isTextual()) {
                    needs.add(each);
                    name(each, named);
                }
            }
        }
        elements(column, text, row).stream().filter(named::add).forEach(needs::add);
        return CellText.of(field, needs);
    }

    /** Every id that an entry of needs names. */
    static void name(JsonNode need, Set<String> named) {
        if (need.isTextual()) {
            named.add(need.asText());
        } else if (need.isObject()) {
            need.path("of").forEach(each -> name(each, named));
            if (need.path("id").isTextual() && !need.has("of")) {
                named.add(need.path("id").asText());
            }
        }
    }
}
