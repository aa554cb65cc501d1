package io.holdfast.simulator.learning;

import io.holdfast.simulator.model.Drill;
import java.util.List;

/**
 * A drill, an incident or planned work that is over, with what was measured in it.
 *
 * @param id its name, which learned numbers give as their source
 * @param kind what it was; planned work teaches nothing of recovery
 * @param types the types of a drill: only what one of them shows is learned from; empty for an incident
 * @param announced whether the participants of a drill knew the date
 * @param measured the figures
 */
public record PastEvent(
        String id, ObservedDuration.Kind kind, List<Drill.Type> types, boolean announced, List<Measured> measured) {

    /** Copies the lists. */
    public PastEvent {
        types = List.copyOf(types);
        measured = List.copyOf(measured);
        Check.that(
                kind != ObservedDuration.Kind.DRILL || !types.isEmpty(),
                "Drill '" + id + "' has no type, so nobody knows what it shows. Give at least one.");
    }

    /** An incident. */
    public static PastEvent incident(String id, List<Measured> measured) {
        return new PastEvent(id, ObservedDuration.Kind.INCIDENT, List.of(), false, measured);
    }

    /** An announced drill of one type. */
    public static PastEvent drill(String id, Drill.Type type, List<Measured> measured) {
        return new PastEvent(id, ObservedDuration.Kind.DRILL, List.of(type), true, measured);
    }
}
