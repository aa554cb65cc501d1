package io.holdfast.service.drillplan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where a plan stands. Each follows the one before it; a plan that is changed goes back to the first, until it has begun. */
public enum PlanStage {
    /** It is being written; also after a rejection. */
    @JsonProperty("draft")
    DRAFT,
    /** It waits for somebody to agree. */
    @JsonProperty("submitted")
    SUBMITTED,
    /** Somebody has agreed; it may begin. */
    @JsonProperty("approved")
    APPROVED,
    /** It has begun. */
    @JsonProperty("running")
    RUNNING,
    /** It was held, stopped or rolled back; its report is not approved yet. */
    @JsonProperty("ended")
    ENDED,
    /** Its report is approved. */
    @JsonProperty("closed")
    CLOSED,
    /** It was called off before it began. */
    @JsonProperty("cancelled")
    CANCELLED;

    /** The word of the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether what is said stands as it was approved. */
    public boolean isFrozen() {
        return switch (this) {
            case APPROVED, RUNNING, ENDED, CLOSED -> true;
            case DRAFT, SUBMITTED, CANCELLED -> false;
        };
    }
}
