package io.holdfast.service.drillplan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A plan with where it stands.
 *
 * @param id its number
 * @param version goes up by one with every change of it
 * @param content what it says
 * @param stage where it stands
 * @param life when what happened to it
 * @param submittedVersion which version of its document says what the content says; null while it says something else
 * @param submitted what was frozen when it was submitted last, or null where it never was
 * @param scheduledUid the scheduled drill that it is, or null
 */
public record PlannedDrill(
        long id,
        int version,
        PlanContent content,
        PlanStage stage,
        Life life,
        @Nullable Integer submittedVersion,
        @Nullable Submitted submitted,
        @Nullable String scheduledUid) {

    /**
     * When what happened to a plan, and by whom.
     *
     * @param createdAt when it was written down
     * @param createdBy by whom
     * @param changedAt when it was changed last
     * @param changedBy by whom
     * @param startedAt when it began, as those marked it who were there, whenever that was received; or null
     * @param endedAt when it ended, likewise, or null
     * @param endedHow how, or null
     * @param closedAt when its report was approved, or null
     * @param cancelledAt when it was called off, or null
     * @param cancelledWhy why it was called off, or null
     */
    public record Life(
            Instant createdAt,
            String createdBy,
            Instant changedAt,
            String changedBy,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable EndedHow endedHow,
            @Nullable Instant closedAt,
            @Nullable Instant cancelledAt,
            @Nullable String cancelledWhy) {

        /** The life of a plan that was just written down. */
        public static Life begun(Instant now, String who) {
            return new Life(now, who, now, who, null, null, null, null, null, null);
        }

        /** The same, changed by somebody. */
        public Life changed(Instant now, String who) {
            return new Life(
                    createdAt, createdBy, now, who, startedAt, endedAt, endedHow, closedAt, cancelledAt, cancelledWhy);
        }

        /** The same, running since a moment. */
        public Life started(Instant at) {
            return new Life(createdAt, createdBy, changedAt, changedBy, at, null, null, null, null, null);
        }

        /** The same as if it had not begun. */
        public Life notStarted() {
            return new Life(createdAt, createdBy, changedAt, changedBy, null, null, null, null, null, null);
        }

        /** The same, ended at a moment. */
        public Life ended(Instant at, EndedHow how) {
            return new Life(createdAt, createdBy, changedAt, changedBy, startedAt, at, how, null, null, null);
        }

        /** The same, closed. */
        public Life closed(Instant now) {
            return new Life(createdAt, createdBy, changedAt, changedBy, startedAt, endedAt, endedHow, now, null, null);
        }

        /** The same, called off. */
        public Life cancelled(Instant now, String why) {
            return new Life(createdAt, createdBy, changedAt, changedBy, null, null, null, null, now, why);
        }
    }

    /** How it is named by its number, such as {@code D-12}. */
    public String number() {
        return "D-" + id;
    }
}
