package io.holdfast.simulator.reference;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * From the first moment at which something does not hold to the first from which it holds until the horizon.
 *
 * @param start the first bad moment, or null when there is none
 * @param end the moment of return, or null when it is not back by the horizon
 * @param badTicks how long it did not hold in between
 */
record Stretch(@Nullable Long start, @Nullable Long end, long badTicks) {

    static Stretch of(List<Item.Moment> history, long horizon, Predicate<Item.Moment> holds) {
        Long start = null;
        Long end = null;
        long bad = 0;
        for (int i = 0; i < history.size(); i++) {
            Item.Moment moment = history.get(i);
            long until = i + 1 < history.size() ? history.get(i + 1).time() : horizon;
            if (!holds.test(moment)) {
                start = start == null ? Long.valueOf(moment.time()) : start;
                end = null;
                bad += until - moment.time();
            } else if (start != null && end == null) {
                end = moment.time();
            }
        }
        return new Stretch(start, end, bad);
    }

    boolean happened() {
        return start != null;
    }

    long ticks() {
        if (start == null) {
            return 0;
        }
        return end == null ? Long.MAX_VALUE : end - start;
    }
}
