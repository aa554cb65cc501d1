package io.holdfast.service.kernel.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where two records in JSON differ, for who is told that somebody else changed it. */
public final class TreeChanges {

    private static final Comparator<JsonNode> BY_VALUE =
            (one, other) -> one.isNumber() && other.isNumber() && one.doubleValue() == other.doubleValue()
                    ? 0
                    : one.equals(other) ? 0 : 1;

    private TreeChanges() {}

    /** Key by key; a list is looked at as a whole, and numbers by what they are worth. */
    public static List<Problem.Change> between(JsonNode stored, JsonNode sent) {
        List<Problem.Change> changes = new ArrayList<>();
        compare("$", stored, sent, changes);
        return changes;
    }

    private static void compare(String path, JsonNode stored, JsonNode sent, List<Problem.Change> changes) {
        if (stored.isObject() && sent.isObject()) {
            Set<String> keys = new LinkedHashSet<>();
            stored.fieldNames().forEachRemaining(keys::add);
            sent.fieldNames().forEachRemaining(keys::add);
            keys.forEach(key -> compare(path + "." + key, stored.path(key), sent.path(key), changes));
        } else if (!stored.equals(BY_VALUE, sent)) {
            changes.add(new Problem.Change(
                    path, stored.isMissingNode() ? null : stored, sent.isMissingNode() ? null : sent));
        }
    }
}
