package io.holdfast.service.action;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of an action.
 *
 * @param status where it stands
 * @param words what was said with the last step: what was done, what was seen, or why it is dropped; may be empty
 * @param doneBy the sign-in name of who said that it is done, or null
 * @param doneAt when, or null
 * @param verifiedBy the sign-in name of who saw that it works, or null
 * @param verifiedAt when, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Progress(
        ActionStatus status,
        String words,
        @Nullable String doneBy,
        @Nullable Instant doneAt,
        @Nullable String verifiedBy,
        @Nullable Instant verifiedAt) {

    /** Nobody has begun. */
    public static final Progress OPEN = new Progress(ActionStatus.OPEN, "", null, null, null, null);

    /** The next step, by somebody at a moment. */
    public Progress step(ActionStatus next, String said, String who, Instant now) {
        return switch (next) {
            case OPEN, IN_PROGRESS, DROPPED -> new Progress(next, said, null, null, null, null);
            case DONE -> new Progress(next, said, who, now, null, null);
            case VERIFIED -> new Progress(next, said, doneBy, doneAt, who, now);
        };
    }
}
