package io.holdfast.service.drill.internal;

import io.holdfast.service.drill.DrillSchedule;
import io.holdfast.service.drill.Reason;
import io.holdfast.service.drill.ScheduledStates.State;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The drills of a year as somebody is told of them, in the order of what is told.
 *
 * @param drills each drill of the schedule
 * @param partial whether they may not know the day of one of them. What follows from all days together, such as the sum of
 *     distances that the search has proven, is then not told either
 */
public record ShownYear(List<ShownDrill> drills, boolean partial) {

    /** Reasons for a day that name no other drill's day, nor follow from one. */
    private static final Set<String> ALONE = Set.of(
            "day-off",
            "day-before-off",
            "day-freeze",
            "day-blackout",
            "day-best",
            "day-pinned",
            "day-released",
            "day-settled");

    /** Marks of a pinned drill that say that another one lies on or near its day. */
    private static final Set<String> BESIDE = Set.of("pin-team", "pin-service", "pin-site", "pin-order");

    /** Copies the list. */
    public ShownYear {
        drills = List.copyOf(drills);
    }

    /**
     * A schedule as it is told.
     *
     * @param states what became of its drills, by uid
     * @param mayKnow whether they may know the days that it has for unannounced drills: whoever may plan drills in the whole
     *     organisation, to which a schedule belongs
     */
    public static ShownYear of(DrillSchedule schedule, Map<String, State> states, boolean mayKnow) {
        List<ShownDrill> drills = schedule.drills().stream()
                .map(drill -> ShownDrill.of(drill, states.get(drill.uid()), mayKnow))
                .sorted(ShownDrill.BY_TIME)
                .toList();
        boolean partial = !mayKnow && drills.stream().anyMatch(drill -> drill.window() != null);
        return new ShownYear(
                partial
                        ? drills.stream()
                                .map(drill -> drill.without(ShownYear::isTelling))
                                .toList()
                        : drills,
                partial);
    }

    /** Whether a reason tells of the days of other drills. */
    private static boolean isTelling(Reason reason) {
        return BESIDE.contains(reason.code()) || (reason.code().startsWith("day-") && !ALONE.contains(reason.code()));
    }

    /** What the search could prove, as far as it may be told. */
    public List<Reason> proof(DrillSchedule schedule) {
        return Proof.of(schedule.levels()).stream()
                .filter(reason -> !partial || !reason.code().startsWith("proof-distance"))
                .toList();
    }
}
