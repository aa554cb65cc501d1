package io.holdfast.service.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The continuity plan of an element for a scenario. Names are in the language that was asked for; times are hours after
 * the event and figures of the run, unchanged. Sections follow NIST SP 800-34: activation, recovery, reconstitution.
 *
 * @param state whether there is anything to plan; where not, {@code estimate} and {@code activation} are null and the
 *     lists of steps empty
 * @param organisation whose plan it is
 * @param timeZone the organisation's time zone, or null
 * @param element what the plan brings back
 * @param type service or process (asset where somebody asks for one)
 * @param owner who answers for it, or null
 * @param scenario what happens
 * @param run what the figures come from, or null without a run
 * @param targets what people have set
 * @param estimate what the run says
 * @param activation from the event to teams at work
 * @param recovery steps that bring the element back, in order
 * @param validation what comes back by itself with them, in order, to be checked
 * @param reconstitution steps that bring everything back to normal, in order
 * @param interim interim solutions to retire
 * @param teams people and means needed
 * @param capacity the share of its normal capacity that the element delivers meanwhile
 * @param headroom the least headroom meanwhile, or null
 * @param contacts whom to call
 * @param suppliers suppliers among what the element needs
 * @param missed targets that the run misses
 * @param gaps what the model leaves open
 * @param findings what the run says beside its numbers
 * @param written the plans in the model that cover the element
 * @param drills the drills in the model that practise it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ContinuityPlan(
        PlanState state,
        String organisation,
        @Nullable String timeZone,
        Named element,
        String type,
        @Nullable Named owner,
        ScenarioPart scenario,
        @Nullable RunPart run,
        Targets targets,
        @Nullable Outcome estimate,
        @Nullable Activation activation,
        List<Step> recovery,
        List<Check> validation,
        List<Step> reconstitution,
        List<Interim> interim,
        List<TeamNeed> teams,
        List<CapacityAt> capacity,
        @Nullable Headroom headroom,
        List<ContactLine> contacts,
        List<SupplierLine> suppliers,
        List<Missed> missed,
        List<Gap> gaps,
        List<FindingLine> findings,
        List<WrittenPlan> written,
        List<DrillLine> drills) {

    /** What happens; {@code staff} is the share of each team that can come, {@code demand} multiplies all demands. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ScenarioPart(
            String id,
            String name,
            @Nullable String origin,
            @Nullable Double frequency,
            @Nullable String note,
            double staff,
            double demand,
            double horizonHours) {}

    /** The run behind the figures; stale when the model has changed since. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record RunPart(
            long id,
            long seed,
            long trials,
            String engine,
            String modelDigest,
            @Nullable String finishedAt,
            boolean stale) {}

    /** Targets in hours ({@code mbco} a share); {@code rtoFrom} is the element that the RTO comes from. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Targets(
            @Nullable Double mtpdHours,
            @Nullable Double rtoHours,
            @Nullable Double rpoHours,
            @Nullable Double mbco,
            @Nullable Double wrtHours,
            @Nullable Named rtoFrom) {}

    /** What the run says of the element; {@code back} is over disrupted trials, the rest over all. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Outcome(
            Chance disrupted,
            @Nullable Chance withinRto,
            @Nullable Chance withinMtpd,
            Band back,
            Spread recovery,
            double never,
            Band full,
            @Nullable Band dataLoss,
            @Nullable Chance withinRpo,
            double guesses) {}

    /** Quantiles of the recovery time over all trials, hours; null for never. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Spread(
            @Nullable Double p05,
            @Nullable Double p50,
            @Nullable Double p95,
            @Nullable Double p99) {}

    /** From the event to teams at work; {@code decided} is null where nothing waits for people. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Activation(
            Chance called,
            @Nullable Band decided,
            Step.@Nullable Evidence detect,
            Step.@Nullable Evidence declare,
            List<Call> calls) {}

    /** A team that the steps need: when it is at work, and whom to call in order. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Call(Named team, Chance called, @Nullable Band ready, List<Named> callOrder) {}

    /** Something that comes back without work; {@code back} is the length of its disruption where it is disrupted. */
    public record Check(Named element, String kind, Chance disrupted, Band back) {}

    /**
     * An interim solution: the step that brings it, what it delivers, and the step that retires it. Where there is no such
     * step it ends when what the element normally runs on is back: {@code full} says when, over all trials, null for never.
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Interim(
            int step,
            Named element,
            MethodName method,
            double capacity,
            @Nullable Integer retiredBy,
            Band full) {
        /** Whether nothing ends it within the horizon in more than one case of twenty. */
        @com.fasterxml.jackson.annotation.JsonIgnore
        public boolean isForGood() {
            return retiredBy == null && full.p95() == null;
        }
    }

    /**
     * What is needed of a team in a phase ({@code recovery} or {@code reconstitution}): the peak over steps that are used
     * in at least half of the trials, each from its P50 start to its P50 end; the greatest crew of one step where there is
     * no such step ({@code peakAt} is then null). {@code available} is the size times the share that can come, rounded.
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record TeamNeed(
            String phase,
            Named team,
            boolean people,
            int size,
            int available,
            int peak,
            @Nullable Double peakAt,
            List<Integer> peakSteps,
            List<Integer> steps,
            boolean isShort) {}

    /** Delivered share at an hour. */
    public record CapacityAt(double hours, double p05, double p50, double p95) {}

    /** The least headroom of a trial while the element serves, in its unit. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Headroom(
            String unit, @Nullable Double p05, @Nullable Double p50, Chance belowZero) {}

    /** A person to call. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ContactLine(
            Named contact,
            @Nullable Named team,
            double reach,
            @Nullable Named deputy) {}

    /** A supplier among what the element needs; {@code disrupted} in the scenario. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record SupplierLine(
            Named supplier,
            @Nullable Named owner,
            @Nullable Double rtoHours,
            @Nullable String note,
            Chance disrupted) {}

    /** A target that the run misses at P95: its code (rto, mtpd, rpo), the target and the estimate, null for never. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Missed(
            String target,
            double targetHours,
            @Nullable Double p95,
            @Nullable Chance within) {}

    /** What the model leaves open: a code and what it is about. */
    public record Gap(String code, List<Named> about) {}

    /** A finding of the run, in English as the run states it. */
    public record FindingLine(String code, String severity, String message) {}

    /** A plan in the model; {@code reviewed} as it stands there. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record WrittenPlan(
            Named plan, @Nullable Named owner, @Nullable String reviewed) {}

    /** A drill in the model that practises the element or the scenario. */
    public record DrillLine(Named drill, List<String> types, boolean sameScenario) {}
}
