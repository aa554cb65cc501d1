package io.holdfast.service.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service level pays back for one period.
 *
 * @param availability the share of the period in which the service was there
 * @param met whether that is what was promised; null where no availability is
 * @param band the lowest limit that was undercut; null for none
 * @param outages those that exceeded a limit, with the longest that each did
 * @param share of the fee that is paid back, 1 at most
 * @param money the same in the model's currency
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CreditAnswer(
        double availability,
        @Nullable Boolean met,
        @Nullable Band band,
        List<OutageShare> outages,
        double share,
        double money) {

    /** Copies the list. */
    public CreditAnswer {
        outages = List.copyOf(outages);
    }

    /** A limit of availability, and the share of the fee below it. */
    public record Band(double below, double share) {}

    /** An outage, the limit in hours that it exceeded, and the share of the fee for that. */
    public record OutageShare(double hours, double limitHours, double share) {}
}
