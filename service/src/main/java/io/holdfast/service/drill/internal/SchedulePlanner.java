package io.holdfast.service.drill.internal;

import io.holdfast.service.drill.DrillPin;
import io.holdfast.service.drill.DrillSchedule;
import io.holdfast.service.drill.HolidayCalendar;
import io.holdfast.service.drill.LearningWorth;
import io.holdfast.service.drill.Reason;
import io.holdfast.service.drill.Retest;
import io.holdfast.service.drill.ScheduledDrill;
import io.holdfast.service.drill.UnplacedDrill;
import io.holdfast.service.register.OrganisationZone;
import io.holdfast.simulator.calendar.CalendarCheck;
import io.holdfast.simulator.calendar.CalendarPlan;
import io.holdfast.simulator.calendar.CalendarProblem;
import io.holdfast.simulator.calendar.CalendarSolver;
import io.holdfast.simulator.calendar.DrillPlace;
import io.holdfast.simulator.calendar.Omission;
import io.holdfast.simulator.calendar.PinConflict;
import io.holdfast.simulator.calendar.Placement;
import io.holdfast.simulator.calendar.SolveOptions;
import io.holdfast.simulator.calendar.UnmetDuty;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the drill schedule of a year: the same model, calendar, cells, year and earlier schedule give the same one. */
public final class SchedulePlanner {

    /** Enough for some hundred drills; reasons of what has no day are looked for a second more. */
    private static final SolveOptions OPTIONS = new SolveOptions(1, 8, 1, Duration.ofMinutes(1));

    private final YearInputs inputs;
    private final ContinuityModel model;
    private final HolidayCalendar calendar;
    private final Map<String, Scenario> scenarios;

    /** A planner of one year. */
    public SchedulePlanner(YearInputs inputs) {
        this.inputs = inputs;
        model = inputs.model();
        calendar = inputs.calendar();
        scenarios = model.scenarios().stream()
                .collect(Collectors.toMap(each -> each.id().value(), Function.identity()));
    }

    /** What drills are worth, asked once with all that might take place. */
    public interface Worths extends Function<List<LearningWorth.Asked>, Map<String, LearningWorth.Worth>> {
        /** Nothing is known. */
        Worths NONE = asked -> Map.of();
    }

    /** The schedule of the year. Some seconds of work. */
    public DrillSchedule plan(Worths worths) {
        return plan(worths, OPTIONS);
    }

    /** The schedule of the year as found with some effort. */
    public DrillSchedule plan(Worths worths, SolveOptions options) {
        List<WantedDrill> wanted = wanted(worths);
        CalendarPlan plan = CalendarSolver.solve(YearProblem.of(inputs, wanted), options);
        Map<String, WantedDrill> byUid =
                wanted.stream().collect(Collectors.toMap(WantedDrill::uid, Function.identity()));
        Map<String, DrillPin> pins = inputs.pins().stream()
                .filter(pin -> pin.date().getYear() == inputs.year())
                .collect(Collectors.toMap(DrillPin::uid, Function.identity()));
        Map<String, PinConflict> conflicts = plan.pinConflicts().stream()
                .collect(Collectors.toMap(each -> each.place().drill(), Function.identity()));
        List<ScheduledDrill> placed = new ArrayList<>();
        for (Placement placement : plan.placements()) {
            String uid = placement.place().drill();
            WantedDrill drill = Objects.requireNonNull(byUid.get(uid));
            LocalDate date = placement.place().date();
            DrillPin pin = placement.pinned() ? pins.get(uid) : null;
            List<Reason> flags = new ArrayList<>(flags(date, plan.reproducible()));
            Optional.ofNullable(conflicts.get(uid))
                    .ifPresent(conflict -> conflict.rules().forEach(rule -> flags.add(DayReasons.pinAgainst(rule))));
            boolean settled = pin != null && pin.by().isEmpty(); // by its plan, not by a person
            List<Reason> why = pin == null
                    ? DayReasons.of(placement)
                    : List.of(settled ? Reason.of("day-settled") : Reason.of("day-pinned", "by", pin.by()));
            placed.add(drill.on(date, why, flags, settled ? null : pin));
        }
        placed.sort(ScheduledDrill.BY_TIME);
        return new DrillSchedule(
                inputs.year(),
                zone(model),
                inputs.digest(),
                calendar.digest(inputs.year()),
                placed,
                unplaced(plan, byUid),
                plan.levels());
    }

