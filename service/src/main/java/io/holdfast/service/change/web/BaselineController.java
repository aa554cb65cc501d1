package io.holdfast.service.change.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.approval.ChangedLine;
import io.holdfast.service.change.Baseline;
import io.holdfast.service.change.Baselines;
import io.holdfast.service.change.EntryDifference;
import io.holdfast.service.change.internal.Refusals;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.access.Sensitive;
import io.holdfast.service.kernel.web.Bodies;
import io.holdfast.service.kernel.web.CsvExport;
import io.holdfast.service.kernel.web.KeptLanguage;
import io.holdfast.service.kernel.web.PageOfList;
import io.holdfast.service.kernel.web.Said;
import io.holdfast.service.register.Register;
import io.holdfast.simulator.format.ModelWriter;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Baselines over HTTP: taking them, what differs, and the model file of one. */
@Controller("/api/baselines")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(
        name = "change",
        description = "Changes with impact, back-out and approval, what is learnt from them, and baselines")
final class BaselineController {

    private static final String NOW = "now";
    private static final int MOST_NAME = 200;
    private static final int MOST_NOTE = 2000;

    private final Baselines baselines;
    private final Register register;

    BaselineController(Baselines baselines, Register register) {
        this.baselines = baselines;
        this.register = register;
    }

    /**
     * Every baseline, the newest first.
     *
     * @param revision the revision of the register now
     * @param digest the digest of the register now, or null where there is none
     * @param fewestKept so many are kept whatever somebody removes
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record BaselineList(
            List<Baseline> items, long revision, @Nullable String digest, int fewestKept) {}

    @Get
    BaselineList list() {
        return new BaselineList(
                baselines.listBaselines(),
                register.revision(),
                register.findModelDigest().orElse(null),
                Baselines.FEWEST_KEPT);
    }

    /** Takes one of the register as it is now, under {@code name}, with a {@code note}. */
    @Allows(Permission.EDIT_REGISTER)
    @Post
    @ApiResponse(responseCode = "201", description = "Taken", useReturnTypeSchema = true)
    HttpResponse<Baseline> take(@Body byte[] body) {
        Said said = Said.of(Bodies.object(body), Set.of("name", "note"));
        String name = said.text("name", 1, MOST_NAME);
        String note = said.text("note", MOST_NOTE);
        if (!said.broken().isEmpty()) {
            throw Refusals.invalid(said.broken());
        }
        Baseline taken = baselines.take(name, note, null);
        return HttpResponse.created(taken).header("Location", "/api/baselines/" + taken.id());
    }

    /** One of them. */
    @Get("/{id}")
    Baseline get(long id) {
        return baselines.get(id);
    }

    /** Removes one that no change names, while two others at least are kept. */
    @Allows(value = Permission.EDIT_REGISTER, everywhere = true)
    @Delete("/{id}")
    @ApiResponse(responseCode = "204", description = "Removed")
    HttpResponse<?> remove(long id) {
        baselines.remove(id);
        return HttpResponse.noContent();
    }

    /** The model file of one, which an import shows as a difference before it applies. */
    @Sensitive("baseline")
    @Get("/{id}/model")
    @Produces("application/yaml")
    @ApiResponse(
            responseCode = "200",
            description = "The model in the published format",
            content = @Content(mediaType = "application/yaml", schema = @Schema(type = "string")))
    HttpResponse<String> model(long id) {
        return HttpResponse.ok(ModelWriter.toYaml(baselines.model(baselines.get(id))))
                .contentType(new MediaType("application/yaml"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"baseline-" + id + ".yaml\"");
    }

    /**
     * What differs between a baseline and another one, or the register now.
     *
     * @param before the baseline
     * @param after the other one; null for the register as it is now
     * @param added how many entries are new
     * @param removed how many are gone
     * @param changed how many say something else
     * @param items those of this page
     * @param total how many match
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record DifferenceView(
            Baseline before,
            @Nullable Baseline after,
            int added,
            int removed,
            int changed,
            List<EntryDifference> items,
            int page,
            int size,
            int total) {}

    /**
     * What differs, entry by entry.
     *
     * @param against the number of another baseline, or {@code now}
     * @param kind only {@code added}, {@code removed} or {@code changed}
     */
    @Get("/{id}/difference")
    DifferenceView difference(
            long id,
            @QueryValue(defaultValue = NOW) String against,
            @Nullable @QueryValue String kind,
            @QueryValue(defaultValue = "0") int page,
            @QueryValue(defaultValue = "100") int size) {
        PageOfList.require(page, size);
        Baseline before = baselines.get(id);
        Baseline after = other(against);
        List<EntryDifference> all = entries(before, after);
        List<EntryDifference> wanted = all.stream()
                .filter(each -> kind == null || word(each.kind()).equals(kind))
                .toList();
        return new DifferenceView(
                before,
                after,
                count(all, EntryDifference.Kind.ADDED),
                count(all, EntryDifference.Kind.REMOVED),
                count(all, EntryDifference.Kind.CHANGED),
                wanted.stream().skip((long) page * size).limit(size).toList(),
                page,
                size,
                wanted.size());
    }

    private List<EntryDifference> entries(Baseline before, @Nullable Baseline after) {
        return after == null ? baselines.listDifferenceToNow(before) : baselines.listDifference(before, after);
    }

    private @Nullable Baseline other(String against) {
        if (against.equals(NOW)) {
            return null;
        }
        if (!against.matches("\\d{1,18}")) {
            throw Refusals.unknownBaseline(against);
        }
        return baselines.get(Long.parseLong(against));
    }

    private static String word(EntryDifference.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static int count(List<EntryDifference> all, EntryDifference.Kind kind) {
        return (int) all.stream().filter(each -> each.kind() == kind).count();
    }

    /** What differs as a table for spreadsheets: a line a place, and one an entry that is new or gone. */
    @Get("/{id}/difference/export")
    @Produces("text/csv")
    @ApiResponse(
            responseCode = "200",
            description = "One line a place, UTF-8",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    HttpResponse<String> export(
            long id, @QueryValue(defaultValue = NOW) String against, @QueryValue(defaultValue = "en") String language) {
        String wanted = KeptLanguage.require(language);
        CsvExport table = new CsvExport("section", "id", "name", "kind", "place", "before", "after");
        entries(baselines.get(id), other(against)).forEach(each -> {
            if (each.lines().isEmpty()) {
                table.add(each.section(), each.id(), each.nameIn(wanted), word(each.kind()), "", "", "");
            }
            each.lines()
                    .forEach(line -> table.add(
                            each.section(),
                            each.id(),
                            each.nameIn(wanted),
                            line.kind().name().toLowerCase(Locale.ROOT),
                            place(line),
                            text(line.before()),
                            text(line.after())));
        });
        return HttpResponse.ok(table.finish())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"difference.csv\"");
    }

    private static String place(ChangedLine line) {
        return line.path().stream().map(ChangedLine.Part::text).collect(Collectors.joining(" > "));
    }

    private static String text(@Nullable JsonNode value) {
        return value == null ? "" : value.isValueNode() ? value.asText() : value.toString();
    }
}
