package io.holdfast.service.bia;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.approval.Standing;
import io.holdfast.service.kernel.web.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An analysis with all that follows from it.
 *
 * @param thing what it is about
 * @param kind the kind of an asset; the type of all else
 * @param record what it says: {@code owner}, {@code tier}, {@code objectives}, {@code impact} and {@code x-bia} of the entry
 * @param violations rules that what is stored breaks, such as after an import
 * @param missing what has to be said before it can be submitted, by path in the record
 * @param proposals what follows from its curves and targets
 * @param effective the targets that hold: its own, else the strictest of what needs it
 * @param methods its own recovery methods
 * @param chainMinimum of what it cannot do without, that whose preferred method needs most time at the least; null for none
 * @param backups how what it runs on copies its data
 * @param needs what it needs and that states a target or is late, the late first
 * @param neededBy what needs it and states a target, the strictest first
 * @param standing where its approval stands
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AnalysisView(
        Thing thing,
        String kind,
        JsonNode record,
        List<Problem.Violation> violations,
        List<String> missing,
        Proposals proposals,
        Effective effective,
        List<MethodTime> methods,
        @Nullable MethodTime chainMinimum,
        CopyChecks backups,
        RelatedThings needs,
        RelatedThings neededBy,
        Standing standing) {

    /** The first ways to copy data, and how many there are. */
    public record CopyChecks(List<CopyCheck> items, int total) {
        /** Copies the list. */
        public CopyChecks {
            items = List.copyOf(items);
        }
    }

    /** The first elements along the chain, and how many there are. */
    public record RelatedThings(List<Related> items, int total) {
        /** Copies the list. */
        public RelatedThings {
            items = List.copyOf(items);
        }
    }

    /** Targets that hold, in hours, and whose RTO it is. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Effective(
            @Nullable Double mtpdHours,
            @Nullable Double rtoHours,
            @Nullable Double rpoHours,
            @Nullable Double mbco,
            @Nullable Double wrtHours,
            @Nullable Thing rtoFrom) {}

    /**
     * How long a recovery method works: what the guideline calls RTO is {@code leastHours} (row B4).
     *
     * @param way from the element of the analysis to that of the method, both included
     * @param leastHours in 95 of 100 cases it takes at least so long (P5)
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record MethodTime(
            List<Thing> way,
            String method,
            @Nullable String name,
            boolean automatic,
            double leastHours,
            double p50Hours,
            double p95Hours,
            @Nullable String evidence) {}

    /**
     * How an element that it runs on copies its data, against the RPO that holds.
     *
     * @param everyHours hours between copies, or null for a replica
     * @param takesHours hours until a copy is complete, or null for a replica
     * @param usable the chance that a copy is usable, or null for a replica
     * @param worstHours the most that is lost while the newest copy is usable; of a replica, its lag in 95 of 100 cases
     * @param chance the chance to lose no more than the RPO after anything but a corruption; null without an RPO
     * @param enough whether the worst is within the RPO; null without one
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record CopyCheck(
            List<Thing> way,
            String method,
            @Nullable Double everyHours,
            @Nullable Double takesHours,
            @Nullable Double usable,
            double worstHours,
            @Nullable Double chance,
            @Nullable Boolean enough) {}

    /**
     * An element along the chain.
     *
     * @param way from what needs to what is needed, all in between included: the visible why
     * @param late whether the one that is needed is back later than the other must
     * @param losesMore whether it may lose more data than the other
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Related(
            Thing thing,
            List<Thing> way,
            @Nullable Double rtoHours,
            @Nullable Double rpoHours,
            boolean late,
            boolean losesMore) {}
}