    private List<UnplacedDrill> unplaced(CalendarPlan plan, Map<String, WantedDrill> byUid) {
        List<UnplacedDrill> unplaced = new ArrayList<>();
        for (Omission omission : plan.omissions()) {
            if (omission.mandatory()) {
                unplaced.add(Objects.requireNonNull(byUid.get(omission.drill())).unplaced(DayReasons.of(omission)));
            }
        }
        Map<String, Retest> retests =
                inputs.retests().stream().collect(Collectors.toMap(Retest::id, Function.identity()));
        for (UnmetDuty unmet : plan.unmetDuties()) {
            Retest retest = Objects.requireNonNull(retests.get(unmet.duty()));
            unplaced.add(new UnplacedDrill(
                    inputs.year() + "." + retest.id(),
                    retest.service(),
                    retest.tier(),
                    List.of(),
                    List.of(
                            retest.why(),
                            Reason.of("retest-unmet", "date", retest.by().toString()))));
        }
        unplaced.sort(Comparator.comparing(UnplacedDrill::uid));
        return unplaced;
    }

    /**
     * Which rules a drill of a schedule would break elsewhere, while everything else stays. Some milliseconds.
     *
     * @param drills the schedule as it is
     * @param wanted the drill and where it would lie
     * @return empty where it may lie there; nothing at all where the year no longer asks for such a drill
     */
    public Optional<List<Reason>> check(List<ScheduledDrill> drills, DrillPin wanted) {
        List<DrillPin> pins = new ArrayList<>(inputs.pins());
        pins.removeIf(pin -> pin.uid().equals(wanted.uid()));
        pins.add(wanted);
        List<WantedDrill> all = YearProblem.startingAsPinned(asked(), pins);
        Set<String> known = all.stream().map(WantedDrill::uid).collect(Collectors.toSet());
        if (!known.contains(wanted.uid())) {
            return Optional.empty();
        }
        CalendarProblem problem = YearProblem.of(inputs, all);
        List<DrillPlace> places = drills.stream()
                .filter(drill -> known.contains(drill.uid()))
                .map(drill -> new DrillPlace(drill.uid(), 1, drill.date(), drill.start()))
                .toList();
        DrillPlace place = new DrillPlace(wanted.uid(), 1, wanted.date(), wanted.start());
        return Optional.of(CalendarCheck.broken(problem, places, place).stream()
                .map(DayReasons::broken)
                .distinct()
                .toList());
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

    private List<WantedDrill> wanted(Worths worths) {
        List<WantedDrill> asked = asked();
        List<WantedDrill> extras = inputs.rules().extraDrills() == 0 ? List.of() : extras(asked);
        Map<String, LearningWorth.Worth> known = worths.apply(Stream.concat(asked.stream(), extras.stream())
                .map(WantedDrill::asked)
                .toList());
        List<WantedDrill> wanted = new ArrayList<>();
        asked.forEach(drill -> wanted.add(drill.worth(known.get(drill.uid()))));
        extras.stream()
                .filter(drill -> known.containsKey(drill.uid()))
                .map(drill -> drill.worth(known.get(drill.uid())))
                .filter(drill -> points(drill) >= LEAST_POINTS)
                .sorted(Comparator.comparingDouble(SchedulePlanner::perHour)
                        .reversed()
                        .thenComparing(WantedDrill::uid))
                .limit(inputs.rules().extraDrills())
                .forEach(wanted::add);
        return YearProblem.startingAsPinned(wanted, inputs.pins());
    }

    /** The calendar counts thousandths. */
    private static final double LEAST_POINTS = 0.001;

    private static double points(WantedDrill drill) {
        LearningWorth.Worth worth = drill.scope().worth();
        return worth == null ? 0 : worth.points();
    }

    private static double perHour(WantedDrill drill) {
        return points(drill) / Math.max(1, drill.scope().peopleHours());
    }

    /** What somebody asks for: tiers, rules and retests; and what is there already although nobody does. */
    private List<WantedDrill> asked() {
        List<WantedDrill> wanted = new ArrayList<>();
        for (DrillSubject subject : DrillSubject.listOf(model)) {
            ServiceDrills drills = drills(subject);
            wanted.addAll(drills.list());
            inputs.retests().stream()
                    .filter(retest -> retest.service().equals(subject.id().value()))
                    .findFirst()
                    .ifPresent(retest -> wanted.add(drills.retest(retest, retest.from(), retest.by())));
        }
        wanted.addAll(new OtherDrills(inputs).list());
        return wanted;
    }

    private List<WantedDrill> extras(List<WantedDrill> asked) {
        List<WantedDrill> extras = new ArrayList<>();
        for (DrillSubject subject : DrillSubject.listOf(model)) {
            List<WantedDrill> own = asked.stream()
                    .filter(drill -> drill.service().equals(subject.id().value()))
                    .toList();
            extras.addAll(drills(subject).extras(own));
        }
        return extras;
    }

    private ServiceDrills drills(DrillSubject subject) {
        List<Cell> worst =
                worstFirst(subject, inputs.cells().getOrDefault(subject.id().value(), List.of()));
        return new ServiceDrills(subject, inputs, scenarios, worst);
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
