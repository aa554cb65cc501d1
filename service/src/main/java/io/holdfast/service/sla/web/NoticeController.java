package io.holdfast.service.sla.web;

import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.Bodies;
import io.holdfast.service.kernel.web.PageOfList;
import io.holdfast.service.kernel.web.VersionTag;
import io.holdfast.service.sla.Notice;
import io.holdfast.service.sla.Notices;
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

/** Who is to be told that a service level may be, or was, missed, over HTTP. */
@Controller("/api/service-level-notices")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(
        name = "levels",
        description = "What is promised, whether the chain carries it, what was measured, and who has approved it")
final class NoticeController {

    private final Notices notices;

    NoticeController(Notices notices) {
        this.notices = notices;
    }

    /**
     * A page of notices.
     *
     * @param total how many there are
     * @param open of how many nobody was told yet
     */
    record NoticePage(List<Notice> items, int page, int size, int total, int open) {}

    /**
     * What is open first, then from the newest.
     *
     * @param element only those about this one
     * @param page which page, from 0
     * @param size how many a page, 1 to 500
     */
    @Get
    NoticePage list(
            @Nullable @QueryValue String element,
            @QueryValue(defaultValue = "0") int page,
            @QueryValue(defaultValue = "100") int size) {
        PageOfList.require(page, size);
        return new NoticePage(
                notices.list(element, page, size),
                page,
                size,
                notices.count(element, false),
                notices.count(element, true));
    }

    /** One of a number; the ETag is its version. */
    @Get("/{number}")
    HttpResponse<Notice> get(long number) {
        Notice found = notices.get(number);
        return HttpResponse.ok(found).header("ETag", VersionTag.of(found.version()));
    }

    /** Notes that somebody is to be told. */
    @Allows(Permission.EDIT_REGISTER)
    @Post
    @ApiResponse(responseCode = "201", description = "Noted", useReturnTypeSchema = true)
    HttpResponse<Notice> add(@Body byte[] body) {
        Notice stored = notices.add(Bodies.object(body));
        return HttpResponse.created(stored).header("ETag", VersionTag.of(stored.version()));
    }

    /** Notes that somebody was told, on which day and how; without a day, that they were not. */
    @Allows(Permission.EDIT_REGISTER)
    @Put("/{number}/told")
    HttpResponse<Notice> told(long number, @Nullable @Header("If-Match") String ifMatch, @Body byte[] body) {
        Notice stored = notices.told(number, Bodies.object(body), VersionTag.seenOfEntry(ifMatch));
        return HttpResponse.ok(stored).header("ETag", VersionTag.of(stored.version()));
    }
}
