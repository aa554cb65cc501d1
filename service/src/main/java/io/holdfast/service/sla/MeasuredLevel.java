package io.holdfast.service.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of one agreement, against what it promises.
 *
 * @param agreement the id of the OLA or contract; empty for the SLA of the entry
 * @param target the promised availability, or null
 * @param period {@code month}, {@code quarter} or {@code year} that it is promised over
 * @param longestOutageHours the promised longest outage, or null
 * @param items from the newest period
 * @param judged in how many periods of the kind that it is promised over it can be told whether it was met
 * @param met in how many of them it was met, the longest outage included
 * @param trend whether availability gets better or worse, over the periods of that kind
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MeasuredLevel(
        String agreement,
        @Nullable Double target,
        String period,
        @Nullable Double longestOutageHours,
        List<Item> items,
        int judged,
        int met,
        Trend trend) {

    /** Copies the list. */
    public MeasuredLevel {
        items = List.copyOf(items);
    }

    /**
     * A measured period.
     *
     * @param measured what was entered
     * @param hours the length of the period in the organisation's zone
     * @param availability the share of it in which it was there
     * @param met whether that, and the longest outage, is what was promised; null without a target, in a period of another kind
     *     than the promise's, or where more time was down than the outages explain and one that long would have been too long
     * @param credit what is paid back, for an SLA; null without one, and in a period of another kind
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Item(
            Measurement measured,
            double hours,
            double availability,
            @Nullable Boolean met,
            @Nullable CreditAnswer credit) {}
}
