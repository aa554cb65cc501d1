package io.holdfast.service.approval;

import java.util.Optional;

/** Where subjects of one type come from: a room that has something approved brings one of these. For any number of threads. */
public interface ApprovalSource {

    /** The type of its subjects, such as {@code plan}. */
    String type();

    /** The hash that a subject would be submitted with now ({@link Draft#hash}); empty where there is no such subject any more. */
    Optional<String> findHash(String subject);

    /** Whether a subject is over and done with, so that nothing calls for a review of what was approved of it; false where it goes on. */
    default boolean isOver(String subject) {
        return false;
    }
}
