package io.holdfast.simulator.play;

import io.holdfast.simulator.model.Id;
import org.jspecify.annotations.Nullable;

/**
 * What came of an element in the end.
 *
 * @param id the element
 * @param disrupted whether it ever failed to deliver what it must
 * @param recoveryHours from then until it did so for good; 0 without a disruption, null when not back by the horizon
 * @param dataLossHours hours of data that were lost; null for everything
 */
public record Recovered(
        Id id,
        boolean disrupted,
        @Nullable Double recoveryHours,
        @Nullable Double dataLossHours) {}
