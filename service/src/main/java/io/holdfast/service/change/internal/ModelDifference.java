package io.holdfast.service.change.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.approval.ChangedLine;
import io.holdfast.service.change.EntryDifference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What differs between two models, entry by entry: what is new, what is gone, and of what stayed every place that has another
 * value. There is nothing where, and only where, the models say the same. Cost: linear in the models.
 */
public final class ModelDifference {

    /** The section of what stands outside of every list, such as the model's name. */
    public static final String HEAD = "model";

    private ModelDifference() {}

    /** The entries that differ, by section in the order of the file, within it those of the earlier model first. */
    public static List<EntryDifference> of(ObjectNode before, ObjectNode after) {
        List<EntryDifference> found = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(keys::add);
        after.fieldNames().forEachRemaining(keys::add);
        List<ChangedLine> head = ChangedLine.listEveryBetween(head(before), head(after));
        if (!head.isEmpty()) {
            found.add(new EntryDifference(HEAD, "", null, Map.of(), EntryDifference.Kind.CHANGED, head));
        }
        for (String key : keys) {
            if (isList(before.path(key)) || isList(after.path(key))) {
                compare(key, byId(before.path(key)), byId(after.path(key)), found);
            }
        }
        return List.copyOf(found);
    }

    private static boolean isList(JsonNode value) {
        return value.isArray() && !value.isEmpty() && value.get(0).path("id").isTextual();
    }

    private static ObjectNode head(ObjectNode model) {
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        model.properties().forEach(each -> {
            if (!isList(each.getValue())
                    && !(each.getValue().isArray() && each.getValue().isEmpty())) {
                head.set(each.getKey(), each.getValue());
            }
        });
        return head;
    }

    private static Map<String, JsonNode> byId(JsonNode list) {
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        list.forEach(entry -> entries.put(entry.path("id").asText(), entry));
        return entries;
    }

    private static void compare(
            String section, Map<String, JsonNode> before, Map<String, JsonNode> after, List<EntryDifference> found) {
        before.forEach((id, entry) -> {
            JsonNode now = after.get(id);
            if (now == null) {
                found.add(difference(section, id, entry, EntryDifference.Kind.REMOVED, List.of()));
            } else if (!entry.equals(now)) {
                List<ChangedLine> lines = ChangedLine.listEveryBetween(entry, now);
                if (!lines.isEmpty()) {
                    found.add(difference(section, id, now, EntryDifference.Kind.CHANGED, lines));
                }
            }
        });
        after.forEach((id, entry) -> {
            if (!before.containsKey(id)) {
                found.add(difference(section, id, entry, EntryDifference.Kind.ADDED, List.of()));
            }
        });
    }

    private static EntryDifference difference(
            String section, String id, JsonNode entry, EntryDifference.Kind kind, List<ChangedLine> lines) {
        Map<String, String> names = new LinkedHashMap<>();
        entry.path("names")
                .properties()
                .forEach(each -> names.put(each.getKey(), each.getValue().asText()));
        JsonNode name = entry.path("name");
        return new EntryDifference(section, id, name.isTextual() ? name.asText() : null, names, kind, lines);
    }
}
