package io.holdfast.service.report;

import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.register.Register;
import io.holdfast.simulator.model.ContinuityModel;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Estimates by element and scenario for lists and glyphs, from the newest finished run of each scenario. */
@Controller("/api")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
final class EstimatesController {

    private final Register register;
    private final Estimates estimates;

    EstimatesController(Register register, Estimates estimates) {
        this.register = register;
        this.estimates = estimates;
    }

    /** Estimates that were asked for. */
    record Answer(List<ElementEstimate> items) {}

    /** All that match; scenarios that do not reach an element are among them. */
    @Get("/estimates")
    Answer estimates(@Nullable @QueryValue String element, @Nullable @QueryValue String scenario) {
        return new Answer(estimates.listAll(requireModel()).stream()
                .filter(each -> element == null || element.equals(each.element()))
                .filter(each -> scenario == null || scenario.equals(each.scenario()))
                .toList());
    }

    /** Of each element the scenario that it fares worst in, among those that reach it. */
    @Get("/estimates/worst")
    Answer worst() {
        Map<String, ElementEstimate> byElement = estimates.listAll(requireModel()).stream()
                .filter(ElementEstimate::isReached)
                .collect(Collectors.toMap(
                        ElementEstimate::element,
                        Function.identity(),
                        BinaryOperator.minBy(ElementEstimate.WORST_FIRST),
                        LinkedHashMap::new));
        return new Answer(byElement.values().stream()
                .sorted(Comparator.comparing(ElementEstimate::element))
                .toList());
    }

    @Get("/losses")
    YearlyLoss losses() {
        ContinuityModel model = requireModel();
        return YearlyLoss.of(model, estimates.listAll(model));
    }

    private ContinuityModel requireModel() {
        return register.requireModel();
    }
}
