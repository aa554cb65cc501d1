package io.holdfast.simulator.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One of the times of a drill.
 *
 * @param index its place among all occurrences
 * @param drill the drill
 * @param number which of its times, from 1
 * @param pin where a person has fixed it, or null
 * @param previous where an earlier plan has it, or null
 */
record Occurrence(
        int index,
        Candidate drill,
        int number,
        @Nullable DrillPlace pin,
        @Nullable DrillPlace previous) {

    String key() {
        return drill.id() + "#" + number;
    }

    boolean isPinned() {
        return pin != null;
    }

    DrillPlace at(YearDays year, Spot spot) {
        return new DrillPlace(drill.id(), number, year.at(spot.first()).date(), spot.start());
    }

    /** How many days a spot lies from where it would best lie. */
    int distance(YearDays year, Spot spot) {
        if (drill.preferred().isEmpty()) {
            return 0;
        }
        LocalDate best = drill.preferred().get(number - 1);
        return Math.abs(spot.first() - year.indexOf(best));
    }

    /** Whether a spot is where the earlier plan has it. */
    boolean isWhereItWas(YearDays year, Spot spot) {
        return previous != null
                && year.at(spot.first()).date().equals(previous.date())
                && spot.start().equals(previous.start());
    }
}
