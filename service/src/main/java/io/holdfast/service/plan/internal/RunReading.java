package io.holdfast.service.plan.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.service.plan.Band;
import io.holdfast.service.plan.Chance;
import io.holdfast.simulator.model.Id;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stored result of a run, read as it stands: every number keeps its digits. Immutable. */
public final class RunReading {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode root;
    private final Map<String, JsonNode> elements = new HashMap<>();

    private RunReading(JsonNode root) {
        this.root = root;
        root.path("elements").forEach(each -> elements.put(each.path("id").asText(), each));
    }

    /** Reads a stored result. */
    public static RunReading of(String json) {
        try {
            return new RunReading(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored result is not JSON", e);
        }
    }

    /** Whether the result says which methods were used; results of earlier versions do not. */
    public boolean saysMethods() {
        return root.has("response");
    }

    JsonNode root() {
        return root;
    }

    /** What the run says of an element; a missing node where it says nothing. */
    public JsonNode element(Id id) {
        return element(id.value());
    }

    JsonNode element(String id) {
        JsonNode found = elements.get(id);
        return found == null ? JSON.missingNode() : found;
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
