package io.holdfast.service.drillplan.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Values of the room as JSON: days, times and moments as ISO 8601 texts. For any number of threads. */
public final class PlanJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private PlanJson() {}

    /** The text of a value; null for null. */
    public static @Nullable String write(@Nullable Object value) {
        return value == null ? null : tree(value).toString();
    }

    /** The tree of a value. */
    public static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    /** The value of a text that {@link #write} made; null for null. */
    public static <T> @Nullable T read(@Nullable String text, Class<T> type) {
        return text == null ? null : require(text, type);
    }

    /** The value of a text that {@link #write} made. */
    public static <T> T require(String text, Class<T> type) {
        return require(tree(text), type);
    }

    /** The value of a tree. */
    public static <T> T require(JsonNode tree, Class<T> type) {
        try {
            return JSON.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(
                    "What is stored of a drill plan cannot be read as " + type.getSimpleName(), e);
        }
    }

    /** A text of JSON as a tree. */
    public static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("What is stored of a drill plan is no JSON", e);
        }
    }
}
