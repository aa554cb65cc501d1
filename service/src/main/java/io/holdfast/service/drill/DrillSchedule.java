package io.holdfast.service.drill;

import io.holdfast.simulator.calendar.Level;
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
 * @param levels what each aim of the search came to, with its bound; empty where the schedule was made before they were kept
 */
public record DrillSchedule(
        int year,
        ZoneId zone,
        String modelDigest,
        String calendarDigest,
        List<ScheduledDrill> drills,
        List<UnplacedDrill> unplaced,
        List<Level> levels) {

    /** Copies the lists. */
    public DrillSchedule {
        drills = List.copyOf(drills);
        unplaced = List.copyOf(unplaced);
        levels = List.copyOf(levels);
    }

    /** The same with other drills. */
    public DrillSchedule withDrills(List<ScheduledDrill> others) {
        return new DrillSchedule(year, zone, modelDigest, calendarDigest, others, unplaced, levels);
    }

    /** Whether it says the same, whatever the search could prove about it. */
    public boolean saysTheSame(DrillSchedule other) {
        return equals(new DrillSchedule(
                other.year, other.zone, other.modelDigest, other.calendarDigest, other.drills, other.unplaced, levels));
    }
}
