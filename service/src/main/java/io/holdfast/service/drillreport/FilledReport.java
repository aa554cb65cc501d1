package io.holdfast.service.drillreport;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What fills itself: planned, predicted and actual, side by side. Durations in minutes, recovery times and ages of data in hours.
 *
 * @param startedAt when the drill began, or null
 * @param endedAt when it was over, or null
 * @param endedHow {@code completed}, {@code stopped} or {@code rolled-back}, or null
 * @param duration how long all of it took
 * @param steps what was done, in the plan's order
 * @param elements what was brought back
 * @param criteria by what it is judged
 * @param notifications who was told, when
 * @param injects what participants were told, and what they did
 * @param people who took part
 * @param holds when it did not go on
 * @param plays possible days that were played for it, of a desktop exercise; none in a report that was frozen before they were kept
 * @param deviations what went otherwise than planned
 * @param proposed the result that follows from all that
 * @param reasons why
 * @param result the result that holds: what people say, else what is proposed
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FilledReport(
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String endedHow,
        Figure duration,
        List<StepLine> steps,
        List<ElementLine> elements,
        List<CriterionLine> criteria,
        List<NotificationLine> notifications,
        List<InjectLine> injects,
        List<PersonLine> people,
        List<HoldLine> holds,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<PlayLine> plays,
        List<Remark> deviations,
        Result proposed,
        List<Remark> reasons,
        Result result) {

    /** Copies the lists. */
    public FilledReport {
        steps = List.copyOf(steps);
        elements = List.copyOf(elements);
        criteria = List.copyOf(criteria);
        notifications = List.copyOf(notifications);
        injects = List.copyOf(injects);
        people = List.copyOf(people);
        holds = List.copyOf(holds);
        plays = List.copyOf(plays);
        deviations = List.copyOf(deviations);
        reasons = List.copyOf(reasons);
    }

    /** Where an actual figure lies. */
    public enum Place {
        /** There is no band, or nothing was measured. */
        @JsonProperty("unknown")
        UNKNOWN,
        /** Below the band: faster or younger than nine in ten expected. */
        @JsonProperty("below")
        BELOW,
        /** Within the 80 % band. */
        @JsonProperty("inside")
        INSIDE,
        /** Above the band. */
        @JsonProperty("above")
        ABOVE;

        /** The word in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A figure as it was planned or aimed at, predicted and measured, all in one unit.
     *
     * @param target what is planned or aimed at, or null
     * @param p10 the lower end of the predicted 80 % band, or null
     * @param p50 the predicted median, or null
     * @param p90 the upper end of the band, or null where it has none or is not known
     * @param actual what was measured, or null
     * @param place where the actual lies
     * @param met whether the actual is within the target; null where one is missing
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Figure(
            @Nullable Double target,
            @Nullable Double p10,
            @Nullable Double p50,
            @Nullable Double p90,
            @Nullable Double actual,
            Place place,
            @Nullable Boolean met) {}

    /**
     * A step.
     *
     * @param result {@code waiting}, {@code running}, {@code done}, {@code failed} or {@code skipped}
     * @param actualMinutes how long it took; null where its start or end was not marked
     * @param problems whether somebody marked one
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record StepLine(
            String id,
            String title,
            String role,
            @Nullable String element,
            @Nullable String method,
            @Nullable Integer plannedMinutes,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Double actualMinutes,
            String result,
            boolean problems) {}

    /**
     * An element that was brought back.
     *
     * @param element its id
     * @param recovery RTO, predicted and actual recovery time (RTA), in hours
     * @param dataAge RPO, predicted and actual age of data (RPA), in hours
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ElementLine(String element, Figure recovery, Figure dataAge) {}

    /**
     * A criterion.
     *
     * @param kind what it is measured by
     * @param element whom it is about, or null
     * @param targetHours the time that it sets, or null
     * @param chance the chance to meet it that was predicted, from 0 to 1, or null
     * @param measured what was measured, in hours where it is a time, or null
     * @param met whether it was met; null where nobody knows
     * @param judged whether a person said so; else it follows from the times
     * @param text what that person said, or null
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record CriterionLine(
            String id,
            String title,
            String kind,
            @Nullable String element,
            @Nullable Double targetHours,
            @Nullable Double chance,
            @Nullable Double measured,
            @Nullable Boolean met,
            boolean judged,
            @Nullable String text) {}

    /** A notification that was acted out: within how many minutes, and after how many it was. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record NotificationLine(
            String id,
            String to,
            String channel,
            @Nullable Integer withinMinutes,
            @Nullable Double minutes,
            @Nullable Boolean inTime) {}

    /** An inject: planned for minute {@code plannedMinutes}, delivered and answered after so many. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record InjectLine(
            String id,
            String title,
            String expected,
            int plannedMinutes,
            @Nullable Double deliveredMinutes,
            @Nullable Double answeredMinutes,
            @Nullable String answer) {}

    /**
     * Somebody who took part, or should have.
     *
     * @param role leader, controller, evaluator, participant or observer; null of who was not planned
     * @param signedAt when they came, or null
     * @param present whether they were there
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record PersonLine(
            String person,
            String team,
            @Nullable String role,
            @Nullable Instant signedAt,
            boolean present,
            String assessment,
            String note) {}

    /** A time in which it did not go on: stopped or rolled back, for so many minutes. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record HoldLine(
            String kind,
            Instant from,
            @Nullable Double minutes,
            @Nullable String text) {}

    /**
     * A possible day that was played to its end.
     *
     * @param endedAt when it was ended
     * @param by who ended it
     * @param day how lucky it was: {@code lucky}, {@code median}, {@code unlucky} or {@code very-unlucky}; null of one by its number
     * @param decisions how many decisions people made
     * @param elements what came of each element that the drill is about; none where nobody could say any more
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record PlayLine(
            Instant endedAt, String by, @Nullable String day, int decisions, List<PlayedLine> elements) {

        /** Copies the list. */
        public PlayLine {
            elements = List.copyOf(elements);
        }
    }

    /**
     * What came of an element in a play: hours until it was back for good, null where it was not by the end of the scenario.
     *
     * @param rtoHours its target in the model that was played, or null
     * @param played as people decided
     * @param plain the same day without decisions
     * @param lucky a lucky day (one in ten is luckier) without decisions
     * @param unlucky an unlucky day (one in ten is worse) without decisions
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record PlayedLine(
            String element,
            @Nullable Double rtoHours,
            @Nullable Double played,
            @Nullable Double plain,
            @Nullable Double lucky,
            @Nullable Double unlucky) {}

    /**
     * Something that is to be said, by its code; {@code internal.ReportWords} has its sentences.
     *
     * @param code what kind of thing
     * @param about whom: the title of a step, the text of a criterion, the id of an element; empty for the whole
     * @param first a figure, or null
     * @param second another one, or null
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Remark(
            String code,
            String about,
            @Nullable Double first,
            @Nullable Double second) {

        /** A remark without figures. */
        public static Remark of(String code, String about) {
            return new Remark(code, about, null, null);
        }

        /** How the code ends a key, such as {@code step-late}. */
        public String word() {
            return code.toLowerCase(Locale.ROOT);
        }
    }
}
