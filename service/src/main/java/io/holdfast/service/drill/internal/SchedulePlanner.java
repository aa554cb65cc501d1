package io.holdfast.service.drill.internal;

import io.holdfast.service.drill.DrillSchedule;
import io.holdfast.service.drill.HolidayCalendar;
import io.holdfast.service.drill.ScheduledDrill;
import io.holdfast.service.drill.UnplacedDrill;
import io.holdfast.service.register.OrganisationZone;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Scenario;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the drill schedule of a year: the same model, calendar, cells and year give the same schedule. */
public final class SchedulePlanner {

    private final ContinuityModel model;
    private final HolidayCalendar calendar;
    private final DrillPolicy policy;
    private final Map<String, Scenario> scenarios;

    /** A planner over one model and one calendar. */
    public SchedulePlanner(ContinuityModel model, HolidayCalendar calendar, DrillPolicy policy) {
        this.model = model;
        this.calendar = calendar;
        this.policy = policy;
        scenarios = model.scenarios().stream()
                .collect(Collectors.toMap(each -> each.id().value(), Function.identity()));
    }

    /**
     * The schedule of a year.
     *
     * @param modelDigest the digest of the model
     * @param cells what the newest run of each scenario says, by service; scenarios that were not run may be missing
     */
    public DrillSchedule plan(int year, String modelDigest, Map<String, List<Cell>> cells) {
        Placement placement = new Placement(year, calendar);
        List<ScheduledDrill> placed = new ArrayList<>();
        List<UnplacedDrill> unplaced = new ArrayList<>();
        for (Placement.Outcome outcome : placement.place(wanted(year, cells))) {
            switch (outcome) {
                case Placement.Outcome.Placed done ->
                    placed.add(done.drill().on(done.date(), placement.flags(done.date())));
                case Placement.Outcome.Failed failed ->
                    unplaced.add(failed.drill().unplaced(failed.obstacle()));
            }
        }
        placed.sort(Comparator.comparing(ScheduledDrill::date)
                .thenComparing(ScheduledDrill::start)
                .thenComparing(ScheduledDrill::uid));
        unplaced.sort(Comparator.comparing(UnplacedDrill::uid));
        return new DrillSchedule(year, zone(model), modelDigest, calendar.digest(year), placed, unplaced);
    }

    private List<WantedDrill> wanted(int year, Map<String, List<Cell>> cells) {
        List<WantedDrill> wanted = new ArrayList<>();
        for (DrillSubject subject : DrillSubject.listOf(model)) {
            List<Cell> worst =
                    worstFirst(subject, cells.getOrDefault(subject.id().value(), List.of()));
            wanted.addAll(new ServiceDrills(subject, policy, year, scenarios, worst).list());
        }
        return wanted;
    }

    /** The scenarios that reach a service: those with a result, the worst first; then the others, the most frequent first. */
    private List<Cell> worstFirst(DrillSubject subject, List<Cell> known) {
        Map<String, Cell> byScenario = new HashMap<>();
        known.forEach(cell -> byScenario.put(cell.scenario(), cell));
        List<Cell> worst = new ArrayList<>(known.stream()
                .filter(cell -> cell.disrupted() > 0 && scenarios.containsKey(cell.scenario()))
                .sorted(Cell.WORST_FIRST)
                .toList());
        model.scenarios().stream()
                .filter(scenario -> !byScenario.containsKey(scenario.id().value()))
                .filter(subject::isReachedBy)
                .sorted(Comparator.comparingDouble(
                                (Scenario scenario) -> Objects.requireNonNullElse(scenario.frequencyPerYear(), 0.0))
                        .reversed())
                .forEach(scenario -> worst.add(Cell.notRun(scenario.id().value())));
        return worst;
    }

    /** The organisation's time zone. */
    public static ZoneId zone(ContinuityModel model) {
        String stated = model.timeZone();
        try {
            return OrganisationZone.of(stated);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "timeZone of the model is '" + stated + "', but it must be an IANA zone such as Asia/Taipei.", e);
        }
    }
}
