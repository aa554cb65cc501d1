package io.holdfast.service.simulation;

import java.util.Locale;

/** Where a run is in its life. */
public enum RunStatus {
    /** Waits for the worker. */
    QUEUED,
    /** Is being worked. */
    RUNNING,
    /** Has a result. */
    FINISHED,
    /** Ended with an error. */
    FAILED,
    /** Was stopped by a person. */
    CANCELLED;

    /** The word in the database and in answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing more will happen. */
    public boolean isOver() {
        return this == FINISHED || this == FAILED || this == CANCELLED;
    }

    /** The status of a word. */
    public static RunStatus ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
