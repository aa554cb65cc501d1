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
        return ModelWriter.toTree(model);
    }

    /** Whether two entries say the same, however numbers are spelt and keys of objects are ordered. */
    static boolean saySame(JsonNode one, JsonNode other) {
        return one.equals(Documents::compare, other);
    }

    /** Jackson asks for values only; 0 for equal ones. */
    private static int compare(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue())
                : one.equals(other) ? 0 : 1;
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

    /** The model of what was valid when it was stored. */
    static ContinuityModel require(ReadOutcome outcome) {
        return switch (outcome) {
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
