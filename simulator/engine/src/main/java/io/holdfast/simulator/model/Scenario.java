package io.holdfast.simulator.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens, and how the organisation answers.
 *
 * @param id its id
 * @param label its names
 * @param origin which of the four origins, or null
 * @param frequencyPerYear expected occurrences a year, or null
 * @param hits what is hit, at least one entry
 * @param detect time until somebody notices, or null for at once
 * @param declare time from there until the decision, or null for at once
 * @param lasts how long the hazard holds elements in state outage, or null when it has none
 * @param dwell how long before the event data were already wrong, or null for none
 * @param staff the share of each team that can come, a share
 * @param demandMultiplier what every demand is multiplied by, at least 0
 * @param when in or out of office hours
 * @param horizonHours when a trial ends, above 0
 * @param frequencyWeight how many observed occurrences the frequency is worth when it is learned from, above 0; null for one
 */
public record Scenario(
        Id id,
        Label label,
        @Nullable Origin origin,
        @Nullable Double frequencyPerYear,
        List<Hit> hits,
        @Nullable UncertainHours detect,
        @Nullable UncertainHours declare,
        @Nullable UncertainHours lasts,
        @Nullable UncertainHours dwell,
        double staff,
        double demandMultiplier,
        OfficeHours when,
        double horizonHours,
        @Nullable Double frequencyWeight) {

    /** Hours at which a trial ends where the file does not say: a year. */
    public static final double DEFAULT_HORIZON_HOURS = 8760;

    /** The guideline's four origins. */
    public enum Origin {
        /** Typhoon, flood, earthquake, lightning. */
        NATURAL,
        /** Fire, explosion, building, power or backbone failure. */
        SUDDEN,
        /** From within. */
        INTERNAL,
        /** An attack from outside. */
        INTRUSION
    }

    /** When the event happens. */
    public enum OfficeHours {
        /** At a random hour: off hours with chance 128/168. */
        ANY,
        /** In office hours. */
        OFFICE,
        /** Outside office hours. */
        OFF
    }

    /** Checks the numbers, and that an outage ends. */
    public Scenario {
        hits = List.copyOf(hits);
        Require.that(!hits.isEmpty(), Rule.NOT_EMPTY, "what", "hits");
        Require.notNegativeIfGiven("frequency", frequencyPerYear);
        Require.share("staff", staff);
        Require.notNegative("demand", demandMultiplier);
        Require.positive("horizon", horizonHours);
        Require.that(
                lasts != null || hits.stream().noneMatch(hit -> hit.state() == DownState.OUTAGE), Rule.OUTAGE_LASTS);
        if (frequencyWeight != null) {
            Require.positive("frequencyWeight", frequencyWeight);
        }
    }

    /** A scenario of whose frequency nothing was learned yet. */
    public Scenario(
            Id id,
            Label label,
            @Nullable Origin origin,
            @Nullable Double frequencyPerYear,
            List<Hit> hits,
            @Nullable UncertainHours detect,
            @Nullable UncertainHours declare,
            @Nullable UncertainHours lasts,
            @Nullable UncertainHours dwell,
            double staff,
            double demandMultiplier,
            OfficeHours when,
            double horizonHours) {
        this(
                id,
                label,
                origin,
                frequencyPerYear,
                hits,
                detect,
                declare,
                lasts,
                dwell,
                staff,
                demandMultiplier,
                when,
                horizonHours,
                null);
    }

    /** A scenario with the defaults of the format: at once noticed and declared, any hour, a year's horizon. */
    public static Scenario of(String id, List<Hit> hits, @Nullable UncertainHours lasts) {
        return new Scenario(
                Id.of(id),
                Label.NONE,
                null,
                null,
                hits,
                null,
                null,
                lasts,
                null,
                1,
                1,
                OfficeHours.ANY,
                DEFAULT_HORIZON_HOURS);
    }
}
