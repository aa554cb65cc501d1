package io.holdfast.service.learning.web;

import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.Problem;
import io.holdfast.service.learning.ActualRow;
import io.holdfast.service.learning.DrillLesson;
import io.holdfast.service.learning.DrillLessons;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What drills that are over measured, and how far their predictions held, over HTTP. */
@Controller("/api/learning/drills")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "learning", description = "What drills and incidents measured, and what is learned from it")
final class DrillLessonController {

    private final DrillLessons lessons;

    DrillLessonController(DrillLessons lessons) {
        this.lessons = lessons;
    }

    /** Drills that are over, and how far their predictions held. */
    @Get
    DrillLessons.Drills list() {
        return lessons.listOver();
    }

    /** What could be taken from one. */
    @Get("/{plan}")
    DrillLesson get(long plan) {
        return lessons.get(plan);
    }

    /**
     * What somebody takes.
     *
     * @param unusable how many copies were tried and unusable, by the key of a restore; asked for of those that failed
     * @param leave numbers of which nothing is to be taken, by address
     */
    record Wanted(
            @Nullable Map<String, Integer> unusable,
            @Nullable Set<String> leave) {}

    /** Takes what a drill measured, once. */
    @Allows(value = Permission.PLAN_DRILLS, everywhere = true)
    @Post("/{plan}")
    @ApiResponse(responseCode = "201", description = "Taken", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description = "Not over, its report not approved, taken already, or without a figure",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    HttpResponse<List<ActualRow>> take(long plan, @Body Wanted wanted) {
        return HttpResponse.created(lessons
                .take(
                        plan,
                        Objects.requireNonNullElse(wanted.unusable(), Map.of()),
                        Objects.requireNonNullElse(wanted.leave(), Set.of()))
                .stream()
                .map(ActualRow::of)
                .toList());
    }
}
