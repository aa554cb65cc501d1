package io.holdfast.service.drillreport;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What people added to the report of a drill, as it is stored.
 *
 * @param plan the number of the drill's plan
 * @param version goes up by one with every change; 0 while nothing is stored
 * @param content what they added
 * @param submittedVersion which version of its document says what this says; null while it says something else
 * @param endedAt when the drill was over; its years count from then
 * @param changedAt when it was changed last
 * @param changedBy by whom
 */
public record StoredReport(
        long plan,
        int version,
        ReportContent content,
        @Nullable Integer submittedVersion,
        Instant endedAt,
        Instant changedAt,
        String changedBy) {

    /** The next version with another content, which nobody has submitted. */
    public StoredReport withContent(ReportContent other, Instant now, String who) {
        return new StoredReport(plan, version + 1, other, null, endedAt, now, who);
    }

    /** The next version as submitted. */
    public StoredReport submitted(int number, Instant now, String who) {
        return new StoredReport(plan, version + 1, content, number, endedAt, now, who);
    }
}
