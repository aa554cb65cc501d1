package io.holdfast.service.exchange.web;

import io.holdfast.service.exchange.Mapping;
import io.holdfast.service.exchange.Mappings;
import io.holdfast.service.exchange.SavedMapping;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.VersionTag;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the columns of people's own tables mean, kept by name, over HTTP. */
@Controller("/api/mappings")
@Allows(Permission.EDIT_REGISTER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "imports", description = "Registers and tables from elsewhere")
final class MappingController {

    private final Mappings mappings;

    MappingController(Mappings mappings) {
        this.mappings = mappings;
    }

    /** The mappings by name. */
    record MappingList(List<SavedMapping> items) {}

    /**
     * A mapping to keep.
     *
     * @param name what it is called
     * @param mapping what the columns mean; one without a list where it is missing, which is refused
     */
    record MappingWish(@Nullable String name, Mapping mapping) {

        @SuppressWarnings("ConstantValue") // bound from JSON
        MappingWish {
            mapping = mapping == null ? new Mapping("", null, List.of(), Map.of()) : mapping;
        }
    }

    @Get
    MappingList list() {
        return new MappingList(mappings.listMappings());
    }

    @Get("/{id}")
    HttpResponse<SavedMapping> get(long id) {
        return tagged(HttpResponse.ok(mappings.getMapping(id)));
    }

    /** The mapping alone as a file, to be sent as {@code mapping} of an import or kept under a name elsewhere. */
    @Get("/{id}/export")
    HttpResponse<Mapping> export(long id) {
        return HttpResponse.ok(mappings.getMapping(id).mapping())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mapping-" + id + ".json\"");
    }

    @Post
    @ApiResponse(responseCode = "201", description = "Kept", useReturnTypeSchema = true)
    HttpResponse<SavedMapping> add(@Body MappingWish wish) {
        return tagged(HttpResponse.created(mappings.addMapping(wish.name(), wish.mapping())));
    }

    @Put("/{id}")
    HttpResponse<SavedMapping> change(long id, @Nullable @Header("If-Match") String ifMatch, @Body MappingWish wish) {
        return tagged(HttpResponse.ok(
                mappings.changeMapping(id, wish.name(), wish.mapping(), VersionTag.seenOfEntry(ifMatch))));
    }

    @Delete("/{id}")
    @Consumes("*/*")
    @ApiResponse(responseCode = "204", description = "Forgotten")
    HttpResponse<?> remove(long id, @Nullable @Header("If-Match") String ifMatch) {
        mappings.removeMapping(id, VersionTag.seenOfEntry(ifMatch));
        return HttpResponse.noContent();
    }

    private static HttpResponse<SavedMapping> tagged(io.micronaut.http.MutableHttpResponse<SavedMapping> answer) {
        SavedMapping saved = answer.body();
        return saved == null ? answer : answer.header("ETag", VersionTag.of(saved.version()));
    }
}
