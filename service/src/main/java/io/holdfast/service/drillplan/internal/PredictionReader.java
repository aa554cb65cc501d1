package io.holdfast.service.drillplan.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.drillplan.Prediction;
import io.holdfast.service.simulation.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the result of a run of kind drill as a prediction. Source of the keys: chapter 10 of the model's book. */
public final class PredictionReader {

    private PredictionReader() {}

    /** What a finished run says. */
    public static Prediction read(Run run, JsonNode result) {
        return prediction(
                run,
                null,
                each(result.path("types")).map(PredictionReader::type).toList());
    }

    /** What a run that failed says: why nothing can be estimated. */
    public static Prediction failed(Run run) {
        return prediction(run, Objects.requireNonNullElse(run.error(), "The run failed."), List.of());
    }

    private static Prediction prediction(Run run, @Nullable String problem, List<Prediction.ByType> types) {
        Instant at = Objects.requireNonNullElse(run.finishedAt(), run.requestedAt());
        return new Prediction(
                run.id(), run.modelDigest(), run.engineVersion(), run.trials(), run.seed(), at, problem, types);
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Prediction.ByType type(JsonNode node) {
        String type = node.path("type").asText();
        JsonNode problem = node.path("problem");
        if (!problem.isNull() && !problem.isMissingNode()) {
            return new Prediction.ByType(
                    type, problem.path("code").asText(), null, null, List.of(), null, null, List.of());
        }
        JsonNode production = node.path("production");
        return new Prediction.ByType(
                type,
                null,
                band(node.path("duration")),
                chance(node.path("passed")),
                each(node.path("criteria"))
                        .map(each -> new Prediction.CriterionChance(
                                each.path("code").asText(),
                                text(each.path("subject")),
                                number(each.path("target")),
                                chance(each.path("met"))))
                        .toList(),
                band(node.path("peopleHours")),
                new Prediction.Production(
                        production.path("why").asText(),
                        chance(production.path("atRisk")),
                        bandOrNull(production.path("hours"))),
                elements(node));
    }

    private static List<Prediction.ElementBand> elements(JsonNode node) {
        List<Prediction.ElementBand> elements = new ArrayList<>();
        each(node.path("stores"))
                .forEach(store -> elements.add(new Prediction.ElementBand(
                        store.path("id").asText(),
                        band(store.path("duration")),
                        bandOrNull(store.path("dataLoss")),
                        null,
                        number(store.path("rpo")))));
        each(node.path("timeline").path("elements"))
                .forEach(element -> elements.add(new Prediction.ElementBand(
                        element.path("id").asText(),
                        band(element.path("recovery")),
                        bandOrNull(element.path("dataLoss")),
                        number(element.path("rto")),
                        number(element.path("rpo")))));
        JsonNode live = node.path("switch");
        each(live.path("switched"))
                .forEach(id -> elements.add(
                        new Prediction.ElementBand(id.asText(), band(live.path("switching")), null, null, null)));
        return elements;
    }

    private static Prediction.@Nullable Band bandOrNull(JsonNode node) {
        return node.isObject() ? band(node) : null;
    }

    private static Prediction.Band band(JsonNode node) {
        return new Prediction.Band(
                number(node.path("p10")),
                number(node.path("p50")),
                number(node.path("p90")),
                number(node.path("p95")),
                node.path("never").asDouble());
    }

    private static Prediction.Chance chance(JsonNode node) {
        return new Prediction.Chance(
                node.path("estimate").asDouble(),
                node.path("low").asDouble(),
                node.path("high").asDouble());
    }

    private static @Nullable Double number(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : null;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }
}
