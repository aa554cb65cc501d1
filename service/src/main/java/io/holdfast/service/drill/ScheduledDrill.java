package io.holdfast.service.drill;

import io.holdfast.simulator.model.Drill;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drill with its day.
 *
 * @param uid stable name: the same drill of a later schedule of the year has the same one
 * @param service what is drilled, by id
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
        int sequence) {

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

    /** The same drill with another count of changes. */
    public ScheduledDrill withSequence(int changes) {
        return new ScheduledDrill(
                uid,
                service,
                tier,
                types,
                date,
                start,
                minutes,
                announced,
                practice,
                teams,
                why,
                flags,
                writtenDrill,
                changes);
    }

    /** Whether it takes place at another time than the other. */
    public boolean movedSince(ScheduledDrill other) {
        return !date.equals(other.date) || !start.equals(other.start) || minutes != other.minutes;
    }
}
