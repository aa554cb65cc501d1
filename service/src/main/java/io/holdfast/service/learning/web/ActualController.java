package io.holdfast.service.learning.web;

import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.Bodies;
import io.holdfast.service.kernel.web.CsvExport;
import io.holdfast.service.kernel.web.PageOfList;
import io.holdfast.service.kernel.web.Problem;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.learning.Actual;
import io.holdfast.service.learning.ActualRow;
import io.holdfast.service.learning.ActualTable;
import io.holdfast.service.learning.Actuals;
import io.holdfast.service.learning.internal.ActualShape;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What drills and incidents measured, over HTTP. */
@Controller("/api/learning/actuals")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "learning", description = "What drills and incidents measured, and what is learned from it")
final class ActualController {

    private final Actuals actuals;

    ActualController(Actuals actuals) {
        this.actuals = actuals;
    }

    /**
     * A page of actuals, the newest first.
     *
     * @param total how many match
     * @param all how many there are, withdrawn ones too
     * @param holding how many of all hold
     * @param names what those are called on which all that match stand, by id, then by language
     */
    record Page(
            List<ActualRow> items,
            int page,
            int size,
            int total,
            int all,
            int holding,
            Map<String, Map<String, String>> names) {}

    @Get
    Page list(
            @RequestBean ActualsFilter filter,
            @QueryValue(defaultValue = "0") int page,
            @QueryValue(defaultValue = "100") int size) {
        PageOfList.require(page, size);
        List<Actual> all = actuals.listActuals();
        List<ActualRow> wanted = newestFirst(all, filter);
        return new Page(
                wanted.stream().skip((long) page * size).limit(size).toList(),
                page,
                size,
                wanted.size(),
                all.size(),
                (int) all.stream().filter(Actual::holds).count(),
                actuals.nameOwners(wanted.stream().map(ActualRow::owner).toList()));
    }

    private static List<ActualRow> newestFirst(List<Actual> all, ActualsFilter filter) {
        return all.stream()
                .map(ActualRow::of)
                .filter(filter::takes)
                .sorted(Comparator.comparing(ActualRow::date)
                        .thenComparingLong(ActualRow::id)
                        .reversed())
                .toList();
    }

    /** The actuals that hold, as the table that can be imported. */
    @Get("/export")
    @Produces("text/csv")
    @ApiResponse(
            responseCode = "200",
            description = "One line an actual, UTF-8",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    HttpResponse<String> export() {
        CsvExport table = new CsvExport(ActualShape.KEYS.toArray(String[]::new));
        actuals.listHolding().stream()
                .map(ActualRow::of)
                .forEach(row -> table.add(
                        row.event(),
                        row.kind(),
                        String.join(" ", row.types()),
                        row.kind().equals("drill") ? Boolean.toString(row.announced()) : "",
                        row.date().toString(),
                        row.owner(),
                        Objects.toString(row.method(), ""),
                        row.quantity(),
                        Integer.toString(row.number()),
                        Objects.toString(row.hours(), ""),
                        Objects.toString(row.finished(), ""),
                        Objects.toString(row.successes(), ""),
                        Objects.toString(row.failures(), ""),
                        Objects.toString(row.occurrences(), ""),
                        row.note()));
        return HttpResponse.ok(table.finish())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"actuals.csv\"");
    }

    /** Enters one. */
    @Allows(value = Permission.PLAN_DRILLS, everywhere = true)
    @Post
    @ApiResponse(responseCode = "201", description = "Entered", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "422",
            description = "Breaks rules; says which",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    HttpResponse<ActualRow> add(@Body byte[] body) {
        return HttpResponse.created(ActualRow.of(actuals.add(Bodies.object(body))));
    }

    /** Why an actual does not hold. */
    record Reason(@Nullable String reason) {}

    /** Takes one back. */
    @Allows(value = Permission.PLAN_DRILLS, everywhere = true)
    @Post("/{id}/withdrawal")
    ActualRow withdraw(long id, @Body Reason said) {
        return ActualRow.of(actuals.withdraw(id, said.reason()));
    }

    /**
     * Puts another one in the place of one.
     *
     * @param reason why the one before does not hold
     */
    @Allows(value = Permission.PLAN_DRILLS, everywhere = true)
    @Post("/{id}/correction")
    @ApiResponse(responseCode = "201", description = "Entered in its place", useReturnTypeSchema = true)
    HttpResponse<ActualRow> correct(long id, @QueryValue(defaultValue = "") String reason, @Body byte[] body) {
        return HttpResponse.created(ActualRow.of(actuals.correct(id, Bodies.object(body), reason)));
    }

    /**
     * What a table adds, or would add.
     *
     * @param applied whether it was added
     * @param added what is new
     * @param known how many rows say what is known already
     */
    record TableView(boolean applied, List<ActualRow> added, int known) {}

    /**
     * A table of actuals, CSV with a header; whole or not at all.
     *
     * @param apply false to look at what it would add
     */
    @Allows(value = Permission.PLAN_DRILLS, everywhere = true)
    @Post("/imports")
    @Consumes(MediaType.ALL)
    TableView importTable(@Body byte[] file, @QueryValue(defaultValue = "false") boolean apply) {
        ActualTable table = apply ? actuals.take(file) : actuals.preview(file);
        if (!table.broken().isEmpty()) {
            throw new ProblemException(
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            "actuals-refused",
                            "Nothing was added: " + table.broken().size()
                                    + (table.broken().size() == 1 ? " thing is" : " things are")
                                    + " wrong with the table. First: "
                                    + table.broken().getFirst().message())
                    .withViolations(table.broken());
        }
        return new TableView(apply, table.actuals().stream().map(ActualRow::of).toList(), table.known());
    }
}
