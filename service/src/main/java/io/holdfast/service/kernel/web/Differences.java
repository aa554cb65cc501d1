package io.holdfast.service.kernel.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.web.Problem.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where two entries differ: key by key; a list is looked at as a whole, and numbers by what they are worth. For any number of threads. */
public final class Differences {

    /** Jackson asks for values only; 0 for equal ones. */
    private static final Comparator<JsonNode> BY_VALUE =
            (one, other) -> one.isNumber() && other.isNumber() && one.doubleValue() == other.doubleValue()
                    ? 0
                    : one.equals(other) ? 0 : 1;

    private Differences() {}

    /** The places where what is stored and what was sent differ; none where, and only where, they say the same. */
    public static List<Change> of(JsonNode stored, JsonNode sent) {
        List<Change> changes = new ArrayList<>();
        compare("$", stored, sent, changes);
        return changes;
    }

    private static void compare(String path, JsonNode stored, JsonNode sent, List<Change> changes) {
        if (stored instanceof ObjectNode one && sent instanceof ObjectNode other) {
            Set<String> keys = new LinkedHashSet<>();
            one.fieldNames().forEachRemaining(keys::add);
            other.fieldNames().forEachRemaining(keys::add);
            keys.forEach(key -> compare(path + "." + key, one.path(key), other.path(key), changes));
        } else if (!stored.equals(BY_VALUE, sent)) {
            changes.add(new Change(path, stored.isMissingNode() ? null : stored, sent.isMissingNode() ? null : sent));
        }
    }
}
