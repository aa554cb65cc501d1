package io.holdfast.service.register.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.Bodies;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.kernel.web.VersionTag;
import io.holdfast.service.register.EditOutcome;
import io.holdfast.service.register.EntryChange;
import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterEdits;
import io.holdfast.service.register.Section;
import io.holdfast.simulator.format.ModelWriter;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sites over HTTP: where they are, how far from each other, and changes of single ones on the version that was seen. */
@Controller("/api/sites")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "register", description = "What the organisation runs and what needs what")
final class SitesController {

    private static final String WHAT = "site";
    private static final Set<Section> SITES = Set.of(Section.SITE);

    private final Register register;
    private final RegisterEdits edits;

    SitesController(Register register, RegisterEdits edits) {
        this.register = register;
        this.edits = edits;
    }

    /**
     * All sites in file order.
     *
     * @param leastKm how far an off-site copy or standby is at least, inclusive (row S12)
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Sites(double leastKm, List<SiteView> items) {}

    @Get
    Sites list() {
        return new Sites(SiteView.LEAST_KM, SiteView.listOf(register.stateOrEmpty()));
    }

    /** One site in the file's notation. */
    @Get("/{id}")
    HttpResponse<JsonNode> site(String id) {
        int version = register.findVersion(id).orElse(0); // first, so that it is not newer than what is answered
        return HttpResponse.ok(stored(id)).header("ETag", VersionTag.of(version));
    }

    @Allows(Permission.EDIT_REGISTER)
    @Post
    @ApiResponse(responseCode = "201", description = "Stored", useReturnTypeSchema = true)
    HttpResponse<JsonNode> create(@Body byte[] body) {
        ObjectNode tree = Bodies.object(body);
        EditOutcome.Stored done =
                Answers.require(edits.change(new EntryChange.Create(Section.SITE, tree), false), WHAT, "");
        String id = tree.path("id").asText();
        return HttpResponse.created(stored(id), URI.create("/api/sites/" + id)).header("ETag", tag(done));
    }

    @Allows(Permission.EDIT_REGISTER)
    @Put("/{id}")
    HttpResponse<JsonNode> replace(String id, @Nullable @Header("If-Match") String ifMatch, @Body byte[] body) {
        Integer seen = VersionTag.seenOfEntry(ifMatch);
        ObjectNode tree = Bodies.object(body);
        if (!tree.path("id").asText().equals(id)) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "id-changed",
                    "The body's id is '" + tree.path("id").asText() + "', but this address is of '" + id
                            + "'. An id stays; make a new site with POST instead.");
        }
        EditOutcome.Stored done =
                Answers.require(edits.change(new EntryChange.Replace(SITES, id, seen, tree), false), WHAT, id);
        return HttpResponse.ok(stored(id)).header("ETag", tag(done));
    }

    @Allows(Permission.EDIT_REGISTER)
    @ApiResponse(responseCode = "204", description = "Removed")
    @Delete("/{id}")
    @Consumes("*/*")
    HttpResponse<?> remove(String id, @Nullable @Header("If-Match") String ifMatch) {
        EntryChange change = new EntryChange.Remove(SITES, id, VersionTag.seenOfEntry(ifMatch));
        long revision = Answers.require(edits.change(change, false), WHAT, id).revision();
        return HttpResponse.noContent().header("Holdfast-Revision", Long.toString(revision));
    }

    private static String tag(EditOutcome.Stored done) {
        return VersionTag.of(Objects.requireNonNull(done.versions().getFirst()));
    }

    private JsonNode stored(String id) {
        return ModelWriter.toTrees(register.stateOrEmpty().model(), Section.SITE.key()).stream()
                .filter(each -> each.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "unknown-site",
                        "There is no site '" + id + "'. GET /api/sites lists what there is."));
    }
}
