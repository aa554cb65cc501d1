package io.holdfast.service.drill.internal;

import io.holdfast.service.drill.DrillPin;
import io.holdfast.service.drill.DrillRules;
import io.holdfast.service.drill.HolidayCalendar;
import io.holdfast.service.drill.Retest;
import io.holdfast.service.drill.ScheduledDrill;
import io.holdfast.service.drill.ScheduledStates.Held;
import io.holdfast.simulator.calendar.DrillPolicy;
import io.holdfast.simulator.model.ContinuityModel;
import java.util.List;
import java.util.Map;

/**
 * What the schedule of a year is made of.
 *
 * @param year the year
 * @param model the model
 * @param digest the digest of the model
 * @param calendar the holiday calendar
 * @param rules what the organisation has decided
 * @param cells what the newest run of each scenario says, by service; scenarios that were not run may be missing
 * @param previous the drills of an earlier schedule of the year, from which few should move; may be empty
 * @param pins what people have fixed
 * @param held what was drilled, in whatever year
 * @param retests what must be tested again
 */
public record YearInputs(
        int year,
        ContinuityModel model,
        String digest,
        HolidayCalendar calendar,
        DrillRules rules,
        Map<String, List<Cell>> cells,
        List<ScheduledDrill> previous,
        List<DrillPin> pins,
        List<Held> held,
        List<Retest> retests) {

    /** Copies the lists. */
    public YearInputs {
        previous = List.copyOf(previous);
        pins = List.copyOf(pins);
        held = List.copyOf(held);
        retests = List.copyOf(retests);
    }

    /** A year by a policy alone, of which nothing else is known. */
    public static YearInputs of(int year, ContinuityModel model, HolidayCalendar calendar, DrillPolicy policy) {
        return new YearInputs(
                year,
                model,
                "digest",
                calendar,
                DrillRules.of(policy),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
