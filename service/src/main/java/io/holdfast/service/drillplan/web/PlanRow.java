package io.holdfast.service.drillplan.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.drillplan.PlanContent;
import io.holdfast.service.drillplan.PlanStage;
import io.holdfast.service.drillplan.PlannedDrill;
import io.holdfast.service.drillplan.internal.Mandatory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of plans.
 *
 * @param id its number
 * @param title what people call it
 * @param year the year that it counts for
 * @param stage where it stands
 * @param types its types
 * @param form how it is held
 * @param category who is drilled
 * @param announced whether the day is known
 * @param unit the unit that it belongs to, or null
 * @param scenario the scenario, or null
 * @param scope the elements that are drilled
 * @param timing when, or null
 * @param window within which days, or null
 * @param missing how many keys are missing before it can be submitted
 * @param leader who answers for it, or null
 * @param scheduledUid the scheduled drill that it is, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PlanRow(
        long id,
        String title,
        int year,
        PlanStage stage,
        List<String> types,
        PlanContent.Form form,
        PlanContent.Category category,
        boolean announced,
        @Nullable String unit,
        @Nullable String scenario,
        List<String> scope,
        PlanContent.@Nullable Timing timing,
        PlanContent.@Nullable Window window,
        int missing,
        @Nullable String leader,
        @Nullable String scheduledUid) {

    static PlanRow of(PlannedDrill plan) {
        PlanContent content = plan.content();
        return new PlanRow(
                plan.id(),
                content.title(),
                content.year(),
                plan.stage(),
                content.types(),
                content.form(),
                content.category(),
                content.announced(),
                content.unit(),
                content.scenario(),
                content.scope(),
                content.timing(),
                content.window(),
                Mandatory.missing(content).size(),
                content.participants().stream()
                        .filter(each -> each.role() == PlanContent.Role.LEADER)
                        .map(PlanContent.Participant::person)
                        .findFirst()
                        .orElse(null),
                plan.scheduledUid());
    }
}
