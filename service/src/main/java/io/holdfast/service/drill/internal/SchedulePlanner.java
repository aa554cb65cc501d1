package io.holdfast.service.drill.internal;

import io.holdfast.service.drill.DrillSchedule;
import io.holdfast.service.drill.HolidayCalendar;
import io.holdfast.service.drill.Reason;
import io.holdfast.service.drill.ScheduledDrill;
import io.holdfast.service.drill.UnplacedDrill;
import io.holdfast.service.register.OrganisationZone;
import io.holdfast.simulator.calendar.CalendarPlan;
import io.holdfast.simulator.calendar.CalendarSolver;
import io.holdfast.simulator.calendar.DrillPolicy;
import io.holdfast.simulator.calendar.Omission;
import io.holdfast.simulator.calendar.Placement;
import io.holdfast.simulator.calendar.SolveOptions;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Scenario;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the drill schedule of a year: the same model, calendar, cells, year and earlier schedule give the same one. */
public final class SchedulePlanner {

    /** Enough for some hundred drills; reasons of what has no day are looked for a second more. */
    private static final SolveOptions OPTIONS = new SolveOptions(1, 8, 1, Duration.ofMinutes(1));

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
     * The schedule of a year. Some seconds of work.
     *
     * @param modelDigest the digest of the model
     * @param cells what the newest run of each scenario says, by service; scenarios that were not run may be missing
     * @param previous the drills of an earlier schedule of the year, from which few should move; may be empty
     */
    public DrillSchedule plan(
            int year, String modelDigest, Map<String, List<Cell>> cells, List<ScheduledDrill> previous) {
        List<WantedDrill> wanted = wanted(year, cells);
        CalendarPlan plan = CalendarSolver.solve(YearProblem.of(year, calendar, wanted, previous), OPTIONS);
        Map<String, WantedDrill> byUid =
                wanted.stream().collect(Collectors.toMap(WantedDrill::uid, Function.identity()));
        List<ScheduledDrill> placed = new ArrayList<>();
        for (Placement placement : plan.placements()) {
            WantedDrill drill =
                    Objects.requireNonNull(byUid.get(placement.place().drill()));
            LocalDate date = placement.place().date();
            placed.add(drill.on(date, DayReasons.of(placement), flags(date, plan.reproducible())));
        }
        List<UnplacedDrill> unplaced = new ArrayList<>();
        for (Omission omission : plan.omissions()) {
            unplaced.add(Objects.requireNonNull(byUid.get(omission.drill())).unplaced(DayReasons.of(omission)));
        }
        placed.sort(Comparator.comparing(ScheduledDrill::date)
                .thenComparing(ScheduledDrill::start)
                .thenComparing(ScheduledDrill::uid));
        unplaced.sort(Comparator.comparing(UnplacedDrill::uid));
        return new DrillSchedule(year, zone(model), modelDigest, calendar.digest(year), placed, unplaced);
    }

    /** The flags of a day in a month that no imported calendar covers, and of one that another search might not find. */
    List<Reason> flags(LocalDate date, boolean reproducible) {
        List<Reason> flags = new ArrayList<>();
        YearMonth month = YearMonth.from(date);
        if (!calendar.isCovered(month)) {
            flags.add(Reason.of("month-not-covered", "month", month.toString()));
        }
        if (!reproducible) {
            flags.add(Reason.of("search-cut"));
        }
        return flags;
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
