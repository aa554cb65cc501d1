package io.holdfast.service.drillrun;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can happen in a drill. */
public enum EventKind {
    /** The drill begins; of several the first counts. It can be withdrawn while nothing but attendance and remarks has followed. */
    STARTED,
    /** Somebody begins a step; of several the first counts. */
    STEP_STARTED,
    /** A step is done; of several ends of a step the first counts. */
    STEP_DONE,
    /** Something is wrong with a step, as the text says; with the outcome {@code failed} that is its end. */
    STEP_PROBLEM,
    /** A step is left out, as the text says why: an end of it. */
    STEP_SKIPPED,
    /** An inject is put before somebody. */
    INJECT_DELIVERED,
    /** What was done about an inject. */
    INJECT_ANSWERED,
    /** A simulated notification was made. */
    NOTIFIED,
    /** A remark. */
    NOTE,
    /** A picture, kept as evidence. */
    PHOTO,
    /** The value of a stop criterion was read. */
    MEASURED,
    /** Somebody is there. */
    ARRIVED,
    /** A success criterion is judged met or not met; the last judgement counts. */
    CRITERION_JUDGED,
    /** The drill is stopped where it stands. */
    STOPPED,
    /** It goes on after a stop or in spite of a roll back. */
    RESUMED,
    /** What was done is being rolled back. */
    ROLLED_BACK,
    /** The drill is over; of several the first counts. It cannot be withdrawn. */
    ENDED,
    /** Another event was a mistake: it stays visible and does not count. */
    WITHDRAWN;

    /** The word of this in the API and the database, such as {@code step-done}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of a word. */
    public static Optional<EventKind> findByWord(String word) {
        return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** Whether it is about a step. */
    public boolean isOfStep() {
        return switch (this) {
            case STEP_STARTED, STEP_DONE, STEP_PROBLEM, STEP_SKIPPED -> true;
            case STARTED,
                    INJECT_DELIVERED,
                    INJECT_ANSWERED,
                    NOTIFIED,
                    NOTE,
                    PHOTO,
                    MEASURED,
                    ARRIVED,
                    CRITERION_JUDGED,
                    STOPPED,
                    RESUMED,
                    ROLLED_BACK,
                    ENDED,
                    WITHDRAWN -> false;
        };
    }

    /** Whether a withdrawal takes it back, whatever else was marked. */
    public boolean canBeWithdrawn() {
        return this != STARTED && this != ENDED && this != WITHDRAWN;
    }

    /** Whether it belongs to the start that it lies around, and counts no longer when that is taken back: all but remarks and pictures. */
    public boolean goesWithStart() {
        return canBeWithdrawn() && this != NOTE && this != PHOTO;
    }

    /**
     * Whether a start can still be taken back when this has followed it: it says nothing of how the drill went, or is a start or a
     * withdrawal itself.
     */
    public boolean leavesStartOpen() {
        return switch (this) {
            case ARRIVED, NOTE, PHOTO, STARTED, WITHDRAWN -> true;
            case STEP_STARTED,
                    STEP_DONE,
                    STEP_PROBLEM,
                    STEP_SKIPPED,
                    INJECT_DELIVERED,
                    INJECT_ANSWERED,
                    NOTIFIED,
                    MEASURED,
                    CRITERION_JUDGED,
                    STOPPED,
                    RESUMED,
                    ROLLED_BACK,
                    ENDED -> false;
        };
    }
}
