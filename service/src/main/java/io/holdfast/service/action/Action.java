package io.holdfast.service.action;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A corrective action as it is kept.
 *
 * @param id its number
 * @param version goes up by one with every change of it
 * @param content what is to be done
 * @param source where it came from
 * @param account the number of the account that its owner is, or null where the owner has none
 * @param progress what became of it
 * @param createdAt when it was written down
 * @param createdBy by whom
 * @param changedAt when it was changed last
 * @param changedBy by whom
 */
public record Action(
        long id,
        int version,
        ActionContent content,
        ActionSource source,
        @Nullable Long account,
        Progress progress,
        Instant createdAt,
        String createdBy,
        Instant changedAt,
        String changedBy) {

    /** The next version with another content. */
    public Action withContent(ActionContent other, @Nullable Long owner, Instant now, String who) {
        return new Action(id, version + 1, other, source, owner, progress, createdAt, createdBy, now, who);
    }

    /** The next version after a step. */
    public Action withProgress(Progress next, Instant now, String who) {
        return new Action(id, version + 1, content, source, account, next, createdAt, createdBy, now, who);
    }

    /** Whether something is still to be done and its day is over. */
    public boolean isOverdue(LocalDate today) {
        return progress.status().isPending()
                && content.due() != null
                && content.due().isBefore(today);
    }
}
