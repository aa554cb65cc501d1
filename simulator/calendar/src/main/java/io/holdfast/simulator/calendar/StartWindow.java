package io.holdfast.simulator.calendar;

import java.time.LocalTime;
import java.util.List;

/**
 * A part of the day in which drills may lie.
 *
 * @param id its name
 * @param starts when a drill may begin, ascending
 * @param endMinute by when it must be over, minutes after midnight, at most 1440
 * @param afterWorkedDay whether the day before must be worked, as for the night between two working days
 */
public record StartWindow(String id, List<LocalTime> starts, int endMinute, boolean afterWorkedDay) {

    /** Copies the list; throws {@link IllegalArgumentException} where no drill could begin. */
    public StartWindow {
        starts = List.copyOf(starts);
        if (starts.isEmpty()
                || !starts.equals(starts.stream().distinct().sorted().toList())) {
            throw new IllegalArgumentException("Starts of window '" + id + "' are " + starts
                    + ", but must be at least one, each once, ascending.");
        }
        if (endMinute > 1440 || endMinute <= minute(starts.getFirst())) {
            throw new IllegalArgumentException("Window '" + id + "' ends at minute " + endMinute
                    + ", but must end after its first start and by 1440.");
        }
    }

    /** Minutes after midnight. */
    static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }
}
