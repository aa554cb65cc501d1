package io.holdfast.service.drill.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.drill.DrillMoves;
import io.holdfast.service.drill.Reason;
import io.holdfast.service.drill.internal.DrillTexts;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Drills that people give their day, over HTTP. */
@Controller("/api/drills/schedules/{year}")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
final class MoveController {

    private final DrillMoves moves;
    private final ScheduleViews views;

    MoveController(DrillMoves moves, ScheduleViews views) {
        this.moves = moves;
        this.views = views;
    }

    /** Where a drill would lie: date as 2026-03-05, start as 09:00 or absent to leave it. */
    record Wanted(
            @Nullable String uid,
            @Nullable String date,
            @Nullable String start,
            @Nullable String reason) {}

    /** Whether a drill may lie there, and the rules that it would break. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Verdict(boolean allowed, List<ScheduleView.Why> broken) {}

    /** Which rules a move would break; nothing is stored. Not for all: what is against a day tells of other drills' days (row D7). */
    @Allows(value = Permission.PLAN_DRILLS, everywhere = true)
    @Post("/check")
    Verdict check(int year, @Body Wanted wanted, @QueryValue(defaultValue = "en") String language) {
        DrillTexts texts = Requests.requireTexts(language);
        List<Reason> broken = moves.check(Requests.requireYear(year), wish(wanted));
        return new Verdict(broken.isEmpty(), views.reasons(broken, texts));
    }

    /** Moves a drill, or fixes it where it is; planning again leaves it there. */
    @Allows(value = Permission.PLAN_DRILLS, everywhere = true)
    @Post("/pins")
    ScheduleView pin(int year, @Body Wanted wanted, @QueryValue(defaultValue = "en") String language) {
        DrillTexts texts = Requests.requireTexts(language);
        String reason = Objects.requireNonNullElse(wanted.reason(), "");
        return views.of(moves.pin(Requests.requireYear(year), wish(wanted), reason), texts);
    }

    /** Lets planning move a drill again. */
    @Allows(value = Permission.PLAN_DRILLS, everywhere = true)
    @Delete("/pins/{uid}")
    @Consumes("*/*")
    ScheduleView unpin(int year, String uid, @QueryValue(defaultValue = "en") String language) {
        DrillTexts texts = Requests.requireTexts(language);
        return views.of(moves.unpin(Requests.requireYear(year), uid), texts);
    }

    private static DrillMoves.Wish wish(Wanted wanted) {
        String uid = wanted.uid();
        String date = wanted.date();
        if (uid == null || uid.isBlank() || date == null) {
            throw bad("Send the drill as uid and its day as date, as in {\"uid\": \"...\", \"date\": \"2026-03-05\"}.");
        }
        try {
            return new DrillMoves.Wish(
                    uid, LocalDate.parse(date), wanted.start() == null ? null : LocalTime.parse(wanted.start()));
        } catch (DateTimeException e) {
            throw bad("date is '" + date + "' and start '" + wanted.start()
                    + "', but they must be as in 2026-03-05 and 09:00.");
        }
    }

    private static ProblemException bad(String message) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "bad-move", message);
    }
}
