package io.holdfast.service.plan.internal;

import io.holdfast.service.plan.ContinuityPlan.RunPart;
import io.holdfast.simulator.compile.EffectiveObjectives;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * What a plan is built from.
 *
 * @param model the model of the run, or the current one where there is no run
 * @param element what the plan brings back
 * @param scenario what happens
 * @param run the run's particulars, or null without a run
 * @param reading what the run says, or null without a run
 * @param language the language of names
 */
public record PlanSubject(
        ContinuityModel model,
        Element element,
        Scenario scenario,
        @Nullable RunPart run,
        @Nullable RunReading reading,
        String language) {

    EffectiveObjectives goals() {
        return EffectiveObjectives.of(model).get(model.elements().indexOf(element));
    }
}
