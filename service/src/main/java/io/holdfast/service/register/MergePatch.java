package io.holdfast.service.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON merge patches. Source: RFC 7396. */
final class MergePatch {

    private MergePatch() {}

    /** What a patch makes of an object: null removes a key, an object is merged, everything else replaces. */
    static ObjectNode applied(ObjectNode target, ObjectNode patch) {
        ObjectNode result = target.deepCopy();
        patch.properties().forEach(each -> {
            String key = each.getKey();
            switch (each.getValue()) {
                case ObjectNode inner ->
                    result.set(
                            key, applied(result.get(key) instanceof ObjectNode own ? own : result.objectNode(), inner));
                case JsonNode value when value.isNull() -> result.remove(key);
                case JsonNode value -> result.set(key, value.deepCopy());
            }
        });
        return result;
    }
}
