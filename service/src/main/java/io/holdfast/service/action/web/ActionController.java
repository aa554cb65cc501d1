package io.holdfast.service.action.web;

import io.holdfast.service.action.Action;
import io.holdfast.service.action.ActionSource;
import io.holdfast.service.action.Actions;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.Bodies;
import io.holdfast.service.kernel.web.CsvExport;
import io.holdfast.service.kernel.web.ExcelExport;
import io.holdfast.service.kernel.web.PageOfList;
import io.holdfast.service.kernel.web.Problem;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.kernel.web.VersionTag;
import io.holdfast.service.register.OrganisationZone;
import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterState;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Corrective actions over HTTP: the list, one of them, and its steps on the version that was seen. */
@Controller("/api/actions")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "action", description = "Corrective actions with owner, day, cause and verification")
final class ActionController {

    private static final String CSV = "text/csv";
    private static final String[] COLUMNS = {
        "number",
        "title",
        "status",
        "severity",
        "category",
        "owner",
        "due",
        "overdue",
        "element",
        "source",
        "finding",
        "cause",
        "text",
        "words"
    };

    private final Actions actions;
    private final Register register;
    private final Clock clock;

    ActionController(Actions actions, Register register, Clock clock) {
        this.actions = actions;
        this.register = register;
        this.clock = clock;
    }

    /**
     * A page of actions: what is to be done first, by its day.
     *
     * @param total how many match
     * @param all how many there are
     * @param pending of how many something is still to be done
     * @param overdue how many of these should have been done by now
     * @param own how many of these are those of whoever asks
     */
    record Page(List<ActionView> items, int page, int size, int total, int all, int pending, int overdue, int own) {}

    @Get
    Page list(
            @RequestBean ActionsFilter filter,
            @QueryValue(defaultValue = "0") int page,
            @QueryValue(defaultValue = "100") int size) {
        PageOfList.require(page, size);
        List<ActionView> all = views();
        List<ActionView> wanted = filter.select(all);
        List<ActionView> pending =
                all.stream().filter(row -> row.progress().status().isPending()).toList();
        return new Page(
                wanted.stream().skip((long) page * size).limit(size).toList(),
                page,
                size,
                wanted.size(),
                all.size(),
                pending.size(),
                (int) pending.stream().filter(ActionView::overdue).count(),
                (int) pending.stream().filter(ActionView::own).count());
    }

    private List<ActionView> views() {
        LocalDate today = today();
        Optional<RegisterState> state = register.findState();
        return actions.listActions().stream()
                .map(action -> ActionView.of(action, today, state))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), OrganisationZone.of(register));
    }

    /**
     * The actions as a table for spreadsheets.
     *
     * @param format csv or xlsx
     */
    @Get("/export")
    @Produces({CSV, ExcelExport.TYPE})
    @ApiResponse(
            responseCode = "200",
            description = "One line an action",
            content = {
                @Content(mediaType = CSV, schema = @Schema(type = "string")),
                @Content(mediaType = ExcelExport.TYPE, schema = @Schema(type = "string", format = "binary"))
            })
    HttpResponse<byte[]> export(@RequestBean ActionsFilter filter, @QueryValue(defaultValue = "csv") String format) {
        List<ActionView> rows = filter.select(views());
        return switch (format) {
            case "csv" -> {
                CsvExport table = new CsvExport(COLUMNS);
                rows.forEach(row -> table.add(cells(row)));
                yield file(table.finish().getBytes(StandardCharsets.UTF_8), CSV, format);
            }
            case "xlsx" -> {
                ExcelExport table = new ExcelExport(COLUMNS);
                rows.forEach(row -> table.add(cells(row)));
                yield file(table.finish("actions"), ExcelExport.TYPE, format);
            }
            default ->
                throw new ProblemException(
                        HttpStatus.BAD_REQUEST,
                        "bad-format",
                        "format is '" + format + "', but it must be xlsx or csv.");
        };
    }

    private static HttpResponse<byte[]> file(byte[] bytes, String type, String format) {
        return HttpResponse.ok(bytes)
                .contentType(MediaType.of(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"actions." + format + "\"");
    }

    private static String[] cells(ActionView row) {
        String id = row.source().id();
        return new String[] {
            row.number(),
            row.content().title(),
            row.progress().status().word(),
            row.content().severity().word(),
            row.content().category().word(),
            row.content().owner(),
            Objects.toString(row.content().due(), ""),
            Boolean.toString(row.overdue()),
            Objects.toString(row.content().element(), ""),
            row.source().type() + (id == null ? "" : " " + id),
            row.source().finding(),
            row.content().cause(),
            row.content().text(),
            row.progress().words()
        };
    }

    /** The names of people who can own an action. */
    record People(List<String> items) {}

    @Get("/people")
    People people() {
        return new People(actions.listPeople());
    }

    /** Writes a new one down. */
    @Allows(Permission.PLAN_DRILLS)
    @Post
    @ApiResponse(responseCode = "201", description = "Written down", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "422",
            description = "Breaks rules; says which",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    HttpResponse<ActionView> create(@Body byte[] body) {
        Action added = actions.create(Bodies.object(body), ActionSource.NONE);
        return HttpResponse.created(view(added))
                .header("Location", "/api/actions/" + added.id())
                .header("ETag", VersionTag.of(added.version()));
    }

    /** One of them; the ETag is its version. */
    @Get("/{id}")
    HttpResponse<ActionView> get(long id) {
        return ok(actions.getAction(id));
    }

    private HttpResponse<ActionView> ok(Action action) {
        return HttpResponse.ok(view(action)).header("ETag", VersionTag.of(action.version()));
    }

    private ActionView view(Action action) {
        return ActionView.of(action, today(), register.findState());
    }

    /** Says something else. */
    @Allows(Permission.PLAN_DRILLS)
    @Put("/{id}")
    @ApiResponse(responseCode = "200", description = "Stored", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description = "Verified or dropped, so locked",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "412",
            description = "Changed meanwhile; says what differs",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    HttpResponse<ActionView> put(long id, @Nullable @Header("If-Match") String ifMatch, @Body byte[] body) {
        actions.getAction(id);
        return ok(actions.replace(id, Bodies.object(body), VersionTag.seenOfEntry(ifMatch)));
    }

    /** Takes a step: {@code status} and {@code words}. Its owner may, and whoever may plan drills in its unit. */
    @Post("/{id}/status")
    @ApiResponse(responseCode = "200", description = "Stored", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description = "This cannot follow",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    HttpResponse<ActionView> step(long id, @Nullable @Header("If-Match") String ifMatch, @Body byte[] body) {
        actions.getAction(id);
        return ok(actions.step(id, Bodies.object(body), VersionTag.seenOfEntry(ifMatch)));
    }
}
