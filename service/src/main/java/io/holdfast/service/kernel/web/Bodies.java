package io.holdfast.service.kernel.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpStatus;
import java.io.IOException;

/** Reads bodies that are objects in JSON of a shape that the room checks itself. */
public final class Bodies {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Bodies() {}

    /** The object, or a problem {@code bad-json} that says where it stops being one. */
    public static ObjectNode object(byte[] body) {
        try {
            JsonNode tree = STRICT.readTree(body);
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw bad("The body must be one object in JSON, as in {\"id\": \"a\"}.");
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            String where = place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
            throw bad("The body is not JSON" + where + ": " + reason(e) + ".");
        } catch (IOException e) {
            throw bad("The body could not be read: " + e.getMessage() + ".");
        }
    }

    /** Why something is not JSON, or not of the shape that is wanted, without a word about how it is read. */
    public static String reason(JsonProcessingException error) {
        return switch (error) {
            case StreamConstraintsException ignored ->
                "it is nested too deeply, or a name, number or text in it is too long";
            case JsonMappingException ignored -> Unreadable.find(error).orElse("it has another shape");
            default ->
                error.getOriginalMessage().lines().findFirst().orElse("").replaceFirst(" \\(start marker at .*", "");
        };
    }

    private static ProblemException bad(String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "bad-json", detail);
    }
}
