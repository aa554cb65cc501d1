package io.holdfast.service.simulation;

import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.access.Sensitive;
import io.holdfast.service.kernel.web.PageOfList;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.register.Register;
import io.holdfast.simulator.engine.RunRequest;
import io.holdfast.simulator.model.Scenario;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Runs over HTTP. */
@Controller("/api/runs")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "runs", description = "Model runs as jobs")
final class RunController {

    /** How many runs of one person may wait; more would only hold up everybody else's. */
    static final int MOST_WAITING = 100;

    private static final Duration PROGRESS = Duration.ofMillis(500);

    private final Register register;
    private final Simulations simulations;

    RunController(Register register, Simulations simulations) {
        this.register = register;
        this.simulations = simulations;
    }

    /** A page of runs. */
    record Page(List<RunView> items, int page, int size, int total) {}

    /**
     * Runs of a kind, scenarios where none is named, from the newest.
     *
     * @param kind the kind
     * @param subject only runs on this, by id
     * @param scenario the same for scenarios
     * @param page which page, from 0
     * @param size how many a page, 1 to 500
     */
    @Get
    Page list(
            @QueryValue(defaultValue = "scenario") String kind,
            @Nullable @QueryValue String subject,
            @Nullable @QueryValue String scenario,
            @QueryValue(defaultValue = "0") int page,
            @QueryValue(defaultValue = "50") int size) {
        PageOfList.require(page, size);
        RunKind wanted = WantedRun.requireKind(kind);
        String on = subject == null && wanted == RunKind.SCENARIO ? scenario : subject;
        return new Page(
                simulations.listRuns(wanted, on, page, size).stream()
                        .map(RunView::of)
                        .toList(),
                page,
                size,
                simulations.countRuns(wanted, on));
    }

    @Allows(Permission.RUN)
    @Post
    @ApiResponse(responseCode = "202", description = "Queued", useReturnTypeSchema = true)
    HttpResponse<RunView> request(@Body WantedRun wanted) {
        requireRoom();
        RunTask task = wanted.requireTask(register.requireModel());
        RunView run = RunView.of(simulations.request(task, wanted.requireTrials(), wanted.requireSeed()));
        return HttpResponse.<RunView>accepted(URI.create("/api/runs/" + run.id()))
                .body(run);
    }

    private void requireRoom() {
        int waiting = simulations.countWaiting(Acting.current().name());
        if (waiting >= MOST_WAITING) {
            throw new ProblemException(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-runs",
                    waiting + " of your runs wait already; " + MOST_WAITING
                            + " is the most. Wait until some are over, or cancel some.");
        }
    }

    /** How many trials each scenario gets. */
    record WantedAll(@Nullable Long trials) {}

    @Allows(Permission.RUN)
    @Post("/all")
    @ApiResponse(responseCode = "202", description = "Queued", useReturnTypeSchema = true)
    HttpResponse<List<RunView>> requestAll(@Nullable @Body WantedAll wanted) {
        requireRoom();
        long trials = WantedRun.requireTrials(wanted == null ? null : wanted.trials(), RunKind.SCENARIO);
        List<RunView> runs = register.requireModel().scenarios().stream()
                .map(Scenario::id)
                .map(id -> RunView.of(simulations.request(id, trials, RunRequest.DEFAULT_SEED)))
                .toList();
        return HttpResponse.<List<RunView>>status(HttpStatus.ACCEPTED).body(runs);
    }

    @Get("/{id}")
    RunView get(long id) {
        return RunView.of(requireRun(id));
    }

    private Run requireRun(long id) {
        return simulations
                .findRun(id)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "unknown-run", "There is no run " + id + ". GET /api/runs lists them."));
    }

    /** The bytes of the result, as the schema of results describes them. */
    @Sensitive("run-result")
    @Get("/{id}/result")
    @ApiResponse(
            responseCode = "200",
            description = "The result",
            content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
    String result(long id) {
        Run run = requireRun(id);
        return simulations
                .findResult(id)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.CONFLICT,
                        "no-result",
                        "Run " + id + " is " + run.status().word() + " and has no result."));
    }

    /** The model that the run is of, as it was when it was asked for. */
    @Get("/{id}/model")
    @ApiResponse(
            responseCode = "200",
            description = "The model file",
            content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
    String model(long id) {
        return simulations.getModelDocument(requireRun(id).modelDigest());
    }

    @Allows(Permission.RUN)
    @Post("/{id}/cancel")
    RunView cancel(long id) {
        requireRun(id);
        return RunView.of(simulations.cancel(id));
    }

    /** The run twice a second until it is over. */
    @Get("/{id}/events")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<RunView>> events(long id) {
        requireRun(id);
        return Flux.interval(Duration.ZERO, PROGRESS)
                .onBackpressureDrop()
                .map(tick -> requireRun(id))
                .takeUntil(run -> run.status().isOver())
                .map(run -> Event.of(RunView.of(run)).name("progress"));
    }
}
