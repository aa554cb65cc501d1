package io.holdfast.simulator.play;

import io.holdfast.simulator.engine.Occurrence;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Id;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in a play.
 *
 * @param atMillis milliseconds since the event
 * @param kind what happened
 * @param element the element, or null where it is about none
 * @param team the team that is at work now, or null
 * @param method the place of the method among those of the element, from 0 in the order of the model, or -1
 * @param state the state in which the event left the element, or null
 * @param share the share that is delivered from now on, or null where that is not what happened
 * @param lostHours hours of data that are lost, or null where none are meant or everything is lost
 * @param decision the place of the decision among all of the play, from 0, or -1
 */
public record Happening(
        long atMillis,
        Occurrence.Kind kind,
        @Nullable Id element,
        @Nullable Id team,
        int method,
        @Nullable DownState state,
        @Nullable Double share,
        @Nullable Double lostHours,
        int decision) {}
