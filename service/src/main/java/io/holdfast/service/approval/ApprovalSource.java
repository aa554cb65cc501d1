package io.holdfast.service.approval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Where subjects of one type come from: a room that has something approved brings one of these. For any number of threads. */
public interface ApprovalSource {

    /** The type of its subjects, such as {@code plan}. */
    String type();

    /** The hash that a subject would be submitted with now ({@link Draft#hash}); empty where there is no such subject any more. */
    Optional<String> findHash(String subject);

    /**
     * What was submitted, as it may be told to everybody who may read: the content in each language. All of it, but where a room has come
     * to know that some of it must not be read any more.
     */
    default JsonNode told(JsonNode content) {
        return content;
    }

    /** Whether a subject is over and done with, so that nothing calls for a review of what was approved of it; false where it goes on. */
    default boolean isOver(String subject) {
        return false;
    }
}
