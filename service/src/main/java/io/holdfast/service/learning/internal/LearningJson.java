package io.holdfast.service.learning.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;

/** Values of the room as JSON: days and moments as ISO 8601 texts. For any number of threads. */
public final class LearningJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private LearningJson() {}

    /** The tree of a value. */
    public static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    /** The tree of a text that this class wrote. */
    public static JsonNode tree(String text) {
        return require(text, JsonNode.class);
    }

    /** Whether two numbers are the same: one that was read again has nodes of other types. */
    public static boolean isSame(JsonNode one, JsonNode other) {
        return one.toString().equals(other.toString());
    }

    /** The value of a text that was written of it. */
    public static <T> T require(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("What is stored of learning cannot be read as " + type.getSimpleName(), e);
        }
    }
}
