package io.holdfast.service.identity;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long a session may be: {@code holdfast.sessions.…}, as an environment variable {@code HOLDFAST_SESSIONS_IDLE=20m}.
 *
 * @param idle without a request
 * @param idleShared without a request, where others use the same device
 * @param whole in any case
 */
@ConfigurationProperties("holdfast.sessions")
public record SessionLimits(
        @Bindable(defaultValue = "30m") Duration idle,
        @Bindable(defaultValue = "10m") Duration idleShared,
        @Bindable(defaultValue = "12h") Duration whole) {

    /** How exactly the last request is remembered, so that not each one writes. */
    public static final Duration SEEN_STEP = Duration.ofSeconds(30);

    /** Checks that each lasts a minute at least. */
    public SessionLimits {
        requireLength("idle", idle);
        requireLength("idle-shared", idleShared);
        requireLength("whole", whole);
    }

    private static void requireLength(String name, Duration length) {
        if (length.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("holdfast.sessions." + name + " is " + length
                    + ", but nobody can work in less than 1m. Give it a length such as 30m.");
        }
    }

    /** After how long without a request a session ends. */
    public Duration idleOf(boolean sharedStation) {
        return sharedStation ? idleShared : idle;
    }
}
