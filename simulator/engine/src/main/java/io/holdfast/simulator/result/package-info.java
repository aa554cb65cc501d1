/**
 * What a run says, in the reader's words: estimates with their intervals, for each element and scenario.
 *
 * <p>Every time is in hours, every share in [0, 1], money in the model's currency, capacity in the element's unit.
 * Intervals are 95 % and cover simulation error only. Source: the published model format, "Result of one run".
 */
@NullMarked
package io.holdfast.simulator.result;

import org.jspecify.annotations.NullMarked;
