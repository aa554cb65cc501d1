package io.holdfast.simulator.engine;

import io.holdfast.simulator.model.DownState;
import org.jspecify.annotations.Nullable;

/**
 * How an element stands at a moment of a trial that is played.
 *
 * @param element the element's number
 * @param state the state in which it is down, or null when it is not
 * @param isGood whether it delivers what it must
 * @param share the share that it delivers, 0 where it does not serve
 * @param badSinceTicks since when it has not delivered what it must, -1 while it does
 * @param working the method that is being worked on, -1 for none
 * @param workingSinceTicks since when
 * @param waiting the method that waits for people, -1 for none
 * @param waitingSinceTicks since when
 * @param runsOn the finished method that it runs on, -1 for itself or nothing
 * @param isRestarting whether it starts again after what it needs came back
 * @param isHeld whether people let it wait
 * @param isFirst whether people put it first, and nothing after it
 */
public record Standing(
        int element,
        @Nullable DownState state,
        boolean isGood,
        double share,
        long badSinceTicks,
        int working,
        long workingSinceTicks,
        int waiting,
        long waitingSinceTicks,
        int runsOn,
        boolean isRestarting,
        boolean isHeld,
        boolean isFirst) {}
