package io.holdfast.service.learning;

import io.holdfast.simulator.learning.Measured;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One figure that was measured. It stays as it was entered; what was wrong is withdrawn.
 *
 * @param id its number; 0 for one that is not stored yet
 * @param occasion what it was measured in
 * @param measured what it is a figure of, and the figure
 * @param note what people want to know of it; may be empty
 * @param drillPlan the drill plan that it was taken from, or null where somebody entered it
 * @param enteredAt when
 * @param enteredBy who
 * @param withdrawal who took it back, or null while it holds
 */
public record Actual(
        long id,
        Occasion occasion,
        Measured measured,
        String note,
        @Nullable Long drillPlan,
        Instant enteredAt,
        String enteredBy,
        @Nullable Withdrawal withdrawal) {

    /**
     * That an actual does not hold.
     *
     * @param at when it was taken back
     * @param by who did
     * @param reason why
     * @param supersededBy the actual that stands in its place, or null
     */
    public record Withdrawal(
            Instant at, String by, String reason, @Nullable Long supersededBy) {}

    /** Whether it is learned from. */
    public boolean holds() {
        return withdrawal == null;
    }

    /** Whether somebody has said the same of the same event. */
    boolean saysSame(Actual other) {
        return occasion.equals(other.occasion) && measured.equals(other.measured);
    }
}
