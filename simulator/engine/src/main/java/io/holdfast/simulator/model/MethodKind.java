package io.holdfast.simulator.model;

import java.util.EnumSet;
import java.util.Set;

/** The kind of a recovery method, which fixes what states it answers unless the method says otherwise. */
public enum MethodKind {
    /** Run on something else. */
    FAILOVER,
    /** Bring data back from a copy. */
    RESTORE,
    /** Mend what is damaged. */
    REPAIR,
    /** Build it anew. */
    REBUILD,
    /** Put another one in its place. */
    REPLACE,
    /** Bridge the time by hand. */
    WORKAROUND;

    /** The states that the kind answers by default. The caller owns the returned set. */
    public Set<DownState> defaultAnswers() {
        return switch (this) {
            case FAILOVER -> EnumSet.of(DownState.OUTAGE, DownState.DAMAGED, DownState.DESTROYED);
            case REPAIR -> EnumSet.of(DownState.DAMAGED);
            case RESTORE, REBUILD, REPLACE -> EnumSet.of(DownState.DAMAGED, DownState.DESTROYED, DownState.CORRUPTED);
            case WORKAROUND -> EnumSet.allOf(DownState.class);
        };
    }
}
