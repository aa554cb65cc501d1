package io.holdfast.service.plan.web;

import io.holdfast.service.approval.SubjectState;
import io.holdfast.service.approval.SubjectStates;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.access.Sensitive;
import io.holdfast.service.plan.ContinuityPlan;
import io.holdfast.service.plan.PlanDrafts;
import io.holdfast.service.plan.PlanPair;
import io.holdfast.service.plan.Plans;
import io.holdfast.service.register.Register;
import io.holdfast.simulator.model.Id;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.util.List;

/** Plans over HTTP. Every address takes {@code language}: {@code en} (without it) or {@code zh-Hant}. */
@Controller("/api/plans")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlanController {

    private final Plans plans;
    private final PlanDrafts drafts;
    private final Register register;
    private final PlanLookup lookup;
    private final SubjectStates states;
    private final PlanDocument document;

    PlanController(
            Plans plans,
            PlanDrafts drafts,
            Register register,
            PlanLookup lookup,
            SubjectStates states,
            PlanDocument document) {
        this.plans = plans;
        this.drafts = drafts;
        this.register = register;
        this.lookup = lookup;
        this.states = states;
        this.document = document;
    }

    /** All pairs of a process or service and a scenario. */
    record PairList(List<PlanPair> items, int page, int size, int total) {}

    @Get
    PairList list(@QueryValue(defaultValue = "en") String language) {
        List<PlanPair> pairs = plans.listPairs(
                register.requireModel(), PlanLanguage.require(language).tag());
        return new PairList(pairs, 0, pairs.size(), pairs.size());
    }

    @Sensitive("plan")
    @Get("/{element}/{scenario}")
    ContinuityPlan plan(String element, String scenario, @QueryValue(defaultValue = "en") String language) {
        return lookup.require(element, scenario, PlanLanguage.require(language));
    }

    @Sensitive("plan")
    @Get("/{element}/{scenario}/plan.pdf")
    @Produces("application/pdf")
    HttpResponse<byte[]> pdf(String element, String scenario, @QueryValue(defaultValue = "en") String language) {
        PlanLanguage wanted = PlanLanguage.require(language);
        ContinuityPlan plan = PlanLookup.requireRun(lookup.require(element, scenario, wanted));
        SubjectState state = drafts.findDraft(Id.of(element), Id.of(scenario))
                .map(draft -> states.of(draft, wanted.tag()))
                .orElse(SubjectState.NONE);
        String name = "plan-" + element + "-" + scenario + "-" + wanted.tag() + ".pdf";
        return answer(
                document.render(plan, wanted, PlanLookup.day(plan, Instant.now()), SignOff.of(state, plan, wanted)),
                name);
    }

    static HttpResponse<byte[]> answer(byte[] pdf, String name) {
        return HttpResponse.ok(pdf)
                .contentType(MediaType.of("application/pdf"))
                .header("Content-Disposition", "inline; filename=\"" + name + "\"");
    }
}
