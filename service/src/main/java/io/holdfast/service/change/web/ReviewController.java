package io.holdfast.service.change.web;

import io.holdfast.service.change.ChangeAnalysis;
import io.holdfast.service.change.ChangeRules;
import io.holdfast.service.change.ChangeSettings;
import io.holdfast.service.change.Conclusion;
import io.holdfast.service.change.ElementHistory;
import io.holdfast.service.change.Reviews;
import io.holdfast.service.change.internal.Refusals;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.Bodies;
import io.holdfast.service.kernel.web.CsvExport;
import io.holdfast.service.kernel.web.PageOfList;
import io.holdfast.service.kernel.web.Said;
import io.holdfast.service.kernel.web.VersionTag;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is learnt from changes, over HTTP: months, conclusions, the history of an element, and what is set. */
@Controller("/api")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(
        name = "change",
        description = "Changes with impact, back-out and approval, what is learnt from them, and baselines")
final class ReviewController {

    private static final int MOST_TEXT = 5000;
    private static final int LEAST_TEXT = 5;
    private static final int MOST_HOURS = 720;

    private final Reviews reviews;
    private final ElementHistory histories;
    private final ChangeRules rules;

    ReviewController(Reviews reviews, ElementHistory histories, ChangeRules rules) {
        this.reviews = reviews;
        this.histories = histories;
        this.rules = rules;
    }

    /**
     * Changes over time.
     *
     * @param from the first month, such as {@code 2026-01}; without it, so that it is a year
     * @param until the last month; without it, this one
     */
    @Get("/change-analysis")
    ChangeAnalysis analysis(@Nullable @QueryValue String from, @Nullable @QueryValue String until) {
        return reviews.analyse(month(from), month(until));
    }

    private static @Nullable YearMonth month(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw Refusals.months(Reviews.MOST_MONTHS);
        }
    }

    /** The months as a table for spreadsheets. */
    @Get("/change-analysis/export")
    @Produces("text/csv")
    @ApiResponse(
            responseCode = "200",
            description = "One line a month, UTF-8",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    HttpResponse<String> export(@Nullable @QueryValue String from, @Nullable @QueryValue String until) {
        CsvExport table = new CsvExport(
                "month", "recorded", "carried-out", "success", "partly", "backed-out", "emergency", "high-risk");
        reviews.analyse(month(from), month(until))
                .months()
                .forEach(month -> table.add(
                        month.month(),
                        Integer.toString(month.recorded()),
                        Integer.toString(month.carriedOut()),
                        Integer.toString(month.success()),
                        Integer.toString(month.partly()),
                        Integer.toString(month.backedOut()),
                        Integer.toString(month.emergency()),
                        Integer.toString(month.highRisk())));
        return HttpResponse.ok(table.finish())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"changes-by-month.csv\"");
    }

    /** What was concluded, the newest first. */
    record Conclusions(List<Conclusion> items) {}

    @Get("/change-conclusions")
    Conclusions conclusions() {
        return new Conclusions(reviews.listConclusions());
    }

    /** Keeps a conclusion: {@code first} and {@code last} month, and {@code text}. */
    @Allows(Permission.EDIT_REGISTER)
    @Post("/change-conclusions")
    @ApiResponse(responseCode = "201", description = "Kept", useReturnTypeSchema = true)
    HttpResponse<Conclusion> conclude(@Body byte[] body) {
        Said said = Said.of(Bodies.object(body), Set.of("first", "last", "text"));
        String text = said.text("text", LEAST_TEXT, MOST_TEXT);
        YearMonth first = month(said.text("first", 1, LEAST_TEXT + 2));
        YearMonth last = month(said.text("last", 1, LEAST_TEXT + 2));
        if (!said.broken().isEmpty() || first == null || last == null) {
            throw Refusals.invalid(said.broken());
        }
        return HttpResponse.created(reviews.conclude(first, last, text));
    }

    /** What is set; the ETag is its version. */
    @Get("/change-settings")
    HttpResponse<ChangeSettings> settings() {
        return answer(rules.current());
    }

    private static HttpResponse<ChangeSettings> answer(ChangeSettings settings) {
        return HttpResponse.ok(settings).header("ETag", VersionTag.of(settings.version()));
    }

    /** Sets {@code approveWithinHours}, from 1 to 720. */
    @Allows(value = Permission.EDIT_REGISTER, everywhere = true)
    @Put("/change-settings")
    HttpResponse<ChangeSettings> replace(@Nullable @Header("If-Match") String ifMatch, @Body byte[] body) {
        Said said = Said.of(Bodies.object(body), Set.of("approveWithinHours"));
        int hours = said.whole("approveWithinHours", 1, MOST_HOURS);
        if (!said.broken().isEmpty()) {
            throw Refusals.invalid(said.broken());
        }
        return answer(rules.replace(hours, VersionTag.seenOfEntry(ifMatch)));
    }

    /** A page of an element's history, from the newest. */
    record History(List<ElementHistory.Line> items, int page, int size, int total) {}

    /** Who changed the entry of an element, when and what; also of one that is gone. */
    @Get("/elements/{id}/history")
    History history(String id, @QueryValue(defaultValue = "0") int page, @QueryValue(defaultValue = "20") int size) {
        PageOfList.require(page, size);
        ElementHistory.Part part = histories.list(id, page, size);
        return new History(part.items(), page, size, part.total());
    }
}
