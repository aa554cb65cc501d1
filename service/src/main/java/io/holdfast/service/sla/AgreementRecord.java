package io.holdfast.service.sla;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The part of an entry of the register that is agreed. */
final class AgreementRecord {

    /** The keys of an entry that belong to it. */
    static final List<String> KEYS = List.of("sla", Agreement.KEY);

    private AgreementRecord() {}

    /** The record of an entry. */
    static ObjectNode of(JsonNode entry) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        KEYS.forEach(key -> {
            if (entry.has(key)) {
                record.set(key, entry.path(key));
            }
        });
        return record;
    }

    /** The entry with another record; keys that the record leaves out, or that are null or empty, are gone. */
    static ObjectNode within(ObjectNode entry, JsonNode record) {
        ObjectNode changed = entry.deepCopy();
        KEYS.forEach(key -> {
            JsonNode said = record.path(key);
            if (said.isMissingNode() || said.isNull() || (said.isContainerNode() && said.isEmpty())) {
                changed.remove(key);
            } else {
                changed.set(key, said);
            }
        });
        return changed;
    }
}
