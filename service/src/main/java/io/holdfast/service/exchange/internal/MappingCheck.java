package io.holdfast.service.exchange.internal;

import io.holdfast.service.exchange.MappedTable.Field;
import io.holdfast.service.exchange.Mapping;
import io.holdfast.service.exchange.Mapping.Column;
import io.holdfast.service.register.Section;
import io.holdfast.simulator.format.Suggestion;
import io.holdfast.simulator.model.Id;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of a mapping: a list that there is, fields that the list has, each once, units that are known. */
public final class MappingCheck {

    /** What the mapping is called in reports. */
    public static final String FILE = "mapping";

    private static final int MOST_COLUMNS = 500;
    private static final int MOST_VALUES = 2_000;
    private static final int LONGEST = 1_000;

    /** Fields that several columns may fill. */
    private static final Set<String> MANY = Set.of("needs", "tags", "covers", "sequence", "scope", "types", "to");

    private final Mapping mapping;
    private final Report report;

    private MappingCheck(Mapping mapping, Report report) {
        this.mapping = mapping;
        this.report = report;
    }

    /** Notes every rule that a mapping breaks. */
    public static void check(Mapping mapping, Report report) {
        new MappingCheck(mapping, report).check();
    }

    private void check() {
        List<String> lists = Stream.concat(
                        Arrays.stream(Section.values()).map(Section::key), Stream.of(Mapping.RELATIONS))
                .toList();
        if (!lists.contains(mapping.of())) {
            refuse(
                    "bad-mapping",
                    "of",
                    mapping.of(),
                    "A row is an entry of one of " + String.join(", ", lists) + ".",
                    lists);
            return;
        }
        String source = mapping.firstPart();
        if (!Id.isValid(source) || source.indexOf('.') >= 0) {
            refuse(
                    "bad-source",
                    "source",
                    source,
                    "The source becomes the first part of every new id: small letters, digits, hyphens and underscores,"
                            + " beginning with a letter or digit.",
                    List.of());
        }
        Set<String> known =
                FieldForm.fieldsOf(mapping.of()).stream().map(Field::field).collect(Collectors.toSet());
        Set<String> taken = new HashSet<>();
        Set<String> headings = new HashSet<>();
        for (Column column : mapping.columns()) {
            if (column.heading().isBlank() || !headings.add(column.heading())) {
                refuse(
                        "bad-mapping",
                        column.heading(),
                        column.heading(),
                        "Every column of a mapping has a heading of its own.",
                        List.of());
            }
            checkField(column.heading(), column.field(), known, taken);
            checkUnit(column);
        }
        mapping.defaults().keySet().forEach(field -> checkField(field, field, known, new HashSet<>()));
        checkSize();
        if (mapping.of().equals(Mapping.RELATIONS)) {
            requireField(RelationMapper.FROM);
            requireField(RelationMapper.TO);
        } else if (Stream.of(FieldForm.KEY, FieldForm.ID, "name")
                .allMatch(field -> mapping.findColumn(field).isEmpty())) {
            refuse(
                    "field-missing",
                    null,
                    "",
                    "No column says which entry a row is. Map one as name, key or id.",
                    List.of(FieldForm.KEY, "name", FieldForm.ID));
        }
    }

    private void requireField(String field) {
        if (mapping.findColumn(field).isEmpty()) {
            refuse(
                    "field-missing",
                    null,
                    field,
                    field.equals(RelationMapper.FROM)
                            ? "No column says who needs something. Map one as from."
                            : "No column says what is needed. Map one as to.",
                    List.of(field));
        }
    }

    private void checkField(String heading, @Nullable String field, Set<String> known, Set<String> taken) {
        if (field == null) {
            return;
        }
        boolean own = (field.startsWith("x-") || field.startsWith("names.")) && EntryColumns.isColumn(field);
        if (!known.contains(field) && (!own || mapping.of().equals(Mapping.RELATIONS))) {
            refuse(
                    "unknown-field",
                    heading,
                    field,
                    "There is no field '" + field + "' in " + mapping.of() + ". " + Suggestion.didYouMean(field, known)
                            + "Fields of your own begin with x-.",
                    List.of());
        } else if (!taken.add(field) && !MANY.contains(field)) {
            refuse(
                    "field-twice",
                    heading,
                    field,
                    "Two columns fill the field '" + field + "'. Leave one of them out.",
                    List.of());
        }
    }

    private void checkUnit(Column column) {
        String unit = column.unit();
        if (unit != null && !unit.isBlank() && !PlainCell.UNITS.contains(unit)) {
            refuse(
                    "bad-mapping",
                    column.heading(),
                    unit,
                    "The unit of a time is one of " + String.join(", ", PlainCell.UNITS) + ".",
                    PlainCell.UNITS);
        }
    }

    private void checkSize() {
        int values = mapping.columns().stream()
                .mapToInt(each -> each.values().size())
                .sum();
        boolean isLong = Stream.of(
                        mapping.columns().stream()
                                .flatMap(each -> Stream.of(each.heading(), String.valueOf(each.field()))),
                        mapping.columns().stream()
                                .flatMap(each -> each.values().entrySet().stream())
                                .flatMap(each -> Stream.of(each.getKey(), each.getValue())),
                        mapping.defaults().values().stream())
                .flatMap(each -> each)
                .anyMatch(each -> each.length() > LONGEST || each.indexOf('\0') >= 0);
        if (mapping.columns().size() > MOST_COLUMNS || values > MOST_VALUES || isLong) {
            refuse(
                    "bad-mapping",
                    null,
                    "",
                    "A mapping has at most " + MOST_COLUMNS + " columns and " + MOST_VALUES
                            + " values, and no text is longer than " + LONGEST + " characters.",
                    List.of());
        }
    }

    private void refuse(String code, @Nullable String column, String value, String message, List<String> choices) {
        report.violation(code, Place.whole(FILE), column, value, message, choices);
    }
}
