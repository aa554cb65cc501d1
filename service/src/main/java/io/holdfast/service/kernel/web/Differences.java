package io.holdfast.service.kernel.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.web.Problem.Change;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where two entries differ: key by key; a list is looked at as a whole. */
public final class Differences {

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
        } else if (!isEqual(stored, sent)) {
            changes.add(new Change(path, stored.isMissingNode() ? null : stored, sent.isMissingNode() ? null : sent));
        }
    }

    private static boolean isEqual(JsonNode stored, JsonNode sent) {
        boolean numbers = stored.isNumber() && sent.isNumber();
        return numbers ? stored.doubleValue() == sent.doubleValue() : stored.equals(sent);
    }
}
