package io.holdfast.service.drillreport.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.drillreport.SupplierDrill;
import io.holdfast.service.drillreport.SupplierDrills;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.Bodies;
import io.holdfast.service.kernel.web.PageOfList;
import io.holdfast.service.kernel.web.Problem;
import io.holdfast.service.kernel.web.VersionTag;
import io.holdfast.service.register.OrganisationZone;
import io.holdfast.service.register.Register;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Drills of suppliers over HTTP (row D17). */
@Controller("/api/supplier-drills")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "drill-report", description = "After-action reports, the register of tests, drills of suppliers")
final class SupplierDrillController {

    /** So many days before it is due it is told. */
    private static final int AHEAD = 30;

    private final SupplierDrills drills;
    private final Register register;
    private final Clock clock;

    SupplierDrillController(SupplierDrills drills, Register register, Clock clock) {
        this.drills = drills;
        this.register = register;
        this.clock = clock;
    }

    /**
     * A drill of a supplier as the API shows it.
     *
     * @param version goes up by one with every change of it; also its ETag
     * @param due {@code overdue}, {@code soon} (within 30 days), {@code later}; {@code followed} where a newer one of that supplier is
     *     there; {@code none} where no day is set
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record View(
            long id,
            int version,
            SupplierDrill.Content content,
            String due,
            Instant createdAt,
            String createdBy,
            Instant changedAt,
            String changedBy) {}

    private View view(SupplierDrill drill, List<SupplierDrill> all) {
        return new View(
                drill.id(),
                drill.version(),
                drill.content(),
                due(drill.content(), all),
                drill.createdAt(),
                drill.createdBy(),
                drill.changedAt(),
                drill.changedBy());
    }

    private String due(SupplierDrill.Content content, List<SupplierDrill> all) {
        LocalDate next = content.nextDue();
        if (next == null) {
            return "none";
        }
        boolean followed = all.stream()
                .map(SupplierDrill::content)
                .anyMatch(other -> other.supplier().equalsIgnoreCase(content.supplier())
                        && Objects.equals(other.element(), content.element())
                        && other.heldOn().isAfter(content.heldOn()));
        if (followed) {
            return "followed";
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), OrganisationZone.of(register));
        return next.isBefore(today) ? "overdue" : next.isAfter(today.plusDays(AHEAD)) ? "later" : "soon";
    }

    /**
     * A page of drills of suppliers, the newest first.
     *
     * @param total how many there are
     * @param overdue of how many suppliers the next one should have been held
     * @param soon of how many it is due within 30 days
     */
    record Page(List<View> items, int page, int size, int total, int overdue, int soon) {}

    @Get
    Page list(@QueryValue(defaultValue = "0") int page, @QueryValue(defaultValue = "100") int size) {
        PageOfList.require(page, size);
        List<SupplierDrill> all = drills.listDrills();
        List<View> views = all.stream().map(drill -> view(drill, all)).toList();
        return new Page(
                views.stream().skip((long) page * size).limit(size).toList(),
                page,
                size,
                views.size(),
                (int) views.stream()
                        .filter(each -> each.due().equals("overdue"))
                        .count(),
                (int) views.stream().filter(each -> each.due().equals("soon")).count());
    }

    /** Writes one down. */
    @Allows(Permission.PLAN_DRILLS)
    @Post
    @ApiResponse(responseCode = "201", description = "Written down", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "422",
            description = "Breaks rules; says which",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    HttpResponse<View> create(@Body byte[] body) {
        SupplierDrill added = drills.create(Bodies.object(body));
        return HttpResponse.created(view(added, drills.listDrills()))
                .header("Location", "/api/supplier-drills/" + added.id())
                .header("ETag", VersionTag.of(added.version()));
    }

    /** One of them; the ETag is its version. */
    @Get("/{id}")
    HttpResponse<View> get(long id) {
        return ok(drills.get(id));
    }

    private HttpResponse<View> ok(SupplierDrill drill) {
        return HttpResponse.ok(view(drill, drills.listDrills())).header("ETag", VersionTag.of(drill.version()));
    }

    /** Says something else. */
    @Allows(Permission.PLAN_DRILLS)
    @Put("/{id}")
    @ApiResponse(responseCode = "200", description = "Stored", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "412",
            description = "Changed meanwhile; says what differs",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    HttpResponse<View> put(long id, @Nullable @Header("If-Match") String ifMatch, @Body byte[] body) {
        drills.get(id);
        return ok(drills.replace(id, Bodies.object(body), VersionTag.seenOfEntry(ifMatch)));
    }

    /** The number of an action. */
    record RaisedAction(long action) {}

    /** Makes a corrective action of what was found. */
    @Allows(Permission.PLAN_DRILLS)
    @Post("/{id}/action")
    @ApiResponse(responseCode = "201", description = "Raised", useReturnTypeSchema = true)
    HttpResponse<RaisedAction> raise(long id) {
        return HttpResponse.created(new RaisedAction(drills.raise(id).id()));
    }
}
