package io.holdfast.service.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.holdfast.simulator.model.ServiceLevel.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An agreement about the element in whose entry it stands. The figures of an SLA that the simulator knows (availability, period,
 * fee and credits) stand under {@code sla} of that entry; those of an OLA or a contract stand here.
 *
 * @param id unique in its entry
 * @param kind with whom it is
 * @param name what it is called, or null
 * @param counterparty the customer, team or supplier: a name, or the id of a team or supplier of the register; null while unknown
 * @param covers whether it covers what the element needs to run, too
 * @param availability the promised share of time, or null; null for an SLA
 * @param per the period that it is measured over; a month where nothing is said
 * @param longestOutageHours the longest outage that is promised, or null
 * @param rtoHours by when it is promised to be back, or null
 * @param rpoHours the most data, in hours, that is promised to be lost, or null
 * @param start the first day, or null
 * @param end the last day, or null for no end
 * @param noticeDays days before the end by which it must be ended or renewed, or null
 * @param nextReview when it is looked at again, or null
 * @param normalEnd what is done when it ends as planned, or null
 * @param earlyEnd how it can be ended early, or null
 * @param exitPlan how the service goes on with somebody else, or null
 * @param subcontractors whom the counterparty relies on, in which role
 * @param continuity the counterparty's continuity plan, or null
 * @param reportsEvery how often the counterparty reports the level that it kept, or null for never
 * @param reports what was filed
 * @param notes all else, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Agreement(
        String id,
        Kind kind,
        @Nullable String name,
        @Nullable String counterparty,
        Covers covers,
        @Nullable Double availability,
        Period per,
        @JsonProperty("longestOutage") @Nullable Double longestOutageHours,
        @JsonProperty("rto") @Nullable Double rtoHours,
        @JsonProperty("rpo") @Nullable Double rpoHours,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Nullable Integer noticeDays,
        @Nullable LocalDate nextReview,
        @Nullable String normalEnd,
        @Nullable String earlyEnd,
        @Nullable String exitPlan,
        List<Subcontractor> subcontractors,
        @Nullable Continuity continuity,
        @Nullable Period reportsEvery,
        List<Report> reports,
        @Nullable String notes) {

    /** The key of an entry under which its agreements stand. */
    public static final String KEY = "x-agreements";

    /** With whom an agreement is. */
    public enum Kind {
        /** With a customer: a service level agreement. */
        SLA,
        /** With an internal team: an operational level agreement. */
        OLA,
        /** With a supplier: an underpinning contract. */
        CONTRACT
    }

    /** What a promise is about. */
    public enum Covers {
        /** The element as it serves, with all that it needs to run. */
        WHOLE,
        /** The element alone: what it needs to run counts apart. */
        OWN
    }

    /** Takes what is absent for its default, and copies. */
    public Agreement {
        covers = Objects.requireNonNullElse(covers, Covers.WHOLE);
        per = Objects.requireNonNullElse(per, Period.MONTH);
        subcontractors = List.copyOf(Objects.requireNonNullElse(subcontractors, List.of()));
        reports = List.copyOf(Objects.requireNonNullElse(reports, List.of()));
    }

    /** Whether it holds on a day; a day that is not said does not limit it. */
    public boolean isInForce(LocalDate day) {
        return (start == null || !start.isAfter(day)) && (end == null || !end.isBefore(day));
    }

    /** How long an outage may last by it: the longest outage, else the recovery time; null where neither is promised. */
    public @Nullable Double outageHours() {
        return longestOutageHours != null ? longestOutageHours : rtoHours;
    }

    /**
     * Whom a counterparty relies on.
     *
     * @param element its supplier in the register, or null
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Subcontractor(
            String name, String role, @Nullable String element) {}

    /**
     * A counterparty's continuity plan.
     *
     * @param evidence the day of what proves it, or null where there is no proof
     * @param document what that is, or null
     * @param lastDrill when it was last practised, or null
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Continuity(
            @JsonProperty("rto") @Nullable Double rtoHours,
            @JsonProperty("rpo") @Nullable Double rpoHours,
            @Nullable LocalDate evidence,
            @Nullable String document,
            @Nullable LocalDate lastDrill) {}

    /**
     * A report of a counterparty.
     *
     * @param period what it is about, such as 2026-09
     * @param received when it came
     * @param reviewer who looked at it, or null
     * @param reviewed when, or null
     * @param result what it said, or null
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Report(
            String period,
            LocalDate received,
            @Nullable String reviewer,
            @Nullable LocalDate reviewed,
            @Nullable String result) {}
}
