package io.holdfast.simulator.result;

import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Objectives;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run says of one element. Figures are over all trials given the scenario, unless a name says otherwise.
 *
 * @param id the element
 * @param type its type
 * @param disrupted the chance that it is disrupted
 * @param recovery its recovery time, 0 in a trial without disruption
 * @param whenDisrupted the same over the trials in which it is disrupted; null where it never was
 * @param objectives the targets that it is held against, its own or inherited key by key
 * @param objectivesFrom the element that its recovery time objective comes from, or null where it has none
 * @param guesses the share of the inputs that bear on it and rest on an expert, a default or nothing stated
 * @param full time until it serves at its full share
 * @param interrupted hours within the disruption in which it did not serve, or below its minimum
 * @param dataLoss the age of the data lost, of an asset its own, of others the most over what they run on; null where
 *     nothing says anything about data
 * @param loss money lost; null where no loss is stated
 * @param penalty money paid back for missed service levels; null where none is agreed
 * @param capacity delivered share over time, at the grid of hours and at every objective
 * @param headroom least headroom while it serves; null where neither capacity nor demand is stated
 * @param driving the links of its driving path by descending share of trials
 * @param methods its recovery methods that were simulated, in order of preference
 */
public record ElementResult(
        Id id,
        ElementType type,
        Estimate disrupted,
        Recovery recovery,
        @Nullable WhenDisrupted whenDisrupted,
        Objectives objectives,
        @Nullable Id objectivesFrom,
        double guesses,
        Full full,
        Interrupted interrupted,
        @Nullable DataLoss dataLoss,
        @Nullable Loss loss,
        @Nullable Loss penalty,
        List<CapacityPoint> capacity,
        @Nullable Headroom headroom,
        List<DrivingLink> driving,
        List<MethodUse> methods) {

    /** Copies the lists. */
    public ElementResult {
        capacity = List.copyOf(capacity);
        driving = List.copyOf(driving);
        methods = List.copyOf(methods);
    }

    /**
     * The distribution of the recovery time.
     *
     * @param mean mean with its interval over the trials that come back, in hours; null where none does
     * @param sd standard deviation over the same trials, in hours; null where none comes back
     * @param p05 5 % quantile, and so on
     * @param p50 median
     * @param p80 80 % quantile
     * @param p90 90 % quantile
     * @param p95 95 % quantile
     * @param p99 99 % quantile
     * @param withinRto chance to be back within the recovery time objective; null without one
     * @param withinMtpd chance to be back, work recovery included, within the tolerable period; null without one
     * @param never share of trials that do not come back by the horizon, with its interval
     * @param curve share of all trials back by an hour, ascending, at the grid of hours and at quantiles of the
     *     recovery time, for the recovery curve
     */
    public record Recovery(
            @Nullable Estimate mean,
            @Nullable Double sd,
            QuantileEstimate p05,
            QuantileEstimate p50,
            QuantileEstimate p80,
            QuantileEstimate p90,
            QuantileEstimate p95,
            QuantileEstimate p99,
            @Nullable Estimate withinRto,
            @Nullable Estimate withinMtpd,
            Estimate never,
            List<CurvePoint> curve) {
        /** Copies the curve. */
        public Recovery {
            curve = List.copyOf(curve);
        }
    }

    /** A point of the recovery curve: the share of all trials in which the element is back by then. */
    public record CurvePoint(double hours, double share) {}

    /** The recovery time over disrupted trials only. */
    public record WhenDisrupted(@Nullable Estimate withinRto, QuantileEstimate p50, QuantileEstimate p95) {}

    /** Time until the full share, in hours. */
    public record Full(QuantileEstimate p50, QuantileEstimate p95) {}

    /** Hours inside the disruption in which it did not serve, or below its minimum. */
    public record Interrupted(QuantileEstimate p50, QuantileEstimate p95) {}

    /** The age of the data lost, in hours; {@code lostAll} is the share of trials that lost everything. */
    public record DataLoss(
            @Nullable Estimate mean,
            QuantileEstimate p50,
            QuantileEstimate p95,
            @Nullable Estimate withinRpo,
            Estimate lostAll) {}

    /** Money lost, or paid back, in a trial. */
    public record Loss(Estimate mean, QuantileEstimate p50, QuantileEstimate p95) {}

    /** The delivered share at an hour after the event: mean and quantiles over trials; quartiles are for drawing. */
    public record CapacityPoint(
            double hours,
            Estimate mean,
            QuantileEstimate p05,
            double p25,
            QuantileEstimate p50,
            double p75,
            QuantileEstimate p95) {}

    /**
     * The least headroom of a trial, in the unit of the capacity or demand.
     *
     * @param unit the unit
     * @param p05 5 % quantile; null where that rank falls among trials in which it never serves
     * @param p50 median
     * @param belowZero the chance that it falls below zero
     * @param degraded the share of trials in which the element at some moment delivers less than its full share
     */
    public record Headroom(
            String unit, QuantileEstimate p05, QuantileEstimate p50, Estimate belowZero, Estimate degraded) {}

    /**
     * A link of the driving path.
     *
     * @param link {@code id}, {@code id:method}, {@code response} or {@code team:wait}
     * @param share the share of all trials whose driving path has the link
     * @param minutesOfP95 minutes that the P95 would be less if the link took no time, over the first trials of the run; negative
     *     where the haste leads to a worse choice; null where the link is rare, or the P95 falls among trials without return
     */
    public record DrivingLink(
            String link, Estimate share, @Nullable Double minutesOfP95) {}
}
