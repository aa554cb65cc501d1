package io.holdfast.service.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.simulation.RunView;
import io.holdfast.simulator.compile.EffectiveObjectives;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Scenario;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the first page shows.
 *
 * @param organisation whose register it is
 * @param rows services and processes, in the order of the register
 * @param columns scenarios, in the order of the register
 * @param cells one for every row and column
 * @param running scenarios whose newest run waits or runs
 */
public record Overview(Organisation organisation, List<Row> rows, List<Column> columns, List<Cell> cells, int running) {

    /** Whose register it is. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Organisation(
            @Nullable String name,
            Map<String, String> names,
            @Nullable String currency,
            @Nullable String timeZone) {

        static Organisation of(ContinuityModel model) {
            return new Organisation(model.label().name(), model.label().names(), model.currency(), model.timeZone());
        }
    }

    /** A service or process with the targets that hold for it, in hours; {@code objectivesFrom} names where its RTO is stated. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Row(
            String id,

            @Schema(
                    type = "string",
                    allowableValues = {"service", "process"})
            String type,

            @Nullable String name,
            Map<String, String> names,
            @Nullable Integer tier,
            @Nullable Double rtoHours,
            @Nullable Double mtpdHours,
            @Nullable String objectivesFrom) {

        static Row of(Element element, EffectiveObjectives goals) {
            Id from = goals.from();
            return new Row(
                    element.id().value(),
                    element.type().name().toLowerCase(Locale.ROOT),
                    element.label().name(),
                    element.label().names(),
                    element.tier(),
                    goals.objectives().rtoHours(),
                    goals.objectives().mtpdHours(),
                    from == null ? null : from.value());
        }
    }

    /** A scenario; its frequency is expected occurrences a year. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Column(
            String id,
            @Nullable String name,
            Map<String, String> names,
            @Nullable String origin,
            @Nullable Double frequency) {

        static Column of(Scenario scenario) {
            return new Column(
                    scenario.id().value(),
                    scenario.label().name(),
                    scenario.label().names(),
                    scenario.origin() == null ? null : scenario.origin().name().toLowerCase(Locale.ROOT),
                    scenario.frequencyPerYear());
        }
    }

    /** A share with its 95 % interval. */
    public record Estimate(double estimate, double low, double high) {

        static @Nullable Estimate of(JsonNode node) {
            return node.isObject()
                    ? new Estimate(
                            node.path("estimate").doubleValue(),
                            node.path("low").doubleValue(),
                            node.path("high").doubleValue())
                    : null;
        }
    }

    /**
     * One row under one column: the newest run of the scenario, and the figures of its newest finished run.
     *
     * @param row the row's id
     * @param column the column's id
     * @param status of the newest run, or {@code none}
     * @param run the newest run, or null
     * @param runId the newest finished run, or null: then there are no figures
     * @param stale whether the register has changed since that run was asked for
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Cell(
            String row,
            String column,
            String status,
            @Nullable RunView run,
            @Nullable Long runId,
            boolean stale,
            @Nullable Long trials,
            @Nullable Long seed,
            @Nullable Estimate disrupted,
            @Nullable Estimate withinRto,
            @Nullable Estimate withinRtoWhenDisrupted,
            @Nullable Double p50,
            @Nullable Double p95,
            @Nullable Double p95Low,
            @Nullable Double p95High,
            @Nullable Double p95WhenDisrupted,
            @Nullable Double guesses,
            @Nullable Double never) {}

    /**
     * What the service is.
     *
     * @param version of the service
     * @param engineVersion of the simulator
     * @param signIn {@code none}: there is no sign-in yet
     * @param organisation whose register is loaded, or null for none
     * @param elements how many elements it has
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Meta(
            String version,
            String engineVersion,
            String signIn,
            @Nullable Organisation organisation,
            int elements) {}
}
