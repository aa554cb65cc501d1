package io.holdfast.simulator.result;

import java.util.List;

/**
 * How the figures were computed. Both ways give the same bits wherever both apply.
 *
 * @param by lanes, or the event loop
 * @param because why the model does not fit lanes, in words of the format; empty where it does
 * @param inEventLoop how many trials were decided event by event
 */
public record Computed(By by, List<String> because, long inEventLoop) {

    /** The two ways. */
    public enum By {
        /** Many trials side by side. */
        LANES,
        /** One trial after the other, event by event. */
        EVENTS
    }

    /** Copies the reasons. */
    public Computed {
        because = List.copyOf(because);
    }
}
