package io.holdfast.service.drill;

import io.holdfast.simulator.model.Drill;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A drill with its day.
 *
 * @param uid stable name: the same drill of a later schedule of the year has the same one
 * @param service what is drilled, by id: a service, the first of redundant devices, or the subject of a recurring drill
 * @param tier the importance that asked for it, 1 the most critical
 * @param types one or several types
 * @param date the day, in the organisation's time zone
 * @param start when it begins on that day
 * @param minutes how long it is planned to last
 * @param announced whether the participants know the date
 * @param practice the scenario that it practises, or null where none reaches the service
 * @param teams who takes part, by id; where an owner is no team, its name
 * @param why which rules asked for it and shaped it
 * @param flags what a person should look at
 * @param writtenDrill the drill of the model that has its steps, or null
 * @param sequence how often its day, start or length has changed since it was first scheduled
 * @param scope what it is about and what it takes
 * @param pin who has given it its day, or null where the search has
 * @param placedAt since when it has this day, start and length; null while it is not kept yet
 */
public record ScheduledDrill(
        String uid,
        String service,
        int tier,
        List<Drill.Type> types,
        LocalDate date,
        LocalTime start,
        int minutes,
        boolean announced,
        @Nullable Practice practice,
        List<String> teams,
        List<Reason> why,
        List<Reason> flags,
        @Nullable String writtenDrill,
        int sequence,
        DrillScope scope,
        @Nullable DrillPin pin,
        @Nullable Instant placedAt) {

    /** The order of schedules: by day, then start, then name. */
    public static final Comparator<ScheduledDrill> BY_TIME = Comparator.comparing(ScheduledDrill::date)
            .thenComparing(ScheduledDrill::start)
            .thenComparing(ScheduledDrill::uid);

    /** Copies the lists. */
    public ScheduledDrill {
        types = List.copyOf(types);
        teams = List.copyOf(teams);
        why = List.copyOf(why);
        flags = List.copyOf(flags);
    }

    /**
     * The scenario that a drill practises.
     *
     * @param scenario its id
     * @param run the run that the estimate is of, or null where there is none yet
     * @param p50Hours half of the disrupted trials are back by then; null without a run or where they never are
     * @param p95Hours 95 of 100 disrupted trials are back by then; null alike
     */
    public record Practice(
            String scenario,
            @Nullable Long run,
            @Nullable Double p50Hours,
            @Nullable Double p95Hours) {}

    /** The same drill as it is kept: with its count of changes, and since when it has its time. */
    public ScheduledDrill kept(int changes, Instant since) {
        return copy(date, start, why, pin, changes, since);
    }

    /** The same drill at a time that a person has given it. */
    public ScheduledDrill pinned(DrillPin by, Instant now) {
        boolean moved = !date.equals(by.date()) || !start.equals(by.start());
        List<Reason> reasons = Stream.concat(Stream.of(Reason.of("day-pinned", "by", by.by())), standing())
                .toList();
        Instant since = placedAt == null || moved ? now : placedAt;
        return copy(by.date(), by.start(), reasons, by, sequence + (moved ? 1 : 0), since);
    }

    /** The same drill on the same day, which the search may change from now on. */
    public ScheduledDrill unpinned() {
        List<Reason> reasons =
                Stream.concat(standing(), Stream.of(Reason.of("day-released"))).toList();
        return copy(date, start, reasons, null, sequence, placedAt);
    }

    /** The same drill as it is told to somebody: at another time or length, with other reasons and marks. */
    public ScheduledDrill told(
            LocalDate day,
            LocalTime begin,
            int length,
            List<Reason> reasons,
            List<Reason> marks,
            @Nullable DrillPin by) {
        return new ScheduledDrill(
                uid,
                service,
                tier,
                types,
                day,
                begin,
                length,
                announced,
                practice,
                teams,
                reasons,
                marks,
                writtenDrill,
                sequence,
                scope,
                by,
                placedAt);
    }

    /** The same drill at another time of which nothing else is told. */
    public ScheduledDrill at(LocalDate day, LocalTime begin) {
        return told(day, begin, minutes, why, flags, pin);
    }

    /** Whether a person or its plan has given it its day, so that the search could not choose one that keeps every rule. */
    public boolean isFixed() {
        return pin != null || why.stream().anyMatch(reason -> reason.code().equals("day-settled"));
    }

    /** The reasons without those of a day. */
    private Stream<Reason> standing() {
        return why.stream().filter(reason -> !reason.code().startsWith("day-"));
    }

    private ScheduledDrill copy(
            LocalDate day,
            LocalTime begin,
            List<Reason> reasons,
            @Nullable DrillPin by,
            int changes,
            @Nullable Instant since) {
        return new ScheduledDrill(
                uid,
                service,
                tier,
                types,
                day,
                begin,
                minutes,
                announced,
                practice,
                teams,
                reasons,
                flags,
                writtenDrill,
                changes,
                scope,
                by,
                since);
    }

    /** Whether it takes place at another time than the other. */
    public boolean movedSince(ScheduledDrill other) {
        return !date.equals(other.date) || !start.equals(other.start) || minutes != other.minutes;
    }
}
