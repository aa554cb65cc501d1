package io.holdfast.service.exchange.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * An object of a dump, with the fields that matter.
 *
 * @param index its position in the dump from 0
 * @param model its model in lower case, such as {@code dcim.device}
 * @param pk its primary key as text
 * @param fields the fields that were kept
 */
record DumpObject(long index, String model, String pk, ObjectNode fields) {

    Place at() {
        return new Place(NetboxDump.FILE, 0, "$[" + index + "] " + model + " " + pk);
    }

    /** A field as text, or null where it is missing, null or blank. */
    @Nullable
    String text(String field) {
        JsonNode value = fields.get(field);
        if (value == null || value.isNull() || value.isContainerNode()) {
            return null;
        }
        String text = value.asText().strip();
        return text.isEmpty() ? null : text;
    }
}
