package io.holdfast.service.sla.web;

import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.Bodies;
import io.holdfast.service.kernel.web.PageOfList;
import io.holdfast.service.kernel.web.VersionTag;
import io.holdfast.service.sla.YearReview;
import io.holdfast.service.sla.YearReviews;
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
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Year-end reviews of what is served and agreed, over HTTP. */
@Controller("/api/service-level-reviews")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(
        name = "levels",
        description = "What is promised, whether the chain carries it, what was measured, and who has approved it")
final class YearReviewController {

    private final YearReviews reviews;

    YearReviewController(YearReviews reviews) {
        this.reviews = reviews;
    }

    /** A page of year-end reviews; {@code total} is how many there are. */
    record ReviewPage(List<YearReview> items, int page, int size, int total) {}

    /**
     * From the newest.
     *
     * @param page which page, from 0
     * @param size how many a page, 1 to 500
     */
    @Get
    ReviewPage list(@QueryValue(defaultValue = "0") int page, @QueryValue(defaultValue = "100") int size) {
        PageOfList.require(page, size);
        return new ReviewPage(reviews.list(page, size), page, size, reviews.count());
    }

    /** One of a number; the ETag is its version. */
    @Get("/{number}")
    HttpResponse<YearReview> get(long number) {
        YearReview found = reviews.get(number);
        return HttpResponse.ok(found).header("ETag", VersionTag.of(found.version()));
    }

    /** Keeps that a meeting was held. */
    @Allows(value = Permission.EDIT_REGISTER, everywhere = true)
    @Post
    @ApiResponse(responseCode = "201", description = "Kept", useReturnTypeSchema = true)
    HttpResponse<YearReview> add(@Body byte[] body) {
        YearReview stored = reviews.add(Bodies.object(body));
        return HttpResponse.created(stored).header("ETag", VersionTag.of(stored.version()));
    }

    /** Corrects what was kept. */
    @Allows(value = Permission.EDIT_REGISTER, everywhere = true)
    @Put("/{number}")
    HttpResponse<YearReview> replace(long number, @Nullable @Header("If-Match") String ifMatch, @Body byte[] body) {
        YearReview stored = reviews.replace(number, Bodies.object(body), VersionTag.seenOfEntry(ifMatch));
        return HttpResponse.ok(stored).header("ETag", VersionTag.of(stored.version()));
    }
}
