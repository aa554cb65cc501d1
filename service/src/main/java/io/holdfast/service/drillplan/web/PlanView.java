package io.holdfast.service.drillplan.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.drillplan.EndedHow;
import io.holdfast.service.drillplan.PlanContent;
import io.holdfast.service.drillplan.PlanStage;
import io.holdfast.service.drillplan.PlannedDrill;
import io.holdfast.service.drillplan.Prediction;
import io.holdfast.service.drillplan.Submitted;
import io.holdfast.service.drillplan.internal.Mandatory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drill plan as the API shows it.
 *
 * @param id its number
 * @param version goes up by one with every change of it; also its ETag
 * @param stage where it stands
 * @param steps what can be done with it now: edit, reopen, predict, submit, begin, cancel
 * @param fields the eight mandatory fields, each with the keys of the plan that it lacks
 * @param missing the keys that must be said before it is submitted
 * @param content what it says
 * @param prediction what the model said of it when it was submitted last, or null
 * @param submittedVersion which version of its document says what it says, or null
 * @param scheduledUid the scheduled drill that it is, or null
 * @param createdAt when it was written down
 * @param createdBy by whom
 * @param changedAt when it was changed last
 * @param changedBy by whom
 * @param startedAt when it began, or null
 * @param endedAt when it ended, or null
 * @param endedHow how, or null
 * @param closedAt when its report was approved, or null
 * @param cancelledAt when it was called off, or null
 * @param cancelledWhy why, or null
 * @param zone the organisation's time zone
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PlanView(
        long id,
        int version,
        PlanStage stage,
        List<String> steps,
        List<Mandatory.Field> fields,
        List<String> missing,
        PlanContent content,
        @Nullable Prediction prediction,
        @Nullable Integer submittedVersion,
        @Nullable String scheduledUid,
        Instant createdAt,
        String createdBy,
        Instant changedAt,
        String changedBy,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable EndedHow endedHow,
        @Nullable Instant closedAt,
        @Nullable Instant cancelledAt,
        @Nullable String cancelledWhy,
        String zone) {

    static PlanView of(PlannedDrill plan, String zone) {
        PlannedDrill.Life life = plan.life();
        Submitted submitted = plan.submitted();
        return new PlanView(
                plan.id(),
                plan.version(),
                plan.stage(),
                steps(plan.stage()),
                Mandatory.fields(plan.content()),
                Mandatory.missing(plan.content()),
                plan.content(),
                submitted == null ? null : submitted.prediction(),
                plan.submittedVersion(),
                plan.scheduledUid(),
                life.createdAt(),
                life.createdBy(),
                life.changedAt(),
                life.changedBy(),
                life.startedAt(),
                life.endedAt(),
                life.endedHow(),
                life.closedAt(),
                life.cancelledAt(),
                life.cancelledWhy(),
                zone);
    }

    private static List<String> steps(PlanStage stage) {
        return switch (stage) {
            case DRAFT -> List.of("edit", "predict", "submit", "cancel");
            case APPROVED -> List.of("reopen", "begin", "cancel");
            case SUBMITTED, RUNNING, ENDED, CLOSED, CANCELLED -> List.of();
        };
    }
}
