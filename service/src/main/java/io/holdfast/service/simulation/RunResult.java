package io.holdfast.service.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The stored result of a run, read as it stands: every number keeps its digits. Readers share one, so nobody changes its nodes. For
 * any number of threads.
 */
public final class RunResult {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode root;
    private final Map<String, JsonNode> elements = new LinkedHashMap<>();
    private final int size;

    private RunResult(JsonNode root, int size) {
        this.root = root;
        this.size = size;
        root.path("elements").forEach(each -> elements.put(each.path("id").asText(), each));
    }

    /** Reads a result file. */
    public static RunResult of(String json) {
        try {
            return new RunResult(JSON.readTree(json), json.length());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored result is not JSON", e);
        }
    }

    /** All of it. */
    public JsonNode root() {
        return root;
    }

    /** What it says of an element; a missing node where it says nothing. */
    public JsonNode element(String id) {
        JsonNode found = elements.get(id);
        return found == null ? JSON.missingNode() : found;
    }

    /** How many characters the file has. */
    int size() {
        return size;
    }
}
