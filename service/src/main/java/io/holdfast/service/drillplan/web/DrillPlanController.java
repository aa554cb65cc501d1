package io.holdfast.service.drillplan.web;

import io.holdfast.service.drillplan.DrillPlans;
import io.holdfast.service.drillplan.PlannedDrill;
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
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Drill plans over HTTP: the list, one of them, and what is done with it on the version that was seen. */
@Controller("/api/drill-plans")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "drill plans", description = "Plans of drills with approval, prediction and sealed days")
final class DrillPlanController {

    private final DrillPlans plans;
    private final Register register;

    DrillPlanController(DrillPlans plans, Register register) {
        this.plans = plans;
        this.register = register;
    }

    /**
     * A page of plans, the newest first.
     *
     * @param total how many match
     * @param all how many there are
     * @param zone the organisation's time zone
     */
    record Page(List<PlanRow> items, int page, int size, int total, int all, String zone) {}

    @Get
    Page list(
            @RequestBean PlansFilter filter,
            @QueryValue(defaultValue = "0") int page,
            @QueryValue(defaultValue = "100") int size) {
        PageOfList.require(page, size);
        List<PlanRow> all = plans.listPlans().stream().map(PlanRow::of).toList();
        List<PlanRow> wanted = filter.select(all);
        return new Page(
                wanted.stream().skip((long) page * size).limit(size).toList(),
                page,
                size,
                wanted.size(),
                all.size(),
                OrganisationZone.of(register).getId());
    }

    /** Writes a new one down. */
    @Allows(Permission.PLAN_DRILLS)
    @Post
    @ApiResponse(responseCode = "201", description = "Written down", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "422",
            description = "Breaks rules; says which",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    HttpResponse<PlanView> create(@Body byte[] body) {
        return created(plans.create(Bodies.object(body)));
    }

    private HttpResponse<PlanView> created(PlannedDrill plan) {
        return HttpResponse.created(view(plan))
                .header("Location", "/api/drill-plans/" + plan.id())
                .header("ETag", VersionTag.of(plan.version()));
    }

    /** One of them; the ETag is its version. */
    @Get("/{id}")
    HttpResponse<PlanView> get(long id) {
        return ok(plans.get(id));
    }

    private HttpResponse<PlanView> ok(PlannedDrill plan) {
        return HttpResponse.ok(view(plan)).header("ETag", VersionTag.of(plan.version()));
    }

    private PlanView view(PlannedDrill plan) {
        return PlanView.of(plan, OrganisationZone.of(register).getId());
    }

    /**
     * Says something else.
     *
     * @param reopen whether to go on although somebody has agreed; it must then be submitted again
     */
    @Allows(Permission.PLAN_DRILLS)
    @Put("/{id}")
    @ApiResponse(responseCode = "200", description = "Stored", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description = "Locked: somebody has agreed, or it waits or has begun",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "412",
            description = "Changed meanwhile; says what differs",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    HttpResponse<PlanView> put(
            long id,
            @Nullable @Header("If-Match") String ifMatch,
            @QueryValue(defaultValue = "false") boolean reopen,
            @Body byte[] body) {
        plans.get(id);
        return ok(plans.replace(id, Bodies.object(body), VersionTag.seenOfEntry(ifMatch), reopen));
    }

    /** Why a drill is called off. */
    record Cancelled(@Nullable String why) {}

    /** Calls a drill off before it begins. */
    @Allows(Permission.PLAN_DRILLS)
    @Post("/{id}/cancellation")
    HttpResponse<PlanView> cancel(long id, @Body Cancelled said) {
        return ok(plans.cancel(id, Objects.requireNonNullElse(said.why(), "")));
    }
}
