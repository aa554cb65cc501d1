package io.holdfast.simulator.calendar;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A drill with its time: what a person has pinned, what an earlier plan said, and what a plan says.
 *
 * @param drill the candidate's id
 * @param number which of its times, from 1
 * @param date its first day
 * @param start when it begins, on each of its days
 */
public record DrillPlace(String drill, int number, LocalDate date, LocalTime start) {

    /** The drill and which of its times, as {@code drill#number}. */
    public String key() {
        return drill + "#" + number;
    }
}
