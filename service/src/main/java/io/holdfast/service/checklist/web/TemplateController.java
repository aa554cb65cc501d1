package io.holdfast.service.checklist.web;

import io.holdfast.service.checklist.KeptTemplate;
import io.holdfast.service.checklist.TemplateBook;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Templates of checklists over HTTP. */
@Controller("/api/checklist-templates")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(
        name = "checklists",
        description = "What is checked of suppliers, clouds and sites, what was found, and on what that rests")
final class TemplateController {

    private final TemplateBook book;

    TemplateController(TemplateBook book) {
        this.book = book;
    }

    /** Templates in their newest versions: those that the program brings first. */
    record TemplateList(List<KeptTemplate> items) {}

    /** Every template. */
    @Get
    TemplateList list() {
        return new TemplateList(book.listTemplates());
    }

    /** One template; the ETag is its version. */
    @Get("/{template}")
    HttpResponse<KeptTemplate> get(String template) {
        KeptTemplate kept = book.getTemplate(template);
        return HttpResponse.ok(kept).header("ETag", VersionTag.of(kept.version()));
    }

    /** Stores a template of the organisation, new (If-Match {@code "0"}) or in its next version. */
    @Allows(value = Permission.EDIT_REGISTER, everywhere = true)
    @Put("/{template}")
    @ApiResponse(responseCode = "200", description = "Stored", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "412",
            description = "Changed meanwhile",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "422",
            description = "Breaks rules; says which",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    HttpResponse<KeptTemplate> put(String template, @Nullable @Header("If-Match") String ifMatch, @Body byte[] body) {
        KeptTemplate kept = book.replace(template, Bodies.object(body), VersionTag.seenOfEntry(ifMatch));
        return HttpResponse.ok(kept).header("ETag", VersionTag.of(kept.version()));
    }
}
