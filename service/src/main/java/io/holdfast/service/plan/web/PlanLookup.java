package io.holdfast.service.plan.web;

import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.plan.ContinuityPlan;
import io.holdfast.service.plan.Plans;
import io.holdfast.service.register.OrganisationZone;
import io.holdfast.service.register.Register;
import io.holdfast.simulator.format.Suggestion;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Finds the plan that an address names, or says what it could have named. For any number of threads. */
@Singleton
final class PlanLookup {

    private final Plans plans;
    private final Register register;

    PlanLookup(Plans plans, Register register) {
        this.plans = plans;
        this.register = register;
    }

    ContinuityPlan require(String element, String scenario, PlanLanguage language) {
        ContinuityModel model = register.requireModel();
        return plans.findPlan(id(element, "element"), id(scenario, "scenario"), language.tag())
                .orElseThrow(() -> unknown(model, element, scenario));
    }

    /** The same where the plan must have times. */
    static ContinuityPlan requireRun(ContinuityPlan plan) {
        if (plan.run() == null) {
            String scenario = plan.scenario().id();
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "no-run",
                    "No run of scenario '" + scenario + "' has finished, so a plan would have no times. POST /api/runs"
                            + " with {\"scenario\": \"" + scenario + "\"} asks for one.");
        }
        return plan;
    }

    /** The organisation's time zone. */
    static ZoneId zone(ContinuityPlan plan) {
        return OrganisationZone.of(plan.timeZone());
    }

    /** The day of a moment there. */
    static LocalDate day(ContinuityPlan plan, Instant moment) {
        return LocalDate.ofInstant(moment, zone(plan));
    }

    static Id id(String text, String what) {
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
