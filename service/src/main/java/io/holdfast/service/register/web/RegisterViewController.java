package io.holdfast.service.register.web;

import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.register.Register;
import io.holdfast.simulator.format.Suggestion;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Scenario;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.function.Function;

/** What the register's pages show beside its rows: its figures, and what scenarios would hit. */
@Controller("/api")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RegisterViewController {

    private final Register register;

    RegisterViewController(Register register) {
        this.register = register;
    }

    @Get("/register/summary")
    RegisterSummary summary() {
        return RegisterSummary.of(register.requireState());
    }

    /** Of every scenario, in file order. */
    record AllHits(List<ScenarioHits> items) {}

    @Get("/hits")
    AllHits hits() {
        ContinuityModel model = requireModel();
        return new AllHits(model.scenarios().stream()
                .map(scenario -> ScenarioHits.of(model, scenario))
                .toList());
    }

    @Get("/scenarios/{id}/hits")
    ScenarioHits scenarioHits(String id) {
        ContinuityModel model = requireModel();
        return ScenarioHits.of(model, require("scenario", id, model.scenarios(), Scenario::id));
    }

    /** Where scenarios hit one element. */
    record ElementHits(String id, List<ScenarioHits.Place> items) {}

    @Get("/elements/{id}/hits")
    ElementHits elementHits(String id) {
        ContinuityModel model = requireModel();
        Element element = require("element", id, model.elements(), Element::id);
        return new ElementHits(id, ScenarioHits.of(model, element));
    }

    private static <T> T require(String what, String id, List<T> all, Function<T, Id> idOf) {
        return all.stream()
                .filter(each -> idOf.apply(each).value().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "unknown-" + what,
                        "There is no " + what + " '" + id + "'. "
                                + Suggestion.didYouMean(
                                        id,
                                        all.stream()
                                                .map(each -> idOf.apply(each).value())
                                                .toList())
                                + "GET /api/" + what + "s lists them."));
    }

    private ContinuityModel requireModel() {
        return register.requireModel();
    }
}
