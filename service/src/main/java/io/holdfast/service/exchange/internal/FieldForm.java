package io.holdfast.service.exchange.internal;

import io.holdfast.service.exchange.MappedTable.Field;
import io.holdfast.service.exchange.Mapping;
import io.holdfast.service.register.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a field of an entry holds, so that a cell of somebody's own table can be read as that. */
public enum FieldForm {
    /** Any text. */
    TEXT,
    /** A time in hours. */
    HOURS,
    /** A share from 0 to 1, also written as per cent. */
    SHARE,
    /** A number. */
    NUMBER,
    /** Yes or no. */
    TRUTH,
    /** Texts. */
    LIST,
    /** Elements, by id, key or name. */
    NAMES,
    /** One entry of another list, by id, key or name. */
    NAME,
    /** A number with its unit. */
    AMOUNT,
    /** A value in the notation of lists. */
    JSON;

    /** The key of the source. */
    public static final String KEY = "externalKey";

    /** The id. */
    public static final String ID = "id";

    /** A number with its unit in one cell. */
    static final String CAPACITY = "capacity";

    private static final Map<String, FieldForm> FORMS = forms();

    private static Map<String, FieldForm> forms() {
        Map<String, FieldForm> forms = new LinkedHashMap<>();
        for (String each : List.of(
                "objectives.mtpd",
                "objectives.rto",
                "objectives.rpo",
                "objectives.wrt",
                "failure.mtbf",
                "restart",
                "mobilise",
                "mobiliseOffHours",
                "detect",
                "declare",
                "lasts",
                "dwell",
                "horizon",
                "answers")) {
            forms.put(each, HOURS);
        }
        for (String each : List.of("objectives.mbco", "sla.availability", "reach", "commonCause.beta", "staff")) {
            forms.put(each, SHARE);
        }
        for (String each : List.of(
                "tier",
                "capacity.amount",
                "demand.amount",
                "demand.growth",
                "objectives.rpoVolume.amount",
                "sla.fee",
                "failure.shape",
                "lat",
                "lon",
                "size",
                "frequency")) {
            forms.put(each, NUMBER);
        }
        for (String each : List.of("impact.proRata", "people", "announced")) {
            forms.put(each, TRUTH);
        }
        for (String each : List.of("tags", "types")) {
            forms.put(each, LIST);
        }
        for (String each : List.of("needs", "covers", "sequence", "scope")) {
            forms.put(each, NAMES);
        }
        for (String each : List.of("site", "team", "deputy", "scenario")) {
            forms.put(each, NAME);
        }
        for (String each : List.of(
                "recovery", "impact.loss", "impact.levels", "sla.credits", "sla.creditsByOutage", "hits", "steps")) {
            forms.put(each, JSON);
        }
        forms.put(CAPACITY, AMOUNT);
        return forms;
    }

    /** What a field holds; a text where nothing else is known. */
    static FieldForm of(String field) {
        return FORMS.getOrDefault(field, TEXT);
    }

    /** The fields of a list in the order in which people look for them; of relations their own. */
    public static List<Field> fieldsOf(String list) {
        List<String> fields = new ArrayList<>();
        if (list.equals(Mapping.RELATIONS)) {
            fields.addAll(RelationMapper.FIELDS);
        } else {
            Optional<Section> section = Section.findByKey(list);
            section.ifPresent(each -> {
                fields.addAll(List.of(KEY, ID));
                EntryColumns.known(each).stream()
                        .filter(column -> !fields.contains(column))
                        .forEach(fields::add);
                if (fields.contains("capacity.amount")) {
                    fields.add(fields.indexOf("capacity.amount"), CAPACITY);
                }
            });
        }
        return fields.stream()
                .map(each -> new Field(each, formIn(list, each).name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static FieldForm formIn(String list, String field) {
        return list.equals(Mapping.RELATIONS) ? RelationMapper.formOf(field) : of(field);
    }
}
