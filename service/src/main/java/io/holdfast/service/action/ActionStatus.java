package io.holdfast.service.action;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where an action stands. */
public enum ActionStatus {
    /** Nobody has begun. */
    @JsonProperty("open")
    OPEN,
    /** Somebody works on it. */
    @JsonProperty("in-progress")
    IN_PROGRESS,
    /** Whoever worked on it says that it is done. */
    @JsonProperty("done")
    DONE,
    /** Somebody else has seen that it works. */
    @JsonProperty("verified")
    VERIFIED,
    /** It is not done, for a reason that is said. */
    @JsonProperty("dropped")
    DROPPED;

    /** What can follow; after its end an action can only be opened again. */
    public Set<ActionStatus> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(IN_PROGRESS, DONE, DROPPED);
            case IN_PROGRESS -> EnumSet.of(OPEN, DONE, DROPPED);
            case DONE -> EnumSet.of(IN_PROGRESS, VERIFIED);
            case VERIFIED, DROPPED -> EnumSet.of(OPEN);
        };
    }

    /** Whether something is still to be done: neither done nor dropped. */
    public boolean isPending() {
        return this == OPEN || this == IN_PROGRESS;
    }

    /** Whether nothing follows unless it is opened again. */
    public boolean isOver() {
        return this == VERIFIED || this == DROPPED;
    }

    /** The word in the API and the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The status of a word that {@link #word} made. */
    public static ActionStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
