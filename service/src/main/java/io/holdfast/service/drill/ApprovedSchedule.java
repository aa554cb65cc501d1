package io.holdfast.service.drill;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a year's schedule that is approved, in one language: what is drilled when and by whom (row D1). Estimates and the
 * reasons for a day are not part of it, so that a new run does not make it another schedule; nor is the day of an unannounced drill,
 * of which the month is approved, so that nobody learns it from a version, a difference or a hash (row D7).
 *
 * @param year the year
 * @param timeZone the zone of days and times
 * @param drills by day, unannounced ones by month
 * @param unplaced what found no day
 */
public record ApprovedSchedule(int year, String timeZone, List<Entry> drills, List<Unplaced> unplaced) {

    /** Copies the lists. */
    public ApprovedSchedule {
        drills = List.copyOf(drills);
        unplaced = List.copyOf(unplaced);
    }

    /** A thing with its name. */
    public record Named(String id, String name) {}

    /** The days within which a day lies that is not told, as 2026-03-01. */
    public record Window(String from, String to) {}

    /**
     * A drill; {@code name} is the service with the types, {@code date} as 2026-03-05, {@code start} as 02:00. Of an unannounced one
     * these two are null, and there is a window.
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Entry(
            String uid,
            String name,
            Named service,
            int tier,
            List<String> types,
            @Nullable String date,
            @Nullable String start,
            @Nullable Window window,
            int minutes,
            boolean announced,
            @Nullable Named scenario,
            List<Named> teams,
            @Nullable Named written) {}

    /** A drill without a day, and why. */
    public record Unplaced(String uid, String name, Named service, List<String> types, List<String> why) {}
}
