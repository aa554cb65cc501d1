package io.holdfast.service.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.simulator.format.ModelReader;
import io.holdfast.simulator.format.ModelWriter;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.model.ContinuityModel;

/** Models as trees of the published format. */
final class Documents {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Documents() {}

    /** The document of a model; the caller owns it. */
    static ObjectNode write(ContinuityModel model) {
        try {
            return (ObjectNode) MAPPER.readTree(ModelWriter.toJson(model));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The writer of models wrote what is not JSON", e);
        }
    }

    /** Whether a key or a text has the one character that PostgreSQL cannot store. */
    static boolean hasNull(JsonNode tree) {
        if (tree.isTextual()) {
            return tree.asText().indexOf('\0') >= 0;
        }
        for (String key : (Iterable<String>) tree::fieldNames) {
            if (key.indexOf('\0') >= 0) {
                return true;
            }
        }
        for (JsonNode child : tree) {
            if (hasNull(child)) {
                return true;
            }
        }
        return false;
    }

    /** The model of a document that was valid when it was stored. */
    static ContinuityModel read(ObjectNode document) {
        return switch (tryRead(document)) {
            case ReadOutcome.Read read -> read.model();
            case ReadOutcome.Refused refused ->
                throw new IllegalStateException("The model is not valid: "
                        + refused.violations().getFirst().toLine());
        };
    }

    /** The model of a document, or what is wrong with it. */
    static ReadOutcome tryRead(ObjectNode document) {
        try {
            return ModelReader.read(MAPPER.writeValueAsBytes(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values could not be written", e);
        }
    }
}
