package io.holdfast.service.register.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.Bodies;
import io.holdfast.service.kernel.web.Problem;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.kernel.web.VersionTag;
import io.holdfast.service.register.EditOutcome;
import io.holdfast.service.register.EntryChange;
import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterEdits;
import io.holdfast.service.register.RegisterState;
import io.holdfast.service.register.Section;
import io.holdfast.simulator.format.ModelWriter;
import io.holdfast.simulator.model.Id;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
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
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes of single elements and scenarios over HTTP, in the file's notation, each on the version that was seen. */
@Controller("/api")
@Allows(Permission.EDIT_REGISTER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "register", description = "What the organisation runs and what needs what")
final class EditController {

    private static final Set<Section> SCENARIOS = Set.of(Section.SCENARIO);

    private final Register register;
    private final RegisterEdits edits;

    EditController(Register register, RegisterEdits edits) {
        this.register = register;
        this.edits = edits;
    }

    @Post("/elements")
    @ApiResponse(responseCode = "201", description = "Stored", useReturnTypeSchema = true)
    HttpResponse<JsonNode> createElement(@QueryValue String type, @Body byte[] body) {
        Section section = Section.findOfElements(type)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.BAD_REQUEST,
                        "bad-type",
                        "type is '" + type + "', but it must be asset, service or process."));
        return create(section, "element", body);
    }

    @Put("/elements/{id}")
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
    @ApiResponse(
            responseCode = "428",
            description = "Does not say which version was seen",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    HttpResponse<JsonNode> replaceElement(
            String id,
            @Nullable @Header("If-Match") String ifMatch,
            @QueryValue(defaultValue = "false") boolean reopen,
            @Body byte[] body) {
        return replace(Section.ELEMENTS, "element", id, ifMatch, reopen, body);
    }

    @ApiResponse(responseCode = "204", description = "Removed")
    @Delete("/elements/{id}")
    @Consumes("*/*")
    HttpResponse<?> removeElement(String id, @Nullable @Header("If-Match") String ifMatch) {
        return remove(Section.ELEMENTS, "element", id, ifMatch);
    }

    /** Changes of several elements, all of them or none. At most {@value EntryWish#MOST} a request. */
    @Post("/elements/changes")
    @ApiResponse(responseCode = "200", description = "All are stored", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "412",
            description = "Some were changed meanwhile; says which and what differs",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "422",
            description = "Breaks rules; says which",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    ChangesStored changeElements(@QueryValue(defaultValue = "false") boolean reopen, @Body Changes body) {
        List<EntryChange> changes = EntryWish.requireAll(body.changes());
        EditOutcome.Stored stored =
                Answers.requireAll(edits.change(changes, EntryWish.paths(body.changes()), reopen), changes);
        List<VersionNow> items = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            items.add(new VersionNow(changes.get(i).id(), stored.versions().get(i)));
        }
        return new ChangesStored(stored.revision(), items);
    }

    /** What is to be changed; each element once. */
    record Changes(@Nullable List<EntryWish> changes) {}

    /** An element's version now; null for a removed one. */
    record VersionNow(String id, @Nullable Integer version) {}

    /** What is stored now: the register's revision, and the elements' versions in the order of the changes. */
    record ChangesStored(long revision, List<VersionNow> items) {}

    @Post("/scenarios")
    @ApiResponse(responseCode = "201", description = "Stored", useReturnTypeSchema = true)
    HttpResponse<JsonNode> createScenario(@Body byte[] body) {
        return create(Section.SCENARIO, "scenario", body);
    }

    @Put("/scenarios/{id}")
    HttpResponse<JsonNode> replaceScenario(String id, @Nullable @Header("If-Match") String ifMatch, @Body byte[] body) {
        return replace(SCENARIOS, "scenario", id, ifMatch, false, body);
    }

    @ApiResponse(responseCode = "204", description = "Removed")
    @Delete("/scenarios/{id}")
    @Consumes("*/*")
    HttpResponse<?> removeScenario(String id, @Nullable @Header("If-Match") String ifMatch) {
        return remove(SCENARIOS, "scenario", id, ifMatch);
    }

    private HttpResponse<JsonNode> create(Section section, String what, byte[] body) {
        ObjectNode tree = Bodies.object(body);
        int version = stored(Answers.require(edits.change(new EntryChange.Create(section, tree), false), what, ""));
        String id = tree.path("id").asText();
        return HttpResponse.created(stored(what, id), URI.create("/api/" + what + "s/" + id))
                .header("ETag", VersionTag.of(version));
    }

    private HttpResponse<JsonNode> replace(
            Set<Section> sections, String what, String id, @Nullable String ifMatch, boolean reopen, byte[] body) {
        Integer seen = VersionTag.seenOfEntry(ifMatch);
        ObjectNode tree = Bodies.object(body);
        if (!tree.path("id").asText().equals(id)) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "id-changed",
                    "The body's id is '" + tree.path("id").asText() + "', but this address is of '" + id
                            + "'. An id stays; make a new " + what + " with POST instead.");
        }
        EntryChange change = new EntryChange.Replace(sections, id, seen, tree);
        int version = stored(Answers.require(edits.change(change, reopen), what, id));
        return HttpResponse.ok(stored(what, id)).header("ETag", VersionTag.of(version));
    }

    private HttpResponse<?> remove(Set<Section> sections, String what, String id, @Nullable String ifMatch) {
        EntryChange change = new EntryChange.Remove(sections, id, VersionTag.seenOfEntry(ifMatch));
        long revision = Answers.require(edits.change(change, false), what, id).revision();
        return HttpResponse.noContent().header("Holdfast-Revision", Long.toString(revision));
    }

    private static int stored(EditOutcome.Stored stored) {
        return Objects.requireNonNull(stored.versions().getFirst());
    }

    private JsonNode stored(String what, String id) {
        RegisterState state = register.requireState();
        Optional<JsonNode> tree = what.equals("scenario")
                ? state.model().findScenario(Id.of(id)).map(ModelWriter::toTree)
                : state.findElement(Id.of(id)).map(ModelWriter::toTree);
        return tree.orElseThrow(() -> new ProblemException(
                HttpStatus.NOT_FOUND, "unknown-" + what, "'" + id + "' was removed in the meantime."));
    }
}
