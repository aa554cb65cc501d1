package io.holdfast.service.learning;

import io.holdfast.simulator.learning.ObservedDuration;
import io.holdfast.simulator.model.Drill;
import java.time.LocalDate;
import java.util.List;

/**
 * What an actual was measured in. Actuals with equal ones are of the same event.
 *
 * @param name what people call it
 * @param kind what it was
 * @param types the types of a drill; empty for others
 * @param announced whether the participants of a drill knew the date; false for others
 * @param on the day on which it happened
 */
public record Occasion(
        String name, ObservedDuration.Kind kind, List<Drill.Type> types, boolean announced, LocalDate on) {

    /** Copies the list. */
    public Occasion {
        types = List.copyOf(types);
    }
}
