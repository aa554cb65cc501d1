package io.holdfast.service.drillplan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the model says of a planned drill: a finished run of kind drill, on the register with this plan as a written drill.
 * Estimates, not actuals.
 *
 * @param run the number of the run
 * @param model the digest of the model that it is of, this plan included
 * @param engine the engine's version
 * @param trials trials of each type
 * @param seed the seed
 * @param at when the run ended
 * @param problem why nothing could be estimated, in English, or null; then there are no types
 * @param types one entry a type, in the plan's order
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Prediction(
        long run,
        String model,
        String engine,
        long trials,
        long seed,
        Instant at,
        @Nullable String problem,
        List<ByType> types) {

    /** Copies the list. */
    public Prediction {
        types = List.copyOf(types);
    }

    /** From the type that does most to production to the one that does least. */
    private static final List<String> GRAVITY = List.of("live-failover", "scenario", "data-recovery", "desktop");

    /** What is said of the gravest type that could be estimated: live, scenario, data recovery, desktop. */
    public Optional<ByType> findGravest() {
        return GRAVITY.stream()
                .flatMap(type -> find(type).stream())
                .filter(type -> type.problem() == null && type.duration() != null)
                .findFirst();
    }

    /** What is said of a type. */
    public Optional<ByType> find(String type) {
        return types.stream().filter(each -> each.type().equals(type)).findFirst();
    }

    /**
     * The chance that a criterion of the plan is met, the least of all types that say it: of one about an element with other
     * hours than the model's target, or one that people judge, the model says nothing.
     */
    public Optional<Chance> findChance(PlanContent.SuccessCriterion criterion) {
        return types.stream()
                .flatMap(type -> type.criteria().stream())
                .filter(each -> each.code().equals(criterion.kind().word()))
                .filter(each -> criterion.element() == null
                        ? criterion.kind() == PlanContent.Kind.NO_ROLLBACK
                                || criterion.kind() == PlanContent.Kind.ENOUGH_HEADROOM
                        : criterion.element().equals(each.subject()))
                .filter(each -> criterion.hours() == null || criterion.hours().equals(each.targetHours()))
                .map(CriterionChance::met)
                .min(Comparator.comparingDouble(Chance::value));
    }

    /**
     * How a quantity varies, in hours. From {@code p10} to {@code p90} is the 80 % band. A quantile is null where it falls among
     * trials without end.
     *
     * @param never the share of trials without end, from 0 to 1
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Band(
            @Nullable Double p10,
            @Nullable Double p50,
            @Nullable Double p90,
            @Nullable Double p95,
            double never) {

        /** Whether a value lies in the 80 % band, its ends included; a band that has no upper end has none. */
        public boolean holds(double hours) {
            return p10 != null && hours >= p10 && (p90 == null || hours <= p90);
        }
    }

    /** A chance from 0 to 1 with its 95 % interval. */
    public record Chance(double value, double low, double high) {}

    /**
     * A type of the drill.
     *
     * @param type its word
     * @param problem why it cannot be estimated, as the code of a finding, or null; then all else is null or empty
     * @param duration from the beginning to the end
     * @param passed the chance that every criterion of the model is met
     * @param criteria those criteria
     * @param peopleHours hours of people that it binds
     * @param production what it does to production
     * @param elements what is brought back, each with its time
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ByType(
            String type,
            @Nullable String problem,
            @Nullable Band duration,
            @Nullable Chance passed,
            List<CriterionChance> criteria,
            @Nullable Band peopleHours,
            @Nullable Production production,
            List<ElementBand> elements) {

        /** Copies the lists. */
        public ByType {
            criteria = List.copyOf(criteria);
            elements = List.copyOf(elements);
        }
    }

    /**
     * A criterion.
     *
     * @param code what it asks for: the words of chapter 10 of the model's book
     * @param subject whom it is about, by id, or null for the drill
     * @param targetHours the time that it sets, or null
     * @param met the chance to meet it
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record CriterionChance(
            String code, @Nullable String subject, @Nullable Double targetHours, Chance met) {}

    /**
     * What a drill does to production.
     *
     * @param why what the risk rests on: on-paper, aside-from-production, parallel-environment or simulated
     * @param atRisk the chance that customers notice
     * @param hours how long, where they do; or null
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Production(
            String why, Chance atRisk, @Nullable Band hours) {}

    /**
     * What is brought back.
     *
     * @param element its id
     * @param recovery how long after the beginning it is back
     * @param dataLoss the age of the data then, or null where none are restored
     * @param rtoHours its RTO, or null
     * @param rpoHours its RPO, or null
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ElementBand(
            String element,
            Band recovery,
            @Nullable Band dataLoss,
            @Nullable Double rtoHours,
            @Nullable Double rpoHours) {}
}
