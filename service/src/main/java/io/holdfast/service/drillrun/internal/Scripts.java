package io.holdfast.service.drillrun.internal;

import io.holdfast.service.drillplan.PlanContent;
import io.holdfast.service.drillrun.RunScript;
import org.jspecify.annotations.Nullable;

/** What of a plan a run is held against. */
public final class Scripts {

    private Scripts() {}

    /** The script of a plan. */
    public static RunScript of(PlanContent content) {
        return new RunScript(
                content.steps().stream()
                        .map(step -> new RunScript.Step(step.id(), step.ends()))
                        .toList(),
                content.injects().stream()
                        .map(inject -> new RunScript.Inject(inject.id(), inject.atMinutes()))
                        .toList(),
                content.notifications().stream()
                        .map(each -> new RunScript.Notification(each.id(), minutes(each.withinMinutes())))
                        .toList(),
                content.successCriteria().stream()
                        .map(PlanContent.SuccessCriterion::id)
                        .toList(),
                content.stopCriteria().stream()
                        .map(each -> new RunScript.StopCriterion(each.id(), each.limit(), each.atLeast()))
                        .toList());
    }

    private static @Nullable Double minutes(@Nullable Integer whole) {
        return whole == null ? null : Double.valueOf(whole);
    }
}
