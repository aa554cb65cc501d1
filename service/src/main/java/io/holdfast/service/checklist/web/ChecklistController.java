package io.holdfast.service.checklist.web;

import io.holdfast.service.checklist.Answer;
import io.holdfast.service.checklist.ChecklistRow;
import io.holdfast.service.checklist.ChecklistView;
import io.holdfast.service.checklist.Checklists;
import io.holdfast.service.checklist.Place;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.Bodies;
import io.holdfast.service.kernel.web.PageOfList;
import io.holdfast.service.kernel.web.Problem;
import io.holdfast.service.kernel.web.VersionTag;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checklists over HTTP: the list, one to fill in, and answers on the version that was seen. */
@Controller("/api/checklists")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(
        name = "checklists",
        description = "What is checked of suppliers, clouds and sites, what was found, and on what that rests")
final class ChecklistController {

    private final Checklists checklists;

    ChecklistController(Checklists checklists) {
        this.checklists = checklists;
    }

    /**
     * A page of checklists. Where only those of one subject are asked for, all counts are of that one.
     *
     * @param total how many match
     * @param all how many there are
     * @param begun how many of all were begun
     * @param overdue how many of all have a check that is overdue
     * @param stale how many of all rest in part on evidence that is too old
     */
    record Page(List<ChecklistRow> items, int page, int size, int total, int all, int begun, int overdue, int stale) {}

    /**
     * Checklists that were begun or are expected: what needs somebody first.
     *
     * @param template only of this template
     * @param subject only about this element or site
     * @param q letters of a name, id or owner
     * @param page which page, from 0
     * @param size how many a page, 1 to 500
     */
    @Get
    Page list(
            @Nullable @QueryValue String template,
            @Nullable @QueryValue String subject,
            @Nullable @QueryValue String q,
            @QueryValue(defaultValue = "0") int page,
            @QueryValue(defaultValue = "100") int size) {
        PageOfList.require(page, size);
        List<ChecklistRow> all = subject == null ? checklists.list() : checklists.listOf(subject);
        List<ChecklistRow> wanted = all.stream()
                .filter(row -> template == null || row.template().equals(template))
                .filter(row -> q == null || matches(row, q.strip().toLowerCase(Locale.ROOT)))
                .toList();
        return new Page(
                wanted.stream().skip((long) page * size).limit(size).toList(),
                page,
                size,
                wanted.size(),
                all.size(),
                (int) all.stream().filter(row -> row.score() != null).count(),
                (int) all.stream()
                        .filter(row -> row.score() != null && row.score().overdue() > 0)
                        .count(),
                (int) all.stream()
                        .filter(row -> row.score() != null && row.score().stale() > 0)
                        .count());
    }

    private static boolean matches(ChecklistRow row, String letters) {
        String name = row.thing().name();
        String owner = row.thing().owner();
        return Stream.of(
                        row.thing().names().values().stream(),
                        row.templateNames().values().stream(),
                        Stream.of(row.thing().id(), name == null ? "" : name, owner == null ? "" : owner))
                .flatMap(each -> each)
                .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(letters));
    }

    /**
     * A checklist about an element or a site, whether anything was answered yet or not.
     *
     * @param variant the column of the template, such as saas; left out where it has none
     */
    @Get("/{template}/{subject}")
    ChecklistView get(String template, String subject, @QueryValue(defaultValue = "") String variant) {
        return checklists.get(new Place(template, subject, variant));
    }

    /** Says what was found of one item, on the version that was seen (If-Match {@code "0"} while it is open); the ETag is the next one. */
    @Allows(Permission.KEEP_EVIDENCE)
    @Put("/{template}/{subject}/answers/{item}")
    @ApiResponse(responseCode = "200", description = "Stored", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "412",
            description = "Changed meanwhile; says what differs",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "422",
            description = "Breaks rules; says which",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    HttpResponse<Answer> answer(
            String template,
            String subject,
            String item,
            @QueryValue(defaultValue = "") String variant,
            @Nullable @Header("If-Match") String ifMatch,
            @Body byte[] body) {
        Integer seen = VersionTag.seenOfEntry(ifMatch);
        Answer answer = checklists.answer(new Place(template, subject, variant), item, Bodies.object(body), seen);
        return HttpResponse.ok(answer).header("ETag", VersionTag.of(answer.version()));
    }

    /** Takes an answer back, so that its item is open again. */
    @Allows(Permission.KEEP_EVIDENCE)
    @Delete("/{template}/{subject}/answers/{item}")
    @ApiResponse(responseCode = "204", description = "Open again")
    @ApiResponse(
            responseCode = "412",
            description = "Changed meanwhile",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    HttpResponse<Void> clear(
            String template,
            String subject,
            String item,
            @QueryValue(defaultValue = "") String variant,
            @Nullable @Header("If-Match") String ifMatch) {
        checklists.clear(new Place(template, subject, variant), item, VersionTag.seenOfEntry(ifMatch));
        return HttpResponse.noContent();
    }
}
