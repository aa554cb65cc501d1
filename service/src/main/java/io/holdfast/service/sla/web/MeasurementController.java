package io.holdfast.service.sla.web;

import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.Bodies;
import io.holdfast.service.kernel.web.VersionTag;
import io.holdfast.service.sla.MeasuredLevel;
import io.holdfast.service.sla.Measurement;
import io.holdfast.service.sla.Measurements;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was measured of service levels, over HTTP. */
@Controller("/api/service-levels/{id}/measurements")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(
        name = "levels",
        description = "What is promised, whether the chain carries it, what was measured, and who has approved it")
final class MeasurementController {

    private final Measurements measurements;

    MeasurementController(Measurements measurements) {
        this.measurements = measurements;
    }

    /** What was measured of each agreement about an element. */
    record MeasuredLevels(List<MeasuredLevel> levels) {}

    /** Against what each agreement promises, with the trend; the ETag is another one after any change. */
    @Get
    HttpResponse<MeasuredLevels> list(String id) {
        long tag = measurements.tag(id);
        return HttpResponse.ok(new MeasuredLevels(measurements.list(id))).header("ETag", VersionTag.of(tag));
    }

    /** One measurement; the ETag is its version. */
    @Get("/{number}")
    HttpResponse<Measurement> get(String id, long number) {
        Measurement found = measurements.get(id, number);
        return HttpResponse.ok(found).header("ETag", VersionTag.of(found.version()));
    }

    /** Enters what was measured in a period. */
    @Allows(Permission.EDIT_REGISTER)
    @Post
    @ApiResponse(responseCode = "201", description = "Entered", useReturnTypeSchema = true)
    HttpResponse<Measurement> add(String id, @Body byte[] body) {
        Measurement stored = measurements.add(id, Bodies.object(body));
        return HttpResponse.created(stored).header("ETag", VersionTag.of(stored.version()));
    }

    /** Corrects a measurement. */
    @Allows(Permission.EDIT_REGISTER)
    @Put("/{number}")
    HttpResponse<Measurement> replace(
            String id, long number, @Nullable @Header("If-Match") String ifMatch, @Body byte[] body) {
        Integer seen = VersionTag.seenOfEntry(ifMatch);
        Measurement stored = measurements.replace(id, number, Bodies.object(body), seen);
        return HttpResponse.ok(stored).header("ETag", VersionTag.of(stored.version()));
    }

    /** Takes a measurement away that was entered by mistake. */
    @Allows(Permission.EDIT_REGISTER)
    @Delete("/{number}")
    @ApiResponse(responseCode = "204", description = "Taken away")
    HttpResponse<?> remove(String id, long number, @Nullable @Header("If-Match") String ifMatch) {
        measurements.remove(id, number, VersionTag.seenOfEntry(ifMatch));
        return HttpResponse.noContent();
    }

    /**
     * Takes over a table, in CSV or as a spreadsheet copies it, whole or not at all. Its first line names columns: period,
     * agreement, availability or downMinutes, outageMinutes, source, reviewedBy, reviewedOn, note.
     *
     * @param dry whether to say only what it would bring
     */
    @Allows(Permission.EDIT_REGISTER)
    @Put("/table")
    @Consumes({"text/csv", MediaType.TEXT_PLAIN})
    Measurements.TableOutcome table(
            String id,
            @Nullable @Header("If-Match") String ifMatch,
            @QueryValue(defaultValue = "false") boolean dry,
            @Body String body) {
        return measurements.table(id, body, VersionTag.seen(ifMatch), dry);
    }
}
