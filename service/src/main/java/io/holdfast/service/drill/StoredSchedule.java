package io.holdfast.service.drill;

import java.time.Instant;

/**
 * A schedule as it is kept.
 *
 * @param schedule the drills of a year
 * @param madeAt when it was last changed; planning again without any change leaves it
 */
public record StoredSchedule(DrillSchedule schedule, Instant madeAt) {}
