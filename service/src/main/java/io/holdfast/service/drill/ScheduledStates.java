package io.holdfast.service.drill;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of drills after they were scheduled (row D2). A later room that knows it has a bean of this; where there is
 * none, nothing is known. Is called within a read-only transaction; for any number of threads.
 */
public interface ScheduledStates {

    /**
     * Where drills stand.
     *
     * @param uids stable names of scheduled drills
     * @return by uid; a drill that nobody has planned in detail is missing
     */
    Map<String, State> findStates(Collection<String> uids);

    /**
     * Every drill that was held to its end, in whatever year, scheduled or not: one for each thing that was drilled. A
     * drill that was stopped, rolled back or cancelled is none.
     */
    List<Held> listHeld();

    /** Where a drill stands. The stages follow each other but for the last, which may follow each but {@code HELD}. */
    enum Stage {
        /** There is a plan that is not approved. */
        PLANNED,
        /** Its plan is approved. */
        APPROVED,
        /** It has begun and not ended. */
        RUNNING,
        /** It was held to its end. */
        HELD,
        /** It was stopped or rolled back: it has begun, but does not count as held. */
        STOPPED,
        /** It will not be held; its place in the year is no longer due. */
        CANCELLED;

        /**
         * Whether people can give a drill of this stage no other day in the schedule.
         *
         * @param on the day that its plan states, or null
         */
        public boolean settles(@Nullable LocalDate on) {
            return switch (this) {
                case PLANNED -> on != null;
                case APPROVED, RUNNING, HELD, STOPPED -> true;
                case CANCELLED -> false;
            };
        }
    }

    /**
     * Where a drill stands.
     *
     * @param plan the id of its plan, for a link
     * @param stage how far it is
     * @param announced whether its plan says that the participants know the day
     * @param on the day that its plan states or, once it has begun, on which it began, in the organisation's time zone; null
     *     where the day is sealed or none is stated yet. It goes before the day of the schedule, and all may know it
     * @param start when it begins on that day, or began; null where on is
     * @param minutes how long its plan says that it lasts; 0 where it does not say
     * @param window the days within which a sealed day lies; not null only while the day must not be shown. The schedule, its
     *     lists and its feeds then show the window and no day
     * @param changes how often its plans were changed, those that were called off too; never goes down
     * @param changedAt when that was last
     */
    record State(
            long plan,
            Stage stage,
            boolean announced,
            @Nullable LocalDate on,
            @Nullable LocalTime start,
            int minutes,
            @Nullable Window window,
            int changes,
            Instant changedAt) {}

    /**
     * A span of days, both ends in it.
     *
     * @param from its first day
     * @param to its last day
     */
    record Window(LocalDate from, LocalDate to) {
        /** Throws {@link IllegalArgumentException} where it ends before it begins. */
        public Window {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException(
                        "A window of days ends on " + to + ", before it begins on " + from + ".");
            }
        }
    }

    /**
     * Something that was drilled.
     *
     * @param element the id of the service, asset or other element in the drill's scope
     * @param types as what, in the words of {@link DrillWords}
     * @param on the day on which it ended, in the organisation's time zone
     * @param uid the scheduled drill that it was, or null where it was not in a schedule
     */
    record Held(
            String element,
            List<String> types,
            LocalDate on,
            @Nullable String uid) {
        /** Copies the list. */
        public Held {
            types = List.copyOf(types);
        }
    }
}
