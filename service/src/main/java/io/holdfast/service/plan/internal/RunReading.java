package io.holdfast.service.plan.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.plan.Band;
import io.holdfast.service.plan.Chance;
import io.holdfast.service.simulation.RunResult;
import io.holdfast.simulator.model.Id;
import org.jspecify.annotations.Nullable;

/** What a plan asks the result of a run for. Immutable. */
public final class RunReading {

    private final RunResult result;

    private RunReading(RunResult result) {
        this.result = result;
    }

    /** Reads a result. */
    public static RunReading of(RunResult result) {
        return new RunReading(result);
    }

    /** Whether the result says which methods were used; results of earlier versions do not. */
    public boolean saysMethods() {
        return root().has("response");
    }

    JsonNode root() {
        return result.root();
    }

    /** What the run says of an element; a missing node where it says nothing. */
    public JsonNode element(Id id) {
        return element(id.value());
    }

    JsonNode element(String id) {
        return result.element(id);
    }

    /** The chance that an element is disrupted. */
    public Chance disrupted(Id id) {
        Chance found = findChance(element(id).path("disrupted"));
        return found == null ? new Chance(0, 0, 1) : found;
    }

    /** A chance, or null where there is none. */
    public static @Nullable Chance findChance(JsonNode node) {
        return node.hasNonNull("estimate")
                ? new Chance(
                        node.path("estimate").asDouble(),
                        node.path("low").asDouble(),
                        node.path("high").asDouble())
                : null;
    }

    static Chance chance(JsonNode node) {
        Chance found = findChance(node);
        if (found == null) {
            throw new IllegalStateException("A stored result lacks a chance where one belongs: " + node);
        }
        return found;
    }

    /** P50 and P95, or null where there is no such object. */
    static @Nullable Band findBand(JsonNode node) {
        return node.isObject() ? band(node) : null;
    }

    static Band band(JsonNode node) {
        return new Band(number(node, "p50"), number(node, "p95"));
    }

    /** A number, or null where it is null or missing. */
    public static @Nullable Double number(JsonNode node, String key) {
        return node.hasNonNull(key) ? (Double) node.path(key).asDouble() : null;
    }
}
