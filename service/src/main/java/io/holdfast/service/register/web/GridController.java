package io.holdfast.service.register.web;

import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.VersionTag;
import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterState;
import io.holdfast.service.register.web.GridRow.GridRows;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The whole register as the rows of its grid. */
@Controller("/api/register")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "register", description = "What the organisation runs and what needs what")
final class GridController {

    private final Register register;

    GridController(Register register) {
        this.register = register;
    }

    /** Every element as a row; the ETag is the revision, and whoever sends it back as If-None-Match is told when nothing has changed. */
    @Get("/rows")
    @ApiResponse(
            responseCode = "200",
            description = "All rows",
            content = @Content(schema = @Schema(implementation = GridRows.class)))
    @ApiResponse(responseCode = "304", description = "Nothing has changed since", content = @Content)
    HttpResponse<?> rows(@Nullable @Header("If-None-Match") String seen) {
        RegisterState state = register.requireVersioned();
        String tag = VersionTag.of(state.revision());
        return (seen != null && seen.contains(tag)
                        ? HttpResponse.notModified()
                        : HttpResponse.ok(GridRow.listOf(state)))
                .header("ETag", tag);
    }
}
