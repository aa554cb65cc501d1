package io.holdfast.service.drill;

import java.time.Instant;

/**
 * What a feed is written from.
 *
 * @param schedule the drills
 * @param madeAt when the schedule was last changed; the time stamp of every event, so that bytes are stable
 * @param announcedOnly whether drills whose date participants must not know are left out
 */
public record Feed(DrillSchedule schedule, Instant madeAt, boolean announcedOnly) {}
