package io.holdfast.service.drillplan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A plan as somebody approved it; it stays so from then on.
 *
 * @param plan the number of the plan
 * @param content what it says
 * @param prediction what the model said of it then, or null where it says nothing of such a drill
 * @param version the version that was approved, from 1
 * @param approvedAt when
 * @param approvedBy the name of who did
 * @param scheduledUid the scheduled drill that it is, or null
 */
public record ApprovedPlan(
        long plan,
        PlanContent content,
        @Nullable Prediction prediction,
        int version,
        Instant approvedAt,
        String approvedBy,
        @Nullable String scheduledUid) {}
