package io.holdfast.service.drill;

import java.time.ZoneId;
import java.util.List;

/**
 * The drills of a year.
 *
 * @param year the year
 * @param zone the organisation's time zone, in which days and times are meant
 * @param modelDigest the model it was made from
 * @param calendarDigest what the calendar said about the year
 * @param drills by day, then start, then name
 * @param unplaced what found no day
 */
public record DrillSchedule(
        int year,
        ZoneId zone,
        String modelDigest,
        String calendarDigest,
        List<ScheduledDrill> drills,
        List<UnplacedDrill> unplaced) {

    /** Copies the lists. */
    public DrillSchedule {
        drills = List.copyOf(drills);
        unplaced = List.copyOf(unplaced);
    }
}
