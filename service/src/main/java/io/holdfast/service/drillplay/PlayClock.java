package io.holdfast.service.drillplay;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A virtual clock: where it stood at a moment, and how fast it has gone since. It needs nobody to tick.
 *
 * @param atMillis virtual milliseconds since the event, at {@code at}
 * @param at the moment at which it stood there
 * @param speed virtual seconds a second, 0 while it stands
 * @param untilMillis where it stops by itself, or null for nowhere but the end of the scenario
 */
public record PlayClock(
        long atMillis, Instant at, int speed, @Nullable Long untilMillis) {

    /** The fastest: an hour a second. */
    public static final int FASTEST = 3_600;

    private static final long SECOND = 1_000;

    /** A clock that stands at the event. */
    public static PlayClock atTheEvent(Instant now) {
        return new PlayClock(0, now, 0, null);
    }

    /** Where it stands at a moment, while it goes in whole virtual seconds; at most the horizon. */
    public long millis(Instant now, long horizonMillis) {
        long last = last(horizonMillis);
        long passed = Math.clamp(Duration.between(at, now).toMillis(), 0, Long.MAX_VALUE / (2L * FASTEST));
        long millis = Math.min(last, atMillis + passed * speed);
        return millis == last ? millis : Math.max(atMillis, millis / SECOND * SECOND);
    }

    private long last(long horizonMillis) {
        long last = untilMillis == null ? horizonMillis : Math.min(untilMillis, horizonMillis);
        return Math.max(last, atMillis);
    }

    /** Whether it goes on by itself after a moment. */
    public boolean isRunning(Instant now, long horizonMillis) {
        return speed > 0 && millis(now, horizonMillis) < last(horizonMillis);
    }
}
