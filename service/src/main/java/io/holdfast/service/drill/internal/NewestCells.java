package io.holdfast.service.drill.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.simulation.RunResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes from results what a schedule needs of them. */
public final class NewestCells {

    private final Map<String, List<Cell>> byElement = new HashMap<>();

    /** Adds the result of a scenario's newest run. */
    public void add(String scenario, long run, RunResult result) {
        for (JsonNode element : result.root().path("elements")) {
            byElement
                    .computeIfAbsent(element.path("id").asText(), id -> new ArrayList<>())
                    .add(cell(scenario, run, element));
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
