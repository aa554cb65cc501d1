package io.holdfast.service.bia;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows from the curves and targets of an analysis; every proposal says why, or why there is none. */
public record Proposals(MtpdProposal mtpd, RtoProposal rto, TierProposal tier, BackupProposal backup) {

    /**
     * The maximum tolerable period of disruption.
     *
     * @param hours when impact first cannot be tolerated; null where it never gets so far
     * @param why what cannot be tolerated from then on: kinds of impact, money last
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record MtpdProposal(@Nullable Double hours, List<Reached> why) {
        /** Copies the list. */
        public MtpdProposal {
            why = List.copyOf(why);
        }
    }

    /**
     * A limit that is reached.
     *
     * @param kind the id of the kind of impact, or {@code money} for the limit of loss
     * @param hours when
     * @param value the level, or the limit of loss
     */
    public record Reached(String kind, double hours, double value) {}

    /** Where a figure comes from. */
    public enum Origin {
        /** Somebody states it. */
        @JsonProperty("stated")
        STATED,
        /** It is proposed. */
        @JsonProperty("proposed")
        PROPOSED
    }

    /**
     * The recovery time objective: the last time point of the scales that leaves room for the work recovery time.
     *
     * @param hours the proposal; null where no time point does, or no MTPD is known
     * @param mtpdHours the MTPD that it lies below, or null
     * @param mtpdFrom where that comes from, or null
     * @param wrtHours the work recovery time that is taken off
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record RtoProposal(
            @Nullable Double hours,
            @Nullable Double mtpdHours,
            @Nullable Origin mtpdFrom,
            double wrtHours) {}

    /**
     * The tier.
     *
     * @param tier the proposal; null where neither an MTPD nor an RTO is known
     * @param target which figure decides: {@code mtpd} or {@code rto}; null where none is within a limit
     * @param hours that figure, or null
     * @param limitHours the limit that it is within, or null
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record TierProposal(
            @Nullable Integer tier,
            @Nullable String target,
            @Nullable Double hours,
            @Nullable Double limitHours) {}

    /**
     * How often data must be copied: {@code every + takes ≤ RPO}.
     *
     * @param everyHours hours between copies at most; null where no RPO is stated, or a copy takes too long for it
     * @param rpoHours the loss that may be, in hours: the least of the time and of the volume over what changes an hour
     * @param volumeHours the volume in hours, or null
     * @param takesHours hours until a copy is complete
     * @param tooSlow whether a copy takes longer than the RPO, so that no interval is enough
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record BackupProposal(
            @Nullable Double everyHours,
            @Nullable Double rpoHours,
            @Nullable Double volumeHours,
            double takesHours,
            boolean tooSlow) {}
}
