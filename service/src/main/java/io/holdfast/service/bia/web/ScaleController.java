package io.holdfast.service.bia.web;

import io.holdfast.service.bia.KeptScales;
import io.holdfast.service.bia.ScaleBook;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.Bodies;
import io.holdfast.service.kernel.web.Problem;
import io.holdfast.service.kernel.web.VersionTag;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The scales of the organisation over HTTP. */
@Controller("/api/impact-scales")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "impact", description = "How long one can be without what, what follows from that, and who has approved it")
final class ScaleController {

    private final ScaleBook book;

    ScaleController(ScaleBook book) {
        this.book = book;
    }

    /** The scales; the ETag is their version, 0 while nobody has changed what the program starts with. */
    @Get
    HttpResponse<KeptScales> get() {
        KeptScales kept = book.current();
        return HttpResponse.ok(kept).header("ETag", VersionTag.of(kept.version()));
    }

    /** Puts others in their place, on the version that was seen; every approved analysis is then due for review. */
    @Allows(value = Permission.EDIT_REGISTER, everywhere = true)
    @Put
    @ApiResponse(responseCode = "200", description = "Stored", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "422",
            description = "Breaks rules; says which",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    HttpResponse<KeptScales> put(@Nullable @Header("If-Match") String ifMatch, @Body byte[] body) {
        KeptScales kept = book.replace(Bodies.object(body), VersionTag.seenOfEntry(ifMatch));
        return HttpResponse.ok(kept).header("ETag", VersionTag.of(kept.version()));
    }
}
