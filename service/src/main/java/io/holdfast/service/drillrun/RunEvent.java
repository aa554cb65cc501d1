package io.holdfast.service.drillrun;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a drill, as whoever marked it made it; times to the millisecond.
 *
 * @param id made by the client; the same id is the same event
 * @param number the place in what this service has received of the drill, from 1
 * @param at when, by the client's clock
 * @param offsetMillis what the client had measured to be added to its clock to have the service's, in milliseconds
 * @param kind what
 * @param step the step that it is about, or null
 * @param inject the inject, or null
 * @param notification the simulated notification, or null
 * @param criterion the success criterion that was judged or the stop criterion that was read, or null
 * @param text in somebody's words, or null
 * @param value what was measured, in the unit of the criterion, or null
 * @param outcome {@code failed} of a problem that ends a step, {@code met} or {@code not-met} of a judgement, else null
 * @param person who is there, or null
 * @param evidence the number of the picture's evidence, or null
 * @param withdraws the event that was a mistake, or null
 * @param receivedAt when the service received it
 * @param by who sent it, by sign-in name
 */
public record RunEvent(
        UUID id,
        int number,
        Instant at,
        long offsetMillis,
        EventKind kind,
        @Nullable String step,
        @Nullable String inject,
        @Nullable String notification,
        @Nullable String criterion,
        @Nullable String text,
        @Nullable Double value,
        @Nullable String outcome,
        @Nullable String person,
        @Nullable Long evidence,
        @Nullable UUID withdraws,
        Instant receivedAt,
        String by) {

    /**
     * The one order of events: by {@link #when}, then by the text of their ids. It is total, since no two events have one id, and does
     * not hang on the order in which they were received.
     */
    public static final Comparator<RunEvent> ORDER = Comparator.comparing(RunEvent::when)
            .thenComparing(event -> event.id().toString());

    /** Keeps milliseconds. */
    public RunEvent {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** When it happened by the service's clock: the client's time with what it measured, and never later than it was received. */
    public Instant when() {
        Instant told = at.plusMillis(offsetMillis);
        return told.isAfter(receivedAt) ? receivedAt : told;
    }

    /** The same of another number. */
    public RunEvent withNumber(int given) {
        return new RunEvent(
                id,
                given,
                at,
                offsetMillis,
                kind,
                step,
                inject,
                notification,
                criterion,
                text,
                value,
                outcome,
                person,
                evidence,
                withdraws,
                receivedAt,
                by);
    }

    /** The same with a picture. */
    public RunEvent withEvidence(long picture) {
        return new RunEvent(
                id,
                number,
                at,
                offsetMillis,
                kind,
                step,
                inject,
                notification,
                criterion,
                text,
                value,
                outcome,
                person,
                picture,
                withdraws,
                receivedAt,
                by);
    }

    /** Whether a client says the same, whatever this service added. */
    public boolean saysTheSameAs(RunEvent other) {
        return withNumber(0).told().equals(other.withNumber(0).told());
    }

    private RunEvent told() {
        return new RunEvent(
                id,
                0,
                at,
                offsetMillis,
                kind,
                step,
                inject,
                notification,
                criterion,
                text,
                value,
                outcome,
                person,
                null,
                withdraws,
                Instant.EPOCH,
                "");
    }
}
