package io.holdfast.service.change.internal;

import io.holdfast.service.approval.Version;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Whether an approval held when an ordinary change began. */
public final class ApprovedTime {

    private ApprovedTime() {}

    /**
     * Refuses with {@code not-yet-approved} what began before the minute in which the version was approved, or after the last day on
     * which the version holds. People write times down by the minute, so the minute of the approval itself is not refused.
     *
     * @param version that was approved
     * @param started when the change began
     * @param zone of that time
     */
    public static void require(Version version, LocalDateTime started, ZoneId zone) {
        Version.Decision decision = version.decision();
        if (decision != null) {
            LocalDateTime approved =
                    LocalDateTime.ofInstant(decision.at(), zone).truncatedTo(ChronoUnit.MINUTES);
            if (started.isBefore(approved)) {
                throw Refusals.notYetApproved(started, "it was approved at " + approved);
            }
        }
        LocalDate last = version.validUntil();
        if (last != null && started.toLocalDate().isAfter(last)) {
            throw Refusals.notYetApproved(started, "its approval holds until " + last);
        }
    }
}
