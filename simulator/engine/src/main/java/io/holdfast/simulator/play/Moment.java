package io.holdfast.simulator.play;

import java.util.List;

/**
 * A moment of a play. Nothing in it depends on what comes later.
 *
 * @param happened what has happened in view until now, in the order of time
 * @param elements how each element in view stands that the event has touched, in the order of the model
 * @param possible what can be decided now about what is in view
 */
public record Moment(List<Happening> happened, List<ElementNow> elements, List<Decision> possible) {}
