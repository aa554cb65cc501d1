package io.holdfast.simulator.reference;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why something holds from a moment on: a chain back to the event.
 *
 * @param time the moment at which it took effect
 * @param link what took the time up to that moment; null where nothing did
 * @param before why that began; null where it began by itself
 */
record Cause(long time, @Nullable String link, @Nullable Cause before) {

    static final long EVER = -1;

    static long timeOf(@Nullable Cause cause) {
        return cause == null ? EVER : cause.time;
    }

    /** Names of all links back to the event. */
    static Set<String> links(@Nullable Cause last) {
        Set<String> links = new LinkedHashSet<>();
        for (Cause cause = last; cause != null; cause = cause.before) {
            if (cause.link != null) {
                links.add(cause.link);
            }
        }
        return links;
    }
}
