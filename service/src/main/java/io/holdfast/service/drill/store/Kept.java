package io.holdfast.service.drill.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.service.drill.LearningWorth;
import io.holdfast.simulator.calendar.Level;
import java.util.List;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** What a search could prove, what a drill would teach and the rules, as the database keeps them. */
final class Kept {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final TypeReference<List<Level>> LEVELS = new TypeReference<>() {};

    private Kept() {}

    static @Nullable JSONB write(@Nullable Object value) {
        return value == null ? null : JSONB.jsonb(JSON.valueToTree(value).toString());
    }

    static List<Level> levels(JSONB stored) {
        try {
            return JSON.readValue(stored.data(), LEVELS);
        } catch (JsonProcessingException e) {
            throw broken(stored, e);
        }
    }

    static LearningWorth.@Nullable Worth worth(@Nullable JSONB stored) {
        try {
            return stored == null ? null : JSON.readValue(stored.data(), LearningWorth.Worth.class);
        } catch (JsonProcessingException e) {
            throw broken(stored, e);
        }
    }

    static JsonNode tree(JSONB stored) {
        try {
            return JSON.readTree(stored.data());
        } catch (JsonProcessingException e) {
            throw broken(stored, e);
        }
    }

    private static IllegalStateException broken(JSONB stored, JsonProcessingException e) {
        return new IllegalStateException("What is stored is not what this version writes: " + stored.data(), e);
    }
}
