package io.holdfast.simulator.result;

import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.MethodKind;
import org.jspecify.annotations.Nullable;

/**
 * How a recovery method took part in a run. Times are hours after the event, over the trials in which it succeeded.
 *
 * @param id its own id, or null where the file gives none
 * @param kind its kind
 * @param used the share of all trials in which it was worked to success
 * @param start when the work that succeeded began; null where it never succeeded
 * @param done when that work ended; null where it never succeeded
 */
public record MethodUse(
        @Nullable Id id,
        MethodKind kind,
        Estimate used,
        @Nullable StepTimes start,
        @Nullable StepTimes done) {}
