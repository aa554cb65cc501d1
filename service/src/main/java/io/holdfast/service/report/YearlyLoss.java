package io.holdfast.service.report;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Expected loss of money a year: how often each scenario is expected times its mean loss per event, summed. Scenarios
 * without a frequency count nothing. Bounds are sums of bounds, so the interval is wide enough however the runs depend on
 * each other; simulation error only.
 *
 * @param mean expected loss a year, in the model's currency
 * @param low lower bound
 * @param high upper bound
 * @param elements by element, the greatest first
 * @param scenarios by scenario, the greatest first
 */
record YearlyLoss(double mean, double low, double high, List<Part> elements, List<Part> scenarios) {

    /** The part of one element or scenario. */
    record Part(String id, double mean, double low, double high) {

        Part plus(Part other) {
            return new Part(id, mean + other.mean, low + other.low, high + other.high);
        }
    }

    static YearlyLoss of(ContinuityModel model, List<ElementEstimate> estimates) {
        Map<String, Double> perYear = new LinkedHashMap<>();
        for (Scenario scenario : model.scenarios()) {
            perYear.put(scenario.id().value(), Objects.requireNonNullElse(scenario.frequencyPerYear(), 0.0));
        }
        List<ElementEstimate> withLoss =
                estimates.stream().filter(each -> each.loss() != null).toList();
        List<Part> scenarios = parts(withLoss, perYear, ElementEstimate::scenario);
        Part sum = scenarios.stream().reduce(new Part("", 0, 0, 0), Part::plus);
        return new YearlyLoss(
                sum.mean(), sum.low(), sum.high(), parts(withLoss, perYear, ElementEstimate::element), scenarios);
    }

    private static List<Part> parts(
            List<ElementEstimate> estimates, Map<String, Double> perYear, Function<ElementEstimate, String> idOf) {
        Map<String, Part> byId = estimates.stream()
                .map(each -> part(idOf.apply(each), each, perYear.getOrDefault(each.scenario(), 0.0)))
                .collect(Collectors.toMap(Part::id, Function.identity(), Part::plus, LinkedHashMap::new));
        List<Part> parts = new ArrayList<>(byId.values());
        parts.sort(Comparator.comparingDouble(Part::mean).reversed());
        return parts;
    }

    private static Part part(String id, ElementEstimate estimate, double perYear) {
        var loss = Objects.requireNonNull(estimate.loss());
        return new Part(
                id,
                perYear * loss.path("mean").asDouble(),
                perYear * loss.path("meanLow").asDouble(),
                perYear * loss.path("meanHigh").asDouble());
    }
}
