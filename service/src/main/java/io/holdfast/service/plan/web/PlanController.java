package io.holdfast.service.plan.web;

import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.access.Sensitive;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.plan.ContinuityPlan;
import io.holdfast.service.plan.PlanPair;
import io.holdfast.service.plan.PlanState;
import io.holdfast.service.plan.Plans;
import io.holdfast.service.register.Register;
import io.holdfast.simulator.format.Suggestion;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Plans over HTTP. Every address takes {@code language}: {@code en} (without it) or {@code zh-Hant}. */
@Controller("/api/plans")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlanController {

    private final Plans plans;
    private final Register register;
    private final PlanDocument document;

    PlanController(Plans plans, Register register, PlanDocument document) {
        this.plans = plans;
        this.register = register;
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
        return require(element, scenario, PlanLanguage.require(language));
    }

    @Sensitive("plan")
    @Get("/{element}/{scenario}/plan.pdf")
    @Produces("application/pdf")
    HttpResponse<byte[]> pdf(String element, String scenario, @QueryValue(defaultValue = "en") String language) {
        PlanLanguage wanted = PlanLanguage.require(language);
        ContinuityPlan plan = require(element, scenario, wanted);
        if (plan.state() == PlanState.NO_RUN) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "no-run",
                    "No run of scenario '" + scenario + "' has finished, so a plan would have no times. POST /api/runs"
                            + " with {\"scenario\": \"" + scenario + "\"} asks for one.");
        }
        String name = "plan-" + element + "-" + scenario + "-" + wanted.tag() + ".pdf";
        return HttpResponse.ok(document.render(plan, wanted, today(plan)))
                .contentType(MediaType.of("application/pdf"))
                .header("Content-Disposition", "inline; filename=\"" + name + "\"");
    }

    /** The day in the organisation's time zone, else in the computer's. */
    private static LocalDate today(ContinuityPlan plan) {
        String zone = plan.timeZone();
        return LocalDate.now(zone == null ? ZoneId.systemDefault() : ZoneId.of(zone));
    }

    private ContinuityPlan require(String element, String scenario, PlanLanguage language) {
        ContinuityModel model = register.requireModel();
        return plans.findPlan(id(element, "element"), id(scenario, "scenario"), language.tag())
                .orElseThrow(() -> unknown(model, element, scenario));
    }

    private static Id id(String text, String what) {
        try {
            return Id.of(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(HttpStatus.NOT_FOUND, "unknown-" + what, String.valueOf(e.getMessage()));
        }
    }

    private static ProblemException unknown(ContinuityModel model, String element, String scenario) {
        boolean scenarioKnown = model.findScenario(Id.of(scenario)).isPresent();
        String what = scenarioKnown ? "element" : "scenario";
        String given = scenarioKnown ? element : scenario;
        List<String> known = scenarioKnown
                ? model.elements().stream().map(each -> each.id().value()).toList()
                : model.scenarios().stream().map(each -> each.id().value()).toList();
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "unknown-" + what,
                "There is no " + what + " '" + given + "'. " + Suggestion.didYouMean(given, known)
                        + "GET /api/plans lists what plans there are.");
    }
}
