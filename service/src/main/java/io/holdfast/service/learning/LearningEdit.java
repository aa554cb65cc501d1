package io.holdfast.service.learning;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edit of the register that learning proposes, as it was submitted; it never changes.
 *
 * @param id its number
 * @param content what it says
 * @param madeAt when it was submitted
 * @param madeBy who submitted it
 * @param applied that it was written to the register, or null
 */
public record LearningEdit(
        long id,
        Content content,
        Instant madeAt,
        String madeBy,
        @Nullable Applied applied) {

    /**
     * What an edit says.
     *
     * @param revision the revision of the register that it was made on
     * @param digest the digest of that model
     * @param actuals how many actuals held
     * @param events in how many drills and incidents
     * @param bias what guesses share, or null
     * @param stated how actuals fell into what was stated
     * @param forecasts how they fell into what was believed before each event
     * @param lessons the numbers that it changes
     * @param left how many numbers that differ were left as they are
     */
    public record Content(
            long revision,
            String digest,
            int actuals,
            int events,
            Preview.@Nullable Bias bias,
            CoverageView stated,
            CoverageView forecasts,
            List<FrozenLesson> lessons,
            int left) {

        /** Copies the list. */
        public Content {
            lessons = List.copyOf(lessons);
        }
    }

    /**
     * That an edit is in the register.
     *
     * @param at when it was written
     * @param by who did
     * @param revision the revision of the register that it made
     */
    public record Applied(Instant at, String by, long revision) {}
}
