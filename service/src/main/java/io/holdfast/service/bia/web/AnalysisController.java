package io.holdfast.service.bia.web;

import io.holdfast.service.bia.Analyses;
import io.holdfast.service.bia.AnalysisRow;
import io.holdfast.service.bia.AnalysisView;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.Bodies;
import io.holdfast.service.kernel.web.PageOfList;
import io.holdfast.service.kernel.web.Problem;
import io.holdfast.service.kernel.web.VersionTag;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
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

/** Impact analyses over HTTP: the list, one with all that follows from it, and changes on the version that was seen. */
@Controller("/api/impact-analyses")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "impact", description = "How long one can be without what, what follows from that, and who has approved it")
final class AnalysisController {

    private final Analyses analyses;

    AnalysisController(Analyses analyses) {
        this.analyses = analyses;
    }

    /**
     * A page of analyses.
     *
     * @param total how many match
     * @param all how many there are
     * @param approved how many of all are approved and have not changed since
     * @param waiting how many of all wait for a decision
     * @param due how many of all must be looked at again
     */
    record Page(List<AnalysisRow> items, int page, int size, int total, int all, int approved, int waiting, int due) {}

    /**
     * Every process, and whatever else states a target or an impact; the most urgent first.
     *
     * @param q letters of a name, id or owner
     * @param type asset, service or process
     * @param page which page, from 0
     * @param size how many a page, 1 to 500
     */
    @Get
    Page list(
            @Nullable @QueryValue String q,
            @Nullable @QueryValue String type,
            @QueryValue(defaultValue = "0") int page,
            @QueryValue(defaultValue = "100") int size) {
        PageOfList.require(page, size);
        List<AnalysisRow> all = analyses.list();
        List<AnalysisRow> wanted = all.stream()
                .filter(row -> type == null || row.thing().type().equals(type))
                .filter(row -> q == null || matches(row, q.strip().toLowerCase(Locale.ROOT)))
                .toList();
        return new Page(
                wanted.stream().skip((long) page * size).limit(size).toList(),
                page,
                size,
                wanted.size(),
                all.size(),
                count(all, "approved"),
                count(all, "waiting"),
                (int) all.stream()
                        .filter(row -> !row.standing().due().isEmpty())
                        .count());
    }

    private static int count(List<AnalysisRow> rows, String state) {
        return (int) rows.stream()
                .filter(row -> row.standing().state().equals(state))
                .count();
    }

    private static boolean matches(AnalysisRow row, String letters) {
        return Stream.concat(
                        row.thing().names().values().stream(),
                        Stream.of(
                                row.thing().id(),
                                row.thing().name() == null ? "" : row.thing().name(),
                                row.owner() == null ? "" : row.owner()))
                .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(letters));
    }

    /** One analysis, whether anything is said yet or not; the ETag is the version of its entry in the register. */
    @Get("/{id}")
    HttpResponse<AnalysisView> get(String id) {
        int version = analyses.version(id);
        return HttpResponse.ok(analyses.get(id)).header("ETag", VersionTag.of(version));
    }

    /** What would follow from a record that is not stored: rules that it breaks, what is missing, proposals. */
    @Post("/{id}/preview")
    Analyses.Preview preview(String id, @Body byte[] body) {
        return analyses.preview(id, Bodies.object(body));
    }

    /**
     * Stores a record; what it leaves out is removed.
     *
     * @param reopen whether the next draft of what is approved begins
     */
    @Allows(Permission.EDIT_REGISTER)
    @Put("/{id}")
    @ApiResponse(responseCode = "200", description = "Stored", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description = "Locked: a version holds or waits",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
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
    HttpResponse<AnalysisView> put(
            String id,
            @Nullable @Header("If-Match") String ifMatch,
            @QueryValue(defaultValue = "false") boolean reopen,
            @Body byte[] body) {
        long version = analyses.save(id, Bodies.object(body), VersionTag.seenOfEntry(ifMatch), reopen);
        return HttpResponse.ok(analyses.get(id)).header("ETag", VersionTag.of(version));
    }
}
