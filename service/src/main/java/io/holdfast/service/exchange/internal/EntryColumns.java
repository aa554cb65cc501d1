package io.holdfast.service.exchange.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.register.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Entries of the model file as rows of cells: a heading is a key, or a path with dots into mappings that always have the same
 * keys ({@code objectives.rto}); a dot or backslash within a key has a backslash before it. Lossless both ways.
 */
final class EntryColumns {

    /** The heading of the versions that were seen. */
    static final String VERSION = "_version";

    /** Mappings whose keys have columns of their own. */
    private static final Set<String> OPENED = Set.of(
            "names",
            "objectives",
            "objectives.rpoVolume",
            "capacity",
            "demand",
            "failure",
            "commonCause",
            "impact",
            "sla",
            "x-bia",
            "x-bia.reasons",
            "x-bia.review");

    private static final List<String> LABEL = List.of("name", "names.zh-Hant", "names.en", "owner", "tags", "note");

    private static final List<String> ELEMENT = List.of(
            "site",
            "zone",
            "tier",
            "objectives.mtpd",
            "objectives.rto",
            "objectives.rpo",
            "objectives.mbco",
            "objectives.wrt",
            "objectives.rpoVolume.amount",
            "objectives.rpoVolume.unit",
            "needs",
            "recovery",
            "restart",
            "capacity.amount",
            "capacity.unit",
            "demand.amount",
            "demand.unit",
            "demand.growth",
            "failure.mtbf",
            "failure.shape",
            "commonCause.group",
            "commonCause.beta",
            "impact.loss",
            "impact.proRata",
            "impact.levels",
            "sla.availability",
            "sla.per",
            "sla.fee",
            "sla.credits",
            "sla.creditsByOutage",
            "externalKey");

    private static final List<String> SCENARIO = List.of(
            "origin",
            "frequency",
            "hits",
            "detect",
            "declare",
            "lasts",
            "dwell",
            "staff",
            "demand",
            "when",
            "horizon",
            "externalKey");

    private static final List<String> SITE = List.of("lat", "lon", "externalKey");

    private static final List<String> TEAM = List.of("size", "people", "mobilise", "mobiliseOffHours", "externalKey");

    private static final List<String> CONTACT = List.of("team", "reach", "answers", "deputy", "externalKey");

    private static final List<String> PLAN = List.of("covers", "sequence", "externalKey");

    private static final List<String> DRILL =
            List.of("types", "scope", "scenario", "announced", "steps", "externalKey");

    /** Columns that a table has even where no entry uses them, so that people find them. */
    private static final Set<String> ALWAYS = Set.of(
            "id",
            "kind",
            "name",
            "names.zh-Hant",
            "owner",
            "site",
            "tier",
            "objectives.mtpd",
            "objectives.rto",
            "objectives.rpo",
            "needs",
            "origin",
            "frequency",
            "hits",
            "lat",
            "lon",
            "size",
            "mobilise",
            "team",
            "reach",
            "answers",
            "deputy",
            "covers",
            "sequence",
            "types",
            "scope",
            "scenario",
            "note");

    private EntryColumns() {}

    /** The columns that the format knows for entries of a list, in the order in which they are written. */
    static List<String> known(Section section) {
        Stream<String> first = section == Section.ASSET ? Stream.of("id", "kind") : Stream.of("id");
        return Stream.of(first, LABEL.stream(), own(section).stream())
                .flatMap(each -> each)
                .toList();
    }

    private static List<String> own(Section section) {
        return switch (section) {
            case SITE -> SITE;
            case TEAM -> TEAM;
            case CONTACT -> CONTACT;
            case ASSET, SERVICE, PROCESS -> ELEMENT;
            case PLAN -> PLAN;
            case SCENARIO -> SCENARIO;
            case DRILL -> DRILL;
        };
    }

