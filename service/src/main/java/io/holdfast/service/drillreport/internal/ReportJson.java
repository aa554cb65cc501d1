package io.holdfast.service.drillreport.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;

/** Values of the room as JSON: days and moments as ISO 8601 texts. For any number of threads. */
public final class ReportJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ReportJson() {}

    /** The tree of a value. */
    public static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    /** The value of a text that was written from its tree. */
    public static <T> T require(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("What is stored of a report cannot be read as " + type.getSimpleName(), e);
        }
    }

    /** The value of a tree. */
    public static <T> T require(JsonNode tree, Class<T> type) {
        try {
            return JSON.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(
                    "What was submitted of a report cannot be read as " + type.getSimpleName(), e);
        }
    }
}
