package io.holdfast.simulator.calendar;

import java.util.List;

/**
 * A calendar with its reasons. No hard rule is broken but by what people have pinned.
 *
 * @param status how the search ended
 * @param reproducible whether the same problem and options give this plan again; false where the clock or a person ended it
 * @param levels what each aim came to, in order
 * @param placements by date, start, drill and number
 * @param omissions what has no day, as the drills are written
 * @param unmetDuties what nothing covers in time
 * @param pinConflicts pins that break rules
 */
public record CalendarPlan(
        Status status,
        boolean reproducible,
        List<Level> levels,
        List<Placement> placements,
        List<Omission> omissions,
        List<UnmetDuty> unmetDuties,
        List<PinConflict> pinConflicts) {

    /** How a search ended. */
    public enum Status {
        /** No plan is better. */
        OPTIMAL,
        /** A plan without broken rules; by how much it may be bettered, the levels say. */
        FEASIBLE,
        /** Cancelled; what had been found by then. */
        CANCELLED
    }

    /** Copies the lists. */
    public CalendarPlan {
        levels = List.copyOf(levels);
        placements = List.copyOf(placements);
        omissions = List.copyOf(omissions);
        unmetDuties = List.copyOf(unmetDuties);
        pinConflicts = List.copyOf(pinConflicts);
    }

    /** What an aim came to. */
    public Level level(Level.Aim aim) {
        return levels.stream().filter(each -> each.aim() == aim).findFirst().orElseThrow();
    }

    /** Where everything lies, as another problem takes it for its earlier plan. */
    public List<DrillPlace> places() {
        return placements.stream().map(Placement::place).toList();
    }
}