    /** The columns of a table of these rows. */
    static List<String> of(Section section, List<Map<String, String>> rows) {
        Set<String> used = new LinkedHashSet<>();
        rows.forEach(row -> used.addAll(row.keySet()));
        List<String> known = known(section);
        List<String> columns = new ArrayList<>(known.stream()
                .filter(each -> ALWAYS.contains(each) || used.contains(each))
                .toList());
        used.stream().filter(each -> !known.contains(each)).forEach(columns::add);
        return columns;
    }

    /** The cells of an entry that have a value, by heading. */
    static Map<String, String> cells(ObjectNode entry) {
        Map<String, String> cells = new LinkedHashMap<>();
        open("", entry, cells);
        return cells;
    }

    private static void open(String prefix, ObjectNode mapping, Map<String, String> cells) {
        mapping.properties().forEach(each -> {
            String key = escaped(each.getKey());
            String path = prefix.isEmpty() && key.equals(VERSION) ? "\\" + key : prefix + key;
            if (each.getValue() instanceof ObjectNode inner && OPENED.contains(path) && !inner.isEmpty()) {
                open(path + ".", inner, cells);
            } else {
                cells.put(path, CellText.of(path, each.getValue()));
            }
        });
    }

    /** Whether a heading can be a column of some entry: a key, or a path into a mapping that is opened. */
    static boolean isColumn(String heading) {
        return findPath(heading).isPresent();
    }

    /**
     * Puts the value of a cell into an entry, or takes the value away where the cell is empty; a mapping that this empties
     * goes too. An empty cell for a mapping whose keys have columns of their own says nothing of them.
     *
     * @param heading a column
     */
    static void put(ObjectNode entry, String heading, String cell) {
        List<String> path = findPath(heading).orElseThrow();
        if (cell.isEmpty() && OPENED.contains(heading) && isOpen(entry, path)) {
            return;
        }
        put(entry, path, cell.isEmpty() ? null : CellText.read(heading, cell));
    }

    private static boolean isOpen(ObjectNode entry, List<String> path) {
        JsonNode at = entry;
        for (String key : path) {
            at = at.path(key);
        }
        return at.isObject() && !at.isEmpty();
    }

    private static void put(ObjectNode at, List<String> path, @Nullable JsonNode value) {
        if (value == null) {
            remove(at, path);
        } else if (path.size() == 1) {
            at.set(path.getFirst(), value);
        } else {
            ObjectNode into = at.get(path.getFirst()) instanceof ObjectNode own ? own : at.putObject(path.getFirst());
            put(into, path.subList(1, path.size()), value);
        }
    }

    private static void remove(ObjectNode at, List<String> path) {
        String key = path.getFirst();
        if (path.size() == 1) {
            at.remove(key);
        } else if (at.get(key) instanceof ObjectNode inner && !inner.isEmpty()) {
            remove(inner, path.subList(1, path.size()));
            if (inner.isEmpty()) {
                at.remove(key);
            }
        }
    }

    private static Optional<List<String>> findPath(String heading) {
        List<String> parts = parts(heading);
        for (int i = 1; i < parts.size(); i++) {
            if (!OPENED.contains(String.join(".", parts.subList(0, i)))) {
                return Optional.empty();
            }
        }
        return parts.contains("")
                ? Optional.empty()
                : Optional.of(parts.stream().map(EntryColumns::unescaped).toList());
    }

    /** The parts between dots that have no backslash before them, as they stand. */
    private static List<String> parts(String heading) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < heading.length(); i++) {
            char each = heading.charAt(i);
            if (each == '.') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(each);
                if (each == '\\' && i + 1 < heading.length()) {
                    part.append(heading.charAt(++i));
                }
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static String escaped(String key) {
        return key.isEmpty() ? "\\e" : key.replace("\\", "\\\\").replace(".", "\\.");
    }

    private static String unescaped(String part) {
        return part.equals("\\e") ? "" : part.replaceAll("\\\\(.)", "$1");
    }
}
