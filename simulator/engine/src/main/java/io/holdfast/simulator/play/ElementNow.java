package io.holdfast.simulator.play;

import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Id;
import org.jspecify.annotations.Nullable;

/**
 * How an element stands at a moment of a play. Methods are places among those of the element, from 0, or -1 for none.
 *
 * @param id the element
 * @param state the state in which it is down, or null when it is not
 * @param isGood whether it delivers what it must: it serves, at its minimum business continuity objective where it has one
 * @param share the share that it delivers, 0 where it does not serve
 * @param badSinceMillis since when it has not delivered what it must, -1 while it does
 * @param working the method that is being worked on
 * @param workingSinceMillis since when; meaningless without one
 * @param waiting the method that waits for people
 * @param waitingSinceMillis since when; meaningless without one
 * @param runsOn the finished method that it runs on
 * @param isRestarting whether it starts again after what it needs came back
 * @param isHeld whether it was decided that it waits
 * @param isFirst whether it was decided that it comes first, and nothing after it
 */
public record ElementNow(
        Id id,
        @Nullable DownState state,
        boolean isGood,
        double share,
        long badSinceMillis,
        int working,
        long workingSinceMillis,
        int waiting,
        long waitingSinceMillis,
        int runsOn,
        boolean isRestarting,
        boolean isHeld,
        boolean isFirst) {}
