package io.holdfast.service.drill.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes from results what a schedule needs of them. */
public final class NewestCells {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, List<Cell>> byElement = new HashMap<>();

    /** Adds the result of a scenario's newest run, as stored. */
    public void add(String scenario, long run, String result) {
        try {
            for (JsonNode element : JSON.readTree(result).path("elements")) {
                byElement
                        .computeIfAbsent(element.path("id").asText(), id -> new ArrayList<>())
                        .add(cell(scenario, run, element));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored result of run " + run + " is not JSON", e);
        }
    }

    private static Cell cell(String scenario, long run, JsonNode element) {
        JsonNode times = element.path("whenDisrupted");
        return new Cell(
                scenario,
                run,
                element.path("disrupted").path("estimate").asDouble(),
                number(element.path("recovery").path("withinRto").path("estimate")),
                number(times.path("p50")),
                number(times.path("p95")));
    }

    private static @Nullable Double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : null;
    }

    /** What was added, by element. */
    public Map<String, List<Cell>> byElement() {
        return byElement;
    }
}
