package io.holdfast.simulator.play;

import io.holdfast.simulator.model.Id;
import org.jspecify.annotations.Nullable;

/**
 * What people decide at a moment of a play.
 *
 * @param atMillis milliseconds since the event, not negative; it follows all that happens at that moment by itself
 * @param kind what they decide
 * @param element the element that it is about; null for {@link Kind#DECLARE} only
 * @param method the place of the method among those of the element, from 0 in the order of the model; -1 unless one is chosen
 */
public record Decision(long atMillis, Kind kind, @Nullable Id element, int method) {

    /** What can be decided. */
    public enum Kind {
        /** The recovery is declared now, before the moment that the trial's luck holds for it. */
        DECLARE,
        /** The element is recovered by another method from now on; work in progress is given up, and nothing of it counts. */
        CHOOSE,
        /** The element waits: no work on it begins until it may go on. */
        HOLD,
        /** It may go on. */
        RESUME,
        /** It gets people before all others from now on; nobody is taken from work that has begun. */
        FIRST
    }

    /** Checks that what is named fits the kind. */
    public Decision {
        if (atMillis < 0) {
            throw new IllegalArgumentException(
                    "atMillis is " + atMillis + ", but nothing is decided before the event.");
        }
        if ((element == null) != (kind == Kind.DECLARE)) {
            throw new IllegalArgumentException("A decision to " + kind + " names "
                    + (element == null ? "no element" : "'" + element + "'")
                    + "; all but DECLARE are about one element.");
        }
        if ((method >= 0) != (kind == Kind.CHOOSE)) {
            throw new IllegalArgumentException(
                    "A decision to " + kind + " names method " + method + "; only CHOOSE names one, from 0.");
        }
    }
}
