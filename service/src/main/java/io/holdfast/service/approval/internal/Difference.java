package io.holdfast.service.approval.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.holdfast.service.approval.ChangedLine;
import io.holdfast.service.approval.ChangedLine.Kind;
import io.holdfast.service.approval.ChangedLine.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The difference of two JSON values as lines for people: entries of lists are matched by their id or name, not by their place,
 * so that one entry that was put in at the top is one line. There is no line where, and only where, the values are equal.
 */
public final class Difference {

    /** What names an entry for the program, in the order in which it is looked for. */
    private static final List<String> IDS = List.of("uid", "id", "code", "target");

    /** What names it where it is about nothing that has an id. */
    private static final List<String> NAMES = List.of("name", "kind");

    /** What an entry is about, in the order in which it is looked for. */
    private static final List<String> SUBJECTS =
            List.of("element", "service", "contact", "supplier", "plan", "drill", "team", "method");

    /** Places in an order, which follow from what was added, removed or moved: told only where nothing else is. */
    private static final Set<String> PLACES = Set.of("number", "step", "steps", "peakSteps", "retiredBy");

    private final List<ChangedLine> lines = new ArrayList<>();

    private Difference() {}

    /** The lines, in the order of the keys, without places in an order where anything else differs. */
    public static List<ChangedLine> of(JsonNode before, JsonNode after) {
        List<ChangedLine> lines = every(before, after);
        List<ChangedLine> telling = lines.stream()
                .filter(line -> line.path().stream().noneMatch(part -> part.key() && PLACES.contains(part.text())))
                .toList();
        return telling.isEmpty() ? lines : telling;
    }

    /** Every line, in the order of the keys. */
    public static List<ChangedLine> every(JsonNode before, JsonNode after) {
        Difference difference = new Difference();
        difference.compare(List.of(), before, after);
        return List.copyOf(difference.lines);
    }

    private void compare(List<Part> path, @Nullable JsonNode before, @Nullable JsonNode after) {
        JsonNode old = present(before);
        JsonNode now = present(after);
        if (old == null || now == null) {
            if (old != null || now != null) {
                lines.add(new ChangedLine(path, old == null ? Kind.ADDED : Kind.REMOVED, shown(old), shown(now)));
            }
        } else if (old.isObject() && now.isObject()) {
            compareKeys(path, old, now);
        } else if (old.isArray() && now.isArray()) {
            compareEntries(path, (ArrayNode) old, (ArrayNode) now);
        } else if (!old.equals(now)) {
            lines.add(new ChangedLine(path, Kind.CHANGED, shown(old), shown(now)));
        }
    }

    private void compareKeys(List<Part> path, JsonNode before, JsonNode after) {
        TreeSet<String> keys = new TreeSet<>();
        before.fieldNames().forEachRemaining(keys::add);
        after.fieldNames().forEachRemaining(keys::add);
        keys.forEach(key -> compare(within(path, new Part(key, true)), before.get(key), after.get(key)));
    }

    private void compareEntries(List<Part> path, ArrayNode before, ArrayNode after) {
        Map<String, JsonNode> old = byName(before);
        Map<String, JsonNode> now = byName(after);
        old.forEach((id, entry) -> compare(within(path, new Part(label(entry, id), false)), entry, now.get(id)));
        now.forEach((id, entry) -> {
            if (!old.containsKey(id)) {
                compare(within(path, new Part(label(entry, id), false)), null, entry);
            }
        });
        List<String> order = old.keySet().stream().filter(now::containsKey).toList();
        List<String> orderNow = now.keySet().stream().filter(old::containsKey).toList();
        if (!order.equals(orderNow)) {
            lines.add(new ChangedLine(path, Kind.MOVED, labels(order, old), labels(orderNow, now)));
        }
    }

    /** Entries by what names them; the second of a name is another one than the first. */
    private static Map<String, JsonNode> byName(ArrayNode list) {
        Map<String, Integer> seen = new HashMap<>();
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        for (JsonNode entry : list) {
            String id = id(entry);
            String name = id;
            while (entries.containsKey(name)) {
                name = id + " (" + (seen.merge(id, 1, Integer::sum) + 1) + ")";
            }
            entries.put(name, entry);
        }
        return entries;
    }

    private static String id(JsonNode entry) {
        if (!entry.isObject()) {
            return entry.isTextual() ? entry.asText() : entry.toString();
        }
        JsonNode about = about(entry);
        return first(entry, IDS)
                .or(() -> first(about, IDS))
                .or(() -> first(about, NAMES))
                .or(() -> first(entry, NAMES))
                .orElseGet(() -> entry.path("of").isArray()
                        ? String.join(", ", entry.path("of").findValuesAsText("name"))
                        : entry.path("hours").asText());
    }

    private static Optional<String> first(JsonNode entry, List<String> keys) {
        return keys.stream()
                .map(entry::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst();
    }

    /** What an entry is about where it has no name of its own, such as the element of a step. */
    private static JsonNode about(JsonNode entry) {
        return SUBJECTS.stream()
                .map(entry::path)
                .filter(JsonNode::isObject)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** What an entry is called: its own name, else that of what it is about, else what it was matched by. */
    private static String label(JsonNode entry, String id) {
        String name = entry.path("name").isTextual()
                ? entry.path("name").asText()
                : about(entry).path("name").asText("");
        if (name.isEmpty() || name.equals("null")) {
            return id;
        }
        String before = id.replaceFirst(" \\(\\d+\\)$", "");
        return name + id.substring(before.length());
    }

    private static JsonNode labels(List<String> ids, Map<String, JsonNode> entries) {
        ArrayNode labels = JsonNodeFactory.instance.arrayNode();
        entries.forEach((id, entry) -> {
            if (ids.contains(id)) {
                labels.add(label(entry, id));
            }
        });
        return labels;
    }

    private static List<Part> within(List<Part> path, Part part) {
        List<Part> longer = new ArrayList<>(path);
        longer.add(part);
        return longer;
    }

    /** Nothing and null read the same. */
    private static @Nullable JsonNode present(@Nullable JsonNode value) {
        return value == null || value.isNull() || value.isMissingNode() ? null : value;
    }

    private static @Nullable JsonNode shown(@Nullable JsonNode value) {
        return value == null || value.isContainerNode() ? null : value;
    }
}
