package io.holdfast.service.change.web;

import io.holdfast.service.change.Baselines;
import io.holdfast.service.change.Change;
import io.holdfast.service.change.Changes;
import io.holdfast.service.change.Impact;
import io.holdfast.service.change.internal.ChangeWords;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.Bodies;
import io.holdfast.service.kernel.web.CsvExport;
import io.holdfast.service.kernel.web.PageOfList;
import io.holdfast.service.kernel.web.Problem;
import io.holdfast.service.kernel.web.VersionTag;
import io.holdfast.service.register.OrganisationZone;
import io.holdfast.service.register.Register;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes over HTTP: the list, one of them, and what is done with it on the version that was seen. */
@Controller("/api/changes")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(
        name = "change",
        description = "Changes with impact, back-out and approval, what is learnt from them, and baselines")
final class ChangeController {

    private final Changes changes;
    private final Baselines baselines;
    private final Register register;
    private final Clock clock;

    ChangeController(Changes changes, Baselines baselines, Register register, Clock clock) {
        this.changes = changes;
        this.baselines = baselines;
        this.register = register;
        this.clock = clock;
    }

    /**
     * A page of changes, the newest first.
     *
     * @param total how many match
     * @param all how many there are
     * @param open how many of all are neither closed nor called off
     * @param waiting how many of all wait for a decision
     * @param overdue how many emergencies of all should have been approved by now
     * @param zone the organisation's time zone
     */
    record Page(
            List<ChangeRow> items,
            int page,
            int size,
            int total,
            int all,
            int open,
            int waiting,
            int overdue,
            String zone) {}

    @Get
    Page list(
            @RequestBean ChangesFilter filter,
            @QueryValue(defaultValue = "0") int page,
            @QueryValue(defaultValue = "100") int size) {
        PageOfList.require(page, size);
        List<ChangeRow> all = rows(filter);
        List<ChangeRow> wanted = filter.select(all);
        return new Page(
                wanted.stream().skip((long) page * size).limit(size).toList(),
                page,
                size,
                wanted.size(),
                all.size(),
                (int) all.stream()
                        .filter(row ->
                                !row.state().equals("closed") && !row.state().equals("cancelled"))
                        .count(),
                (int) all.stream()
                        .filter(row -> row.state().equals("submitted") || "waiting".equals(row.agreement()))
                        .count(),
                (int) all.stream().filter(ChangeRow::overdue).count(),
                OrganisationZone.of(register).getId());
    }

    private List<ChangeRow> rows(ChangesFilter filter) {
        Instant now = clock.instant();
        String element = filter.element();
        return (element == null ? changes.listChanges() : changes.listChangesOf(element))
                .stream().map(each -> ChangeRow.of(each, now)).toList();
    }

    /** The changes as a table for spreadsheets. */
    @Get("/export")
    @Produces("text/csv")
    @ApiResponse(
            responseCode = "200",
            description = "One line a change, UTF-8",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    HttpResponse<String> export(@RequestBean ChangesFilter filter) {
        CsvExport table = new CsvExport(
                "number",
                "title",
                "kind",
                "route",
                "risk",
                "state",
                "outcome",
                "from",
                "until",
                "implementer",
                "elements");
        filter.select(rows(filter))
                .forEach(row -> table.add(
                        ChangeWords.number(row.id()),
                        row.title(),
                        row.kind().word(),
                        row.route().word(),
                        row.risk().word(),
                        row.state(),
                        row.outcome() == null ? "" : row.outcome().word(),
                        Objects.toString(row.from(), ""),
                        Objects.toString(row.until(), ""),
                        row.implementer(),
                        String.join(" ", row.elements())));
        return HttpResponse.ok(table.finish())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"changes.csv\"");
    }

    /** Writes a new one down. */
    @Allows(Permission.EDIT_REGISTER)
    @Post
    @ApiResponse(responseCode = "201", description = "Written down", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "422",
            description = "Breaks rules; says which",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    HttpResponse<ChangeView> create(@Body byte[] body) {
        Change added = changes.create(Bodies.object(body));
        return HttpResponse.created(view(added.id()))
                .header("Location", "/api/changes/" + added.id())
                .header("ETag", VersionTag.of(added.version()));
    }

    /** One of them; the ETag is its version. */
    @Get("/{id}")
    HttpResponse<ChangeView> get(long id) {
        return ok(id);
    }

    private HttpResponse<ChangeView> ok(long id) {
        ChangeView view = view(id);
        return HttpResponse.ok(view).header("ETag", VersionTag.of(view.version()));
    }

    private ChangeView view(long id) {
        return ChangeView.of(
                changes.get(id),
                register.findState(),
                OrganisationZone.of(register).getId(),
                baselines::get,
                clock.instant());
    }

    /**
     * Says something else.
     *
     * @param reopen whether to go on although somebody has agreed; it must then be submitted again
     */
    @Allows(Permission.EDIT_REGISTER)
    @Put("/{id}")
    @ApiResponse(responseCode = "200", description = "Stored", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description = "Locked: somebody has agreed, or it waits or is over",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "412",
            description = "Changed meanwhile; says what differs",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    HttpResponse<ChangeView> put(
            long id,
            @Nullable @Header("If-Match") String ifMatch,
            @QueryValue(defaultValue = "false") boolean reopen,
            @Body byte[] body) {
        changes.get(id);
        changes.replace(id, Bodies.object(body), VersionTag.seenOfEntry(ifMatch), reopen);
        return ok(id);
    }

    /** What hangs on its elements in the register as it is now. */
    @Get("/{id}/impact")
    Impact impact(long id) {
        return changes.impact(changes.get(id).change().proposal());
    }

    /** Writes down how it was carried out. */
    @Allows(Permission.EDIT_REGISTER)
    @Post("/{id}/execution")
    HttpResponse<ChangeView> carryOut(long id, @Nullable @Header("If-Match") String ifMatch, @Body byte[] body) {
        changes.get(id);
        changes.carryOut(id, Bodies.object(body), VersionTag.seenOfEntry(ifMatch));
        return ok(id);
    }

    /** Ends it, or calls it off. */
    @Allows(Permission.EDIT_REGISTER)
    @Post("/{id}/closing")
    HttpResponse<ChangeView> close(long id, @Nullable @Header("If-Match") String ifMatch, @Body byte[] body) {
        changes.get(id);
        changes.close(id, Bodies.object(body), VersionTag.seenOfEntry(ifMatch));
        return ok(id);
    }
}
