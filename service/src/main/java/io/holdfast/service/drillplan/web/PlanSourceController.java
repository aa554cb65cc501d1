package io.holdfast.service.drillplan.web;

import io.holdfast.service.drillplan.DrillPlans;
import io.holdfast.service.drillplan.PlanSources;
import io.holdfast.service.drillplan.PlanTemplates;
import io.holdfast.service.drillplan.PlannedDrill;
import io.holdfast.service.drillplan.Seals;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.KeptLanguage;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.kernel.web.VersionTag;
import io.holdfast.service.register.OrganisationZone;
import io.holdfast.service.register.Register;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What drill plans begin from, and the sealed days of unannounced ones, over HTTP. */
@Controller("/api/drill-plans")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "drill plans", description = "Plans of drills with approval, prediction and sealed days")
final class PlanSourceController {

    private final DrillPlans plans;
    private final PlanSources sources;
    private final PlanTemplates templates;
    private final Seals seals;
    private final Register register;
    private final Clock clock;

    PlanSourceController(
            DrillPlans plans,
            PlanSources sources,
            PlanTemplates templates,
            Seals seals,
            Register register,
            Clock clock) {
        this.plans = plans;
        this.sources = sources;
        this.templates = templates;
        this.seals = seals;
        this.register = register;
        this.clock = clock;
    }

    /** The templates in a language. */
    @Get("/templates")
    List<PlanTemplates.Template> templates(@QueryValue(defaultValue = "en") String language) {
        return templates.list(KeptLanguage.require(language));
    }

    /**
     * From what a plan begins: exactly one of the first four.
     *
     * @param template the key of a template
     * @param scheduled the uid of a scheduled drill
     * @param written the id of a drill that is written down in the register
     * @param plan the number of another plan
     * @param year the year that it counts for; the present one where it is left out, the schedule's own for a scheduled drill
     */
    record Source(
            @Nullable String template,
            @Nullable String scheduled,
            @Nullable String written,
            @Nullable Long plan,
            @Nullable Integer year) {}

    /** Begins a plan from something that there is. */
    @Allows(value = Permission.PLAN_DRILLS, everywhere = true)
    @Post("/drafts")
    @ApiResponse(responseCode = "201", description = "Written down", useReturnTypeSchema = true)
    HttpResponse<PlanView> begin(@Body Source source, @QueryValue(defaultValue = "en") String language) {
        PlannedDrill plan = begun(source, KeptLanguage.require(language));
        return HttpResponse.created(
                        PlanView.of(plan, OrganisationZone.of(register).getId()))
                .header("Location", "/api/drill-plans/" + plan.id())
                .header("ETag", VersionTag.of(plan.version()));
    }

    private PlannedDrill begun(Source source, String language) {
        long named = Stream.of(source.template(), source.scheduled(), source.written(), source.plan())
                .filter(Objects::nonNull)
                .count();
        int year = Objects.requireNonNullElseGet(
                source.year(),
                () -> LocalDate.ofInstant(clock.instant(), OrganisationZone.of(register))
                        .getYear());
        if (named != 1 || year < 2000 || year > 2199) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "bad-plan-source",
                    "Name exactly one of template, scheduled, written and plan, and a year from 2000 to 2199.");
        }
        if (source.template() != null) {
            return sources.fromTemplate(source.template(), year, language);
        }
        if (source.scheduled() != null) {
            return sources.fromScheduled(source.scheduled(), language);
        }
        return source.written() != null
                ? sources.fromWritten(source.written(), year, language)
                : sources.fromPlan(Objects.requireNonNull(source.plan()), year);
    }

    /** What all may see of the sealed day: its hash, who may know it, who has looked; day and text once the drill has begun. */
    @Get("/{id}/seal")
    Seals.Shown seal(long id) {
        return seals.show(id);
    }

    /** Draws a day from the approved window and seals it. */
    @Allows(Permission.PLAN_DRILLS)
    @Post("/{id}/seal")
    @ApiResponse(responseCode = "201", description = "Drawn and sealed", useReturnTypeSchema = true)
    HttpResponse<Seals.Shown> draw(long id) {
        plans.get(id);
        return HttpResponse.created(seals.draw(id));
    }

    /** The drawn day, for somebody whom the plan names as knowing it; the look is written down. */
    @Post("/{id}/seal/look")
    Seals.Opened look(long id) {
        return seals.look(id);
    }
}
