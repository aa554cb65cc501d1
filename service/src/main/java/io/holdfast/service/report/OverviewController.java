package io.holdfast.service.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterState;
import io.holdfast.service.report.Overview.Cell;
import io.holdfast.service.report.Overview.Column;
import io.holdfast.service.report.Overview.Estimate;
import io.holdfast.service.report.Overview.Meta;
import io.holdfast.service.report.Overview.Organisation;
import io.holdfast.service.report.Overview.Row;
import io.holdfast.service.simulation.Run;
import io.holdfast.service.simulation.RunResult;
import io.holdfast.service.simulation.RunStatus;
import io.holdfast.service.simulation.RunView;
import io.holdfast.service.simulation.Simulations;
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
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the first page shows: services and processes against scenarios, from the newest finished run of each. */
@Controller("/api")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "overview", description = "What the first page shows")
final class OverviewController {

    private final Register register;
    private final Simulations simulations;

    OverviewController(Register register, Simulations simulations) {
        this.register = register;
        this.simulations = simulations;
    }

    @Get("/meta")
    Meta meta() {
        Optional<ContinuityModel> model = register.findModel();
        return new Meta(
                Simulation.VERSION,
                Simulation.VERSION,
                "none",
                model.map(Organisation::of).orElse(null),
                model.map(each -> each.elements().size()).orElse(0));
    }

    /** All scenarios, in the file's notation. */
    record Scenarios(List<JsonNode> items, int page, int size, int total) {}

    @Get("/scenarios")
    Scenarios scenarios() {
        List<JsonNode> items = register.requireModel().scenarios().stream()
                .map(ModelWriter::toTree)
                .toList();
        return new Scenarios(items, 0, items.size(), items.size());
    }

    @Get("/overview")
    Overview overview() {
        RegisterState state = register.requireState();
        ContinuityModel model = state.model();
        List<Row> rows = new ArrayList<>();
        for (int e = 0; e < model.elements().size(); e++) {
            Element element = model.elements().get(e);
            if (element.type() != ElementType.ASSET) {
                rows.add(Row.of(element, state.objectives().get(e)));
            }
        }
        Map<String, Run> newest = simulations.mapNewest(null);
        Map<String, Run> finished = simulations.mapNewest(RunStatus.FINISHED);
        List<Cell> cells = new ArrayList<>();
        int running = 0;
        for (Scenario scenario : model.scenarios()) {
            Optional<Run> last = Optional.ofNullable(newest.get(scenario.id().value()));
            running += last.filter(run -> !run.status().isOver()).isPresent() ? 1 : 0;
            Optional<Run> shown = Optional.ofNullable(finished.get(scenario.id().value()));
            cells.addAll(cells(scenario, last, shown, rows, state.digest()));
        }
        return new Overview(
                Organisation.of(model),
                rows,
                model.scenarios().stream().map(Column::of).toList(),
                cells,
                running);
    }

    private List<Cell> cells(
            Scenario scenario, Optional<Run> newest, Optional<Run> finished, List<Row> rows, String digest) {
        Optional<RunResult> result = finished.flatMap(run -> simulations.findReading(run.id()));
        return rows.stream()
                .map(row -> cell(
                        row.id(),
                        scenario,
                        newest,
                        finished,
                        digest,
                        result.map(says -> says.element(row.id())).orElse(MissingNode.getInstance())))
                .toList();
    }

    private static Cell cell(
            String row,
            Scenario scenario,
            Optional<Run> newest,
            Optional<Run> finished,
            String digest,
            JsonNode element) {
        JsonNode recovery = element.path("recovery");
        JsonNode when = element.path("whenDisrupted");
        return new Cell(
                row,
                scenario.id().value(),
                newest.map(run -> run.status().word()).orElse("none"),
                newest.map(RunView::of).orElse(null),
                finished.map(Run::id).orElse(null),
                finished.map(run -> !run.modelDigest().equals(digest)).orElse(false),
                finished.map(Run::trials).orElse(null),
                finished.map(Run::seed).orElse(null),
                Estimate.of(element.path("disrupted")),
                Estimate.of(recovery.path("withinRto")),
                Estimate.of(when.path("withinRto")),
                number(recovery.path("p50")),
                number(recovery.path("p95")),
                number(recovery.path("p95Low")),
                number(recovery.path("p95High")),
                number(when.path("p95")),
                number(element.path("guesses")),
                number(recovery.path("never")));
    }

    private static @Nullable Double number(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : null;
    }
}
