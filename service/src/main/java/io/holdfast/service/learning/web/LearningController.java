package io.holdfast.service.learning.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.approval.SubjectState;
import io.holdfast.service.approval.Wish;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.KeptLanguage;
import io.holdfast.service.kernel.web.Problem;
import io.holdfast.service.learning.FrozenLesson;
import io.holdfast.service.learning.LearningEdit;
import io.holdfast.service.learning.LearningEdits;
import io.holdfast.service.learning.Lesson;
import io.holdfast.service.learning.Preview;
import io.holdfast.service.learning.Previews;
import io.holdfast.service.learning.internal.LearningInputs;
import io.holdfast.service.register.Register;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is learned, over HTTP: the preview, and edits of the register that somebody approves. */
@Controller("/api/learning")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "learning", description = "What drills and incidents measured, and what is learned from it")
final class LearningController {

    /** How long a request waits for a preview before it says how far the work is. */
    private static final Duration PATIENCE = Duration.ofMillis(800);

    /** How long a proposal waits for the preview that it was made of, where the service has forgotten it. */
    private static final Duration LONGEST = Duration.ofSeconds(50);

    private final Previews previews;
    private final LearningEdits edits;
    private final Register register;

    LearningController(Previews previews, LearningEdits edits, Register register) {
        this.previews = previews;
        this.edits = edits;
        this.register = register;
    }

    /** What all actuals that hold would make of the register; nothing is changed. Whoever is told to wait asks again. */
    @Get("/preview")
    @ApiResponse(
            responseCode = "200",
            description = "Worked out",
            content = @Content(schema = @Schema(implementation = Preview.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Being worked out; ask again",
            content = @Content(schema = @Schema(implementation = Previews.Progress.class)))
    HttpResponse<?> preview() {
        Previews.Asked asked = previews.ask(PATIENCE);
        Preview preview = asked.preview();
        return preview == null
                ? HttpResponse.status(HttpStatus.ACCEPTED).body(asked.progress())
                : HttpResponse.ok(preview);
    }

    /**
     * The numbers of the register that can be measured.
     *
     * @param owner only those of this element, team, contact or scenario
     * @param q letters of the owner's name or id, where no owner is named
     */
    @Get("/inputs")
    List<LearningInputs.Row> inputs(@Nullable @QueryValue String owner, @QueryValue(defaultValue = "") String q) {
        return LearningInputs.list(register.requireModel(), owner, q);
    }

    /**
     * An edit as it is shown.
     *
     * @param stage submitted, approved, rejected, withdrawn or applied
     * @param numbers how many numbers it changes
     * @param left how many that differ it leaves as they are
     * @param lessons what it changes; empty in lists
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record EditView(
            long id,
            String stage,
            long revision,
            int actuals,
            int events,
            int numbers,
            int left,
            List<Lesson> lessons,
            Preview.@Nullable Bias bias,
            Instant madeAt,
            String madeBy,
            @Nullable Instant appliedAt,
            @Nullable String appliedBy,
            @Nullable Long appliedRevision) {

        static EditView of(LearningEdits.Standing standing, boolean whole) {
            LearningEdit edit = standing.edit();
            LearningEdit.Content content = edit.content();
            LearningEdit.Applied applied = edit.applied();
            return new EditView(
                    edit.id(),
                    standing.stage(),
                    content.revision(),
                    content.actuals(),
                    content.events(),
                    content.lessons().size(),
                    content.left(),
                    whole ? content.lessons().stream().map(FrozenLesson::lesson).toList() : List.of(),
                    content.bias(),
                    edit.madeAt(),
                    edit.madeBy(),
                    applied == null ? null : applied.at(),
                    applied == null ? null : applied.by(),
                    applied == null ? null : applied.revision());
        }
    }

    /** Edits, the newest first. */
    @Get("/edits")
    List<EditView> list() {
        return edits.listEdits().stream().map(each -> EditView.of(each, false)).toList();
    }

    /**
     * What somebody submits.
     *
     * @param tag the tag of the preview that was seen
     * @param note to whoever decides, or null
     * @param reviewOn when it shall be looked at again, or null
     * @param leave numbers that are to stay as they are, by address
     * @param take numbers that were changed by hand and are to be learned all the same, by address
     */
    record Wanted(
            @Nullable String tag,
            @Nullable String note,
            @Nullable LocalDate reviewOn,
            @Nullable Set<String> leave,
            @Nullable Set<String> take) {}

    /** Submits what the preview shows, so that somebody approves it. */
    @Allows(value = Permission.EDIT_REGISTER, everywhere = true)
    @Post("/edits")
    @ApiResponse(responseCode = "201", description = "Submitted", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "412",
            description = "The preview is another one by now",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    HttpResponse<EditView> propose(@Body Wanted wanted) {
        previews.ask(LONGEST);
        LearningEdits.Standing made = edits.propose(
                Objects.requireNonNullElse(wanted.tag(), ""),
                new Wish(wanted.note(), null, wanted.reviewOn()),
                Objects.requireNonNullElse(wanted.leave(), Set.of()),
                Objects.requireNonNullElse(wanted.take(), Set.of()));
        return HttpResponse.created(EditView.of(made, true))
                .header("Location", "/api/learning/edits/" + made.edit().id());
    }

    /** One of them with what it changes. */
    @Get("/edits/{id}")
    EditView get(long id) {
        return EditView.of(edits.getEdit(id), true);
    }

    /** Where its approval stands. */
    @Get("/edits/{id}/approval")
    SubjectState state(long id, @QueryValue(defaultValue = "en") String language) {
        return edits.state(id, KeptLanguage.require(language));
    }

    /** Writes an approved one to the register. */
    @Allows(value = Permission.EDIT_REGISTER, everywhere = true)
    @Post("/edits/{id}/application")
    @ApiResponse(
            responseCode = "409",
            description = "Not approved, or the register says something else by now",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    EditView apply(long id) {
        return EditView.of(edits.apply(id), true);
    }

    /** Which numbers. */
    record Restated(@Nullable Set<String> inputs) {}

    /** Says that numbers that were changed by hand are stated anew: learning begins from them, with actuals from today on. */
    @Allows(value = Permission.EDIT_REGISTER, everywhere = true)
    @Post("/restatements")
    @Status(HttpStatus.NO_CONTENT)
    void restate(@Body Restated said) {
        edits.restate(Objects.requireNonNullElse(said.inputs(), Set.of()));
    }
}
