package io.holdfast.service.drillplay.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.drillplay.DrillPlays;
import io.holdfast.service.drillplay.Play;
import io.holdfast.service.drillplay.internal.PlayShape;
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
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Possible days that are played in desktop drills, over HTTP. */
@Controller("/api/drill-plans/{id}/plays")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "drillplay", description = "Possible days that are played in desktop drills: clock, decisions, outcome")
final class DrillPlayController {

    private final DrillPlays plays;

    DrillPlayController(DrillPlays plays) {
        this.plays = plays;
    }

    /** A play in a list; it says nothing of its luck. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PlayRow(
            long id,
            int planVersion,
            Instant createdAt,
            String createdBy,
            @Nullable Instant endedAt) {

        static PlayRow of(Play play) {
            Play.Ending ending = play.ending();
            return new PlayRow(
                    play.id(),
                    play.planVersion(),
                    play.createdAt(),
                    play.createdBy(),
                    ending == null ? null : ending.at());
        }
    }

    /** The plays of a plan, the newest first. */
    record PlayList(List<PlayRow> items) {}

    /** What was played with a plan. */
    @Get
    PlayList list(long id) {
        return new PlayList(plays.list(id).stream().map(PlayRow::of).toList());
    }

    /** Begins a play of {@code day} (lucky, median, unlucky, very-unlucky) or of {@code trial}; its clock stands at the event. */
    @Allows(Permission.PLAN_DRILLS)
    @Post
    @ApiResponse(responseCode = "201", description = "Begun", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description = "Cannot be played; says why",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    HttpResponse<PlayView> begin(long id, @Body byte[] body) {
        PlayShape.Wanted wanted = PlayShape.wanted(Bodies.object(body));
        PlayView view = PlayView.of(plays.begin(id, wanted.day(), wanted.trial()));
        return HttpResponse.created(view)
                .header("Location", "/api/drill-plans/" + id + "/plays/" + view.id())
                .header("ETag", VersionTag.of(view.version()));
    }

    /** A play at the virtual now; the ETag is its version. One that is open and was begun under another version is refused. */
    @Get("/{play}")
    HttpResponse<PlayView> get(long id, long play) {
        return ok(plays.get(id, play));
    }

    private static HttpResponse<PlayView> ok(DrillPlays.Standing standing) {
        PlayView view = PlayView.of(standing);
        return HttpResponse.ok(view).header("ETag", VersionTag.of(view.version()));
    }

    /** What does not change during a play. */
    @Get("/{play}/stage")
    PlayStageView stage(long id, long play) {
        return PlayStageView.of(plays.getStage(id, play));
    }

    /** Moves the clock: {@code action} run with a {@code speed}, pause or next. */
    @Allows(Permission.PLAN_DRILLS)
    @Post("/{play}/clock")
    HttpResponse<PlayView> turn(long id, long play, @Nullable @Header("If-Match") String ifMatch, @Body byte[] body) {
        PlayShape.Turned turned = PlayShape.turned(Bodies.object(body));
        return ok(plays.turn(id, play, VersionTag.seenOfEntry(ifMatch), turned.turn(), turned.speed()));
    }

    /** Decides at the virtual now; the clock then stands. */
    @Allows(Permission.PLAN_DRILLS)
    @Post("/{play}/decisions")
    HttpResponse<PlayView> decide(long id, long play, @Nullable @Header("If-Match") String ifMatch, @Body byte[] body) {
        PlayShape.Decided said = PlayShape.decided(Bodies.object(body));
        return ok(plays.decide(
                id, play, VersionTag.seenOfEntry(ifMatch), said.kind(), said.element(), said.method(), said.note()));
    }

    /** Ends a play: its luck and what came of it are told; nothing came of one that was begun under another version. */
    @Allows(Permission.PLAN_DRILLS)
    @Post("/{play}/end")
    HttpResponse<PlayView> end(long id, long play, @Nullable @Header("If-Match") String ifMatch) {
        return ok(plays.end(id, play, VersionTag.seenOfEntry(ifMatch)));
    }
}
