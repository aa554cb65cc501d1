package io.holdfast.service.drill.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.service.drill.Reason;
import java.util.List;
import org.jooq.JSONB;

/** Reasons as the database keeps them: a list of codes with their values. */
final class Reasons {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Reason>> LIST = new TypeReference<>() {};

    private Reasons() {}

    static JSONB write(List<Reason> reasons) {
        try {
            return JSONB.jsonb(JSON.writeValueAsString(reasons));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list of texts could not be written", e);
        }
    }

    static List<Reason> read(JSONB stored) {
        try {
            return JSON.readValue(stored.data(), LIST);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored reasons are not what this version writes: " + stored.data(), e);
        }
    }
}
