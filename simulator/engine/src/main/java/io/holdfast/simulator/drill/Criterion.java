package io.holdfast.simulator.drill;

import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.result.Estimate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A criterion of success of a drill.
 *
 * @param kind what it asks for
 * @param subject the element or team that it is about, or null for the drill as a whole
 * @param targetHours the time that it sets, or null where it sets none
 * @param chance the chance to meet it
 */
public record Criterion(
        Kind kind, @Nullable Id subject, @Nullable Double targetHours, Estimate chance) {

    /** What can be asked for. */
    public enum Kind {
        /** Somebody of every team that has to be called is reached. */
        EVERY_TEAM_ALERTED,
        /** The response leaves the recovery time enough to end within the RTO. */
        RESPONSE_LEAVES_TIME,
        /** A store is restored and its integrity check passes. */
        RESTORED,
        /** The data lost are no older than the RPO. */
        WITHIN_RPO,
        /** Back within the RTO. */
        WITHIN_RTO,
        /** Back by the end of the trial, for what has no RTO. */
        RECOVERED,
        /** Every switch to the standby succeeds: nothing is rolled back. */
        NO_ROLLBACK,
        /** The standby carries the demand. */
        ENOUGH_HEADROOM;

        /** The word in files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
