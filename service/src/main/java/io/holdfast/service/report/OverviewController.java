package io.holdfast.service.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.service.register.Register;
import io.holdfast.service.simulation.Run;
import io.holdfast.service.simulation.RunStatus;
import io.holdfast.service.simulation.RunView;
import io.holdfast.service.simulation.Simulations;
import io.holdfast.simulator.compile.EffectiveObjectives;
import io.holdfast.simulator.engine.Simulation;
import io.holdfast.simulator.format.ModelWriter;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Scenario;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the first page shows: services and processes against scenarios, from the newest finished run of each. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
final class OverviewController {

    private final Register register;
    private final Simulations simulations;
    private final ObjectMapper json;

    OverviewController(Register register, Simulations simulations, ObjectMapper json) {
        this.register = register;
        this.simulations = simulations;
        this.json = json;
    }

    @Get("/meta")
    Map<String, @Nullable Object> meta() {
        Optional<ContinuityModel> model = register.findModel();
        Map<String, @Nullable Object> meta = new LinkedHashMap<>();
        meta.put("version", Simulation.VERSION);
        meta.put("engineVersion", Simulation.VERSION);
        meta.put("signIn", "none");
        meta.put("organisation", model.map(OverviewController::organisation).orElse(null));
        meta.put("elements", model.map(each -> each.elements().size()).orElse(0));
        return meta;
    }

    private static Map<String, @Nullable Object> organisation(ContinuityModel model) {
        Map<String, @Nullable Object> organisation = new LinkedHashMap<>();
        organisation.put("name", model.label().name());
        organisation.put("names", model.label().names());
        organisation.put("currency", model.currency());
        organisation.put("timeZone", model.timeZone());
        return organisation;
    }

    @Get("/scenarios")
    Map<String, Object> scenarios() {
        List<JsonNode> items = register.requireModel().scenarios().stream()
                .map(ModelWriter::toTree)
                .toList();
        return Map.of("items", items, "page", 0, "size", items.size(), "total", items.size());
    }

    @Get("/overview")
    Map<String, @Nullable Object> overview() {
        ContinuityModel model = register.requireModel();
        String digest = register.findModelDigest().orElse("");
        List<EffectiveObjectives> goals = EffectiveObjectives.of(model);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int e = 0; e < model.elements().size(); e++) {
            Element element = model.elements().get(e);
            if (element.type() != ElementType.ASSET) {
                rows.add(row(element, goals.get(e)));
            }
        }
        List<Map<String, @Nullable Object>> cells = new ArrayList<>();
        int running = 0;
        for (Scenario scenario : model.scenarios()) {
            Optional<Run> newest = simulations.findNewest(scenario.id().value(), null);
            running += newest.filter(run -> !run.status().isOver()).isPresent() ? 1 : 0;
            Optional<Run> finished = simulations.findNewest(scenario.id().value(), RunStatus.FINISHED);
            cells.addAll(cells(scenario, newest, finished, rows, digest));
        }
        Map<String, @Nullable Object> overview = new LinkedHashMap<>();
        overview.put("organisation", organisation(model));
        overview.put("rows", rows);
        overview.put(
                "columns",
                model.scenarios().stream().map(OverviewController::column).toList());
        overview.put("cells", cells);
        overview.put("running", running);
        return overview;
    }

    private static Map<String, @Nullable Object> row(Element element, EffectiveObjectives goals) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", element.id().value());
        row.put("type", element.type().name().toLowerCase(Locale.ROOT));
        row.put("name", element.label().name());
        row.put("names", element.label().names());
        row.put("tier", element.tier());
        row.put("rtoHours", goals.objectives().rtoHours());
        row.put("mtpdHours", goals.objectives().mtpdHours());
        row.put("objectivesFrom", goals.from() == null ? null : goals.from().value());
        return row;
    }

    private static Map<String, @Nullable Object> column(Scenario scenario) {
        Map<String, @Nullable Object> column = new LinkedHashMap<>();
        column.put("id", scenario.id().value());
        column.put("name", scenario.label().name());
        column.put("names", scenario.label().names());
        column.put(
                "origin",
                scenario.origin() == null ? null : scenario.origin().name().toLowerCase(Locale.ROOT));
        column.put("frequency", scenario.frequencyPerYear());
        return column;
    }

    private List<Map<String, @Nullable Object>> cells(
            Scenario scenario,
            Optional<Run> newest,
            Optional<Run> finished,
            List<Map<String, @Nullable Object>> rows,
            String digest) {
        Map<String, JsonNode> results = finished.map(this::elements).orElse(Map.of());
        return rows.stream()
                .map(row -> {
                    Map<String, @Nullable Object> cell = new LinkedHashMap<>();
                    cell.put("row", row.get("id"));
                    cell.put("column", scenario.id().value());
                    cell.put("status", newest.map(run -> run.status().word()).orElse("none"));
                    cell.put("run", newest.map(RunView::of).orElse(null));
                    cell.put("runId", finished.map(Run::id).orElse(null));
                    cell.put(
                            "stale",
                            finished.map(run -> !run.modelDigest().equals(digest))
                                    .orElse(false));
                    cell.put("trials", finished.map(Run::trials).orElse(null));
                    cell.put("seed", finished.map(Run::seed).orElse(null));
                    figures(cell, results.get(String.valueOf(row.get("id"))));
                    return cell;
                })
                .toList();
    }

    private Map<String, JsonNode> elements(Run run) {
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        simulations.findResult(run.id()).ifPresent(text -> {
            try {
                json.readTree(text)
                        .path("elements")
                        .forEach(each -> byId.put(each.path("id").asText(), each));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("The stored result of run " + run.id() + " is not JSON", e);
            }
        });
        return byId;
    }

    private static void figures(Map<String, @Nullable Object> cell, @Nullable JsonNode element) {
        if (element == null) {
            return;
        }
        JsonNode recovery = element.path("recovery");
        JsonNode when = element.path("whenDisrupted");
        cell.put("disrupted", element.get("disrupted"));
        cell.put("withinRto", recovery.get("withinRto"));
        cell.put("withinRtoWhenDisrupted", when.get("withinRto"));
        cell.put("p50", recovery.get("p50"));
        cell.put("p95", recovery.get("p95"));
        cell.put("p95Low", recovery.get("p95Low"));
        cell.put("p95High", recovery.get("p95High"));
        cell.put("p95WhenDisrupted", when.get("p95"));
        cell.put("guesses", element.get("guesses"));
        cell.put("never", recovery.get("never"));
    }
}
