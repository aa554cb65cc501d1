package io.holdfast.service.drillrun;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a drill stands, folded from its events. Moments are by the service's clock.
 *
 * @param status {@code not-started}, {@code running}, {@code stopped}, {@code rolled-back} or {@code ended}
 * @param startedAt when it began, or null
 * @param endedAt when it was over, or null
 * @param endedHow {@code completed}, {@code stopped} or {@code rolled-back}; null before its end
 * @param holds each stop and roll back with when it went on, in their order
 * @param steps in the plan's order
 * @param elements those whose recovery steps mark, in the order of their first step
 * @param injects in the plan's order
 * @param notifications in the plan's order
 * @param measurements one for each stop criterion, in the plan's order
 * @param criteria one for each success criterion, in the plan's order
 * @param attendance who was there, by when they came
 * @param notes remarks, by time
 * @param photos pictures, by time
 * @param withdrawn the ids of events that do not count, by time: mistakes, and what was marked before a start was taken back
 */
public record RunState(
        String status,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String endedHow,
        List<Hold> holds,
        List<Step> steps,
        List<ElementBack> elements,
        List<Inject> injects,
        List<Notification> notifications,
        List<Measurement> measurements,
        List<Judgement> criteria,
        List<Attendance> attendance,
        List<Note> notes,
        List<Photo> photos,
        List<UUID> withdrawn) {

    /** Copies the lists. */
    public RunState {
        holds = List.copyOf(holds);
        steps = List.copyOf(steps);
        elements = List.copyOf(elements);
        injects = List.copyOf(injects);
        notifications = List.copyOf(notifications);
        measurements = List.copyOf(measurements);
        criteria = List.copyOf(criteria);
        attendance = List.copyOf(attendance);
        notes = List.copyOf(notes);
        photos = List.copyOf(photos);
        withdrawn = List.copyOf(withdrawn);
    }

    /**
     * A time in which the drill did not go on as planned.
     *
     * @param kind {@code stopped} or {@code rolled-back}
     * @param from when
     * @param until when it went on, became the other kind or ended; null while it lasts
     * @param by who marked it
     * @param text why, or null
     */
    public record Hold(
            String kind,
            Instant from,
            @Nullable Instant until,
            String by,
            @Nullable String text) {}

    /**
     * A mark that somebody made on something.
     *
     * @param event its event
     * @param kind what was marked
     * @param at when
     * @param by who
     * @param text their words, or null
     * @param counts whether the times and the result come from it; others stay visible
     */
    public record Mark(
            UUID event,
            String kind,
            Instant at,
            String by,
            @Nullable String text,
            boolean counts) {}

    /**
     * A step.
     *
     * @param id its id in the plan
     * @param result {@code waiting}, {@code running}, {@code done}, {@code failed} or {@code skipped}
     * @param startedAt when it began, or null; null too where nobody marked that
     * @param endedAt when it was done, failed or left out, or null
     * @param problems whether somebody marked one
     * @param marks what everybody marked, by time
     */
    public record Step(
            String id,
            String result,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            boolean problems,
            List<Mark> marks) {

        /** Copies the list. */
        public Step {
            marks = List.copyOf(marks);
        }
    }

    /**
     * An element and the recovery time that the drill measured.
     *
     * @param element its id
     * @param backAt when the last of the steps that mark its recovery was done; null until all are
     * @param rtaHours from the start of the drill until then, in hours; null where one of both is not known
     */
    public record ElementBack(
            String element,
            @Nullable Instant backAt,
            @Nullable Double rtaHours) {}

    /**
     * An inject.
     *
     * @param id its id in the plan
     * @param dueAt when it is to be put before the participants; null before the start
     * @param deliveredAt when it was, or null
     * @param answeredAt when something was done about it, or null
     * @param answer what, or null
     * @param answeredBy who marked that, or null
     */
    public record Inject(
            String id,
            @Nullable Instant dueAt,
            @Nullable Instant deliveredAt,
            @Nullable Instant answeredAt,
            @Nullable String answer,
            @Nullable String answeredBy) {}

    /**
     * A simulated notification.
     *
     * @param id its id in the plan
     * @param at when it was made, or null
     * @param minutes from the start until then, or null
     * @param inTime whether within what the plan says; null where one of both is not known
     * @param by who marked it, or null
     */
    public record Notification(
            String id,
            @Nullable Instant at,
            @Nullable Double minutes,
            @Nullable Boolean inTime,
            @Nullable String by) {}

    /**
     * A value that was read.
     *
     * @param at when
     * @param value in the unit of the criterion
     * @param past whether it stops the drill
     * @param by who read it
     */
    public record Reading(Instant at, double value, boolean past, String by) {}

    /**
     * A stop criterion.
     *
     * @param criterion its id in the plan
     * @param past whether the last reading stops the drill
     * @param readings by time
     */
    public record Measurement(String criterion, boolean past, List<Reading> readings) {

        /** Copies the list. */
        public Measurement {
            readings = List.copyOf(readings);
        }
    }

    /**
     * A success criterion.
     *
     * @param criterion its id in the plan
     * @param met what the last judgement says, or null where nobody judged
     * @param value what was measured for it, or null
     * @param at when it was judged, or null
     * @param by who did, or null
     * @param text why, or null
     */
    public record Judgement(
            String criterion,
            @Nullable Boolean met,
            @Nullable Double value,
            @Nullable Instant at,
            @Nullable String by,
            @Nullable String text) {}

    /**
     * Somebody who was there.
     *
     * @param person their name, as the plan or whoever marked it has it
     * @param at when they came
     * @param by who marked it
     */
    public record Attendance(String person, Instant at, String by) {}

    /** A remark, with the step that it is about, if any. */
    public record Note(
            UUID event,
            Instant at,
            String by,
            String text,
            @Nullable String step) {}

    /** A picture, by the number of its evidence, with the step that it is about, if any. */
    public record Photo(
            UUID event,
            Instant at,
            String by,
            long evidence,
            @Nullable String text,
            @Nullable String step) {}
}
