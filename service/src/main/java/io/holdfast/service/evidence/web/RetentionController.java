package io.holdfast.service.evidence.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.evidence.Hold;
import io.holdfast.service.evidence.KeptRecord;
import io.holdfast.service.evidence.Policy;
import io.holdfast.service.evidence.Retention;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How long records are kept, over HTTP. */
@Controller("/api/retention")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "evidence", description = "Files as evidence, who had them, and how long records are kept")
final class RetentionController {

    private final Retention retention;

    RetentionController(Retention retention) {
        this.retention = retention;
    }

    /** The policy: how long records of each class are kept. */
    @Get
    List<Policy> policies() {
        return retention.listPolicies();
    }

    /** The years of a class, on the version that was seen, and why they change. */
    record Change(int years, int version, @Nullable String reason) {}

    /** Changes the years of a class; what is there already is kept so long too. */
    @Allows(value = Permission.ADMINISTER, everywhere = true)
    @Put("/{recordClass}")
    Policy change(String recordClass, @Body Change body) {
        return retention.change(recordClass, body.years(), body.version(), Reason.require(body.reason()));
    }

    /** A record whose date is over. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Due(String recordType, String record, String recordClass, String name, Instant since, Instant keptUntil) {}

    /** What may be deleted now, the oldest first; nothing of it is deleted by itself. */
    @Allows(value = Permission.ADMINISTER, everywhere = true)
    @Get("/due")
    List<Due> due() {
        return retention.listDue().stream().map(this::due).toList();
    }

    private Due due(KeptRecord record) {
        return new Due(
                record.type(),
                record.record(),
                record.recordClass(),
                record.name(),
                record.since(),
                retention.findUntil(record.recordClass(), record.since()).orElseThrow());
    }

    /** A record, and why something is done with it. */
    record Decision(
            String recordType, String record, @Nullable String reason) {
        Decision {
            recordType = Objects.requireNonNullElse(recordType, "");
            record = Objects.requireNonNullElse(record, "");
        }
    }

    /** Deletes a record whose date is over; who decided so and why stays. */
    @Allows(value = Permission.ADMINISTER, everywhere = true)
    @Post("/deletions")
    @ApiResponse(responseCode = "204", description = "Deleted")
    HttpResponse<?> delete(@Body Decision body) {
        retention.delete(body.recordType(), body.record(), Reason.require(body.reason()));
        return HttpResponse.noContent();
    }

    /** Holds, those that hold first. */
    @Allows(value = Permission.ADMINISTER, everywhere = true)
    @Get("/holds")
    List<Hold> holds() {
        return retention.listHolds();
    }

    /** Keeps a record from being deleted until the hold is lifted. */
    @Allows(value = Permission.ADMINISTER, everywhere = true)
    @Post("/holds")
    @ApiResponse(responseCode = "201", description = "Placed", useReturnTypeSchema = true)
    HttpResponse<Hold> hold(@Body Decision body) {
        Hold hold = retention.hold(body.recordType(), body.record(), Reason.require(body.reason()));
        return HttpResponse.created(hold, URI.create("/api/retention/holds"));
    }

    /** Lifts a hold. */
    @Allows(value = Permission.ADMINISTER, everywhere = true)
    @Post("/holds/{id}/lift")
    Hold lift(long id, @Body Reason body) {
        return retention.lift(id, Reason.require(body));
    }
}
