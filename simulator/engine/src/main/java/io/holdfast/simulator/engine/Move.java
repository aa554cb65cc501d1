package io.holdfast.simulator.engine;

/**
 * What people do at a moment of a trial that is played. Elements and methods are numbers of the compiled model.
 *
 * @param ticks when, not negative; it follows everything that happens at that moment by itself
 * @param kind what they do
 * @param element the element that it is about, -1 for none
 * @param method the method that they choose, -1 for none
 */
public record Move(long ticks, Kind kind, int element, int method) {

    /** What people can do. */
    public enum Kind {
        /** Decide now what the scenario would decide later: once somebody has noticed, until the drawn moment. */
        DECLARE,
        /** Take another method that competes at that moment; what is in progress or waits is called off. */
        CHOOSE,
        /** Let an element wait that is not being worked on: it chooses nothing until it may go on. */
        HOLD,
        /** Let it go on. */
        RESUME,
        /** Give an element people before all others from now on; nobody is taken from work that has begun. */
        FIRST
    }

    /** Checks that what is named fits the kind. */
    public Move {
        boolean onElement = kind != Kind.DECLARE;
        if (ticks < 0 || (element >= 0) != onElement || (method >= 0) != (kind == Kind.CHOOSE)) {
            throw new IllegalArgumentException(
                    "No move: " + kind + " at " + ticks + " of element " + element + ", method " + method + ".");
        }
    }
}
