package io.holdfast.service.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the promises of what a service needs carry what the service promises, in one measure (rows S2, S6).
 *
 * @param measure {@code availability} (share of time), {@code outage} or {@code data} (hours)
 * @param promised what the service promises; null for nothing
 * @param period {@code month}, {@code quarter} or {@code year} that an availability is promised over; null for another measure
 * @param composite what follows from the promises on the way where whatever promises nothing never fails: the best that can be
 *     said; null where nothing on the way promises anything, or where it cannot be worked out
 * @param reason why it cannot be worked out, or null
 * @param verdict {@code carried}, {@code not-carried}, {@code unknown} while a link promises nothing or none is known, or {@code nothing-promised}
 * @param links promises on the way, the one that costs most first
 * @param missing what is needed to run and promises nothing, nearest first, 50 at most
 * @param missingTotal how many those are
 * @param shared what several promises that cover a whole both rest on: where it fails they fail together, and the composite is
 *     too good; 50 at most
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PromiseCheck(
        String measure,
        @Nullable Double promised,
        @Nullable String period,
        @Nullable Double composite,
        @Nullable String reason,
        String verdict,
        List<Link> links,
        List<Gap> missing,
        int missingTotal,
        List<AgreedThing> shared) {

    /** Copies the lists. */
    public PromiseCheck {
        links = List.copyOf(links);
        missing = List.copyOf(missing);
        shared = List.copyOf(shared);
    }

    /**
     * A promise on the way.
     *
     * @param way from the service to it, both included
     * @param agreement the id of the agreement in the entry of the element
     * @param kind {@code ola} or {@code contract}
     * @param counterparty who promises it, or null
     * @param whole whether it covers what the element needs to run
     * @param value what is promised
     * @param period the period of an availability, else null
     * @param worstInPeriod the share of time that it allows in one period of the SLA, where its own period is longer; else null
     * @param cost by how much the composite would be better if this never failed; of hours, whether the composite is this
     * @param weakest whether nothing costs more
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Link(
            AgreedThing thing,
            List<AgreedThing> way,
            String agreement,
            String kind,
            @Nullable String counterparty,
            boolean whole,
            double value,
            @Nullable String period,
            @Nullable Double worstInPeriod,
            double cost,
            boolean weakest) {}

    /** What promises nothing, and how it is reached. */
    public record Gap(AgreedThing thing, List<AgreedThing> way) {}
}
