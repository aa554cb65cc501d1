package io.holdfast.service.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A process or service and a scenario with a finished run: what a plan can be built for.
 *
 * @param element the process or service
 * @param type which of the two
 * @param tier its importance, 1 is the most critical, or null
 * @param scenario the scenario
 * @param state whether there is anything to plan
 * @param runId the run
 * @param stale whether the model has changed since
 * @param rtoHours the target, or null
 * @param withinRto the estimated chance to meet it, or null
 * @param disrupted the chance to be disrupted
 * @param recovery quantiles of the estimated recovery time
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PlanPair(
        Named element,
        String type,
        @Nullable Integer tier,
        Named scenario,
        PlanState state,
        @Nullable Long runId,
        boolean stale,
        @Nullable Double rtoHours,
        @Nullable Chance withinRto,
        @Nullable Chance disrupted,
        @Nullable Band recovery) {}
