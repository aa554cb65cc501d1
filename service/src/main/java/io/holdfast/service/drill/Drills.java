package io.holdfast.service.drill;

import io.holdfast.service.approval.Approvals;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.drill.internal.DrillTexts;
import io.holdfast.service.drill.internal.ModelNames;
import io.holdfast.service.drill.internal.Redundancy;
import io.holdfast.service.drill.internal.SchedulePlanner;
import io.holdfast.service.drill.internal.ShownYear;
import io.holdfast.service.drill.internal.TableMaker;
import io.holdfast.service.drill.store.CalendarStore;
import io.holdfast.service.drill.store.RulesStore;
import io.holdfast.service.drill.store.ScheduleStore;
import io.holdfast.service.evidence.Retention;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.access.Principal;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.register.Register;
import io.holdfast.service.simulation.Run;
import io.holdfast.service.simulation.RunKind;
import io.holdfast.service.simulation.RunStatus;
import io.holdfast.service.simulation.Simulations;
import io.holdfast.simulator.model.Drill;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The door of the room: the holiday calendar, and the drill schedules of years. For any number of threads. */
@Singleton
public class Drills {

    /** How often a year is planned while others go on changing what it is made of. */
    private static final int MOST_SEARCHES = 3;

    private final Register register;
    private final Simulations simulations;
    private final CalendarStore calendars;
    private final ScheduleStore schedules;
    private final Approvals approvals;
    private final Retention retention;
    private final Audit audit;
    private final RulesStore rules;
    private final YearBasis bases;

    Drills(
            Register register,
            Simulations simulations,
            CalendarStore calendars,
            ScheduleStore schedules,
            Approvals approvals,
            Retention retention,
            Audit audit,
            RulesStore rules,
            YearBasis bases) {
        this.rules = rules;
        this.bases = bases;
        this.retention = retention;
        this.approvals = approvals;
        this.audit = audit;
        this.register = register;
        this.simulations = simulations;
        this.calendars = calendars;
        this.schedules = schedules;
    }

    /** The calendar as imported; empty where nothing was. */
    @ReadOnly
    public HolidayCalendar getCalendar() {
        return calendars.load();
    }

    /** The calendar files imported, the newest first. */
    @ReadOnly
    public List<CalendarImport> listImports() {
        return calendars.listImports();
    }

    /** What importing a file would change. */
    @ReadOnly
    public CalendarChange previewCalendar(CalendarReading.Read file) {
        return CalendarChange.of(calendars.load(), file);
    }

    /** Imports a file as a whole; one that changes nothing leaves no trace. */
    @Transactional
    public CalendarChange importCalendar(String fileName, CalendarReading.Read file) {
        HolidayCalendar before = calendars.load();
        CalendarChange change = CalendarChange.of(before, file);
        if (!change.isNone()) {
            calendars.save(change, fileName, now());
            announce(before, calendars.load(), fileName);
            audit.record("calendar.import", "calendar", fileName, null, null);
        }
        return change;
    }

    /** An approved schedule is looked at again when the calendar says something else about its year. */
    private void announce(HolidayCalendar before, HolidayCalendar after, String fileName) {
        schedules.listYears().stream()
                .filter(year -> !before.digest(year).equals(after.digest(year)))
                .forEach(year ->
                        approvals.announce(ScheduleDrafts.TYPE, Integer.toString(year), "calendar-changed", fileName));
    }

    /** The drills that are written down, in file order, with the newest runs on them. A problem {@code no-model} without a model. */
    @ReadOnly
    public List<WrittenDrill> listWritten() {
        return register.requireModel().drills().stream()
                .map(drill -> new WrittenDrill(
                        drill,
                        findNewest(drill, null).orElse(null),
                        findNewest(drill, RunStatus.FINISHED).orElse(null)))
                .toList();
    }

    private Optional<Run> findNewest(Drill drill, @Nullable RunStatus status) {
        return simulations.findNewest(RunKind.DRILL, drill.id().value(), status);
    }

    /** The years that have a schedule. */
    @ReadOnly
    public List<Integer> listYears() {
        return schedules.listYears();
    }

    /** The schedule of a year, if it was planned. */
    @ReadOnly
    public Optional<StoredSchedule> findSchedule(int year) {
        return schedules.find(year);
    }

    /**
     * Plans a year from the current model, calendar, rules and results, and keeps it; what people have fixed stays, and few others
     * move from the schedule that there is. A drill that has another time than before counts one change more; where nothing differs
     * the schedule stays as it was. Some seconds, in which no transaction is open; where register, calendar, rules or schedule changed
     * in them, it is planned anew. A problem {@code no-model} where none is stored, {@code on-hold} where the schedule that there is
     * must be kept as it is, {@code changed-meanwhile} where it changed every time.
     */
    public StoredSchedule plan(int year) {
        for (int i = 0; i < MOST_SEARCHES; i++) {
            YearBasis.Basis basis = bases.read(year);
            DrillSchedule fresh = new SchedulePlanner(basis.inputs()).plan(bases::findWorth);
            Optional<StoredSchedule> kept = keep(fresh, basis);
            if (kept.isPresent()) {
                return kept.get();
            }
        }
        throw new ProblemException(
                HttpStatus.PRECONDITION_FAILED,
                "changed-meanwhile",
                "Register, calendar, rules or schedule changed while " + year + " was planned, " + MOST_SEARCHES
                        + " times in a row. Plan it again when nobody else is changing them.");
    }

    /** Keeps a schedule, unless it says what the one that there is says; nothing where it was made of what is no longer so. */
    @Transactional
    Optional<StoredSchedule> keep(DrillSchedule fresh, YearBasis.Basis basis) {
        int year = fresh.year();
        schedules.lock(year);
        if (!bases.isCurrent(basis)) {
            return Optional.empty();
        }
        Optional<StoredSchedule> before = basis.before();
        DrillSchedule planned =
                counted(fresh, before.map(each -> each.schedule().drills()).orElseGet(List::of), now());
        if (before.isPresent() && planned.saysTheSame(before.get().schedule())) {
            return before;
        }
        retention.requireFree("schedule", Integer.toString(year));
        StoredSchedule stored = new StoredSchedule(planned, now());
        schedules.save(stored);
        audit.record("schedule.plan", "schedule", Integer.toString(year), null, null);
        return Optional.of(stored);
    }

    /** The database keeps microseconds. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static DrillSchedule counted(DrillSchedule fresh, List<ScheduledDrill> before, Instant now) {
        Map<String, ScheduledDrill> known =
                before.stream().collect(Collectors.toMap(ScheduledDrill::uid, Function.identity()));
        return fresh.withDrills(fresh.drills().stream()
                .map(drill -> {
                    ScheduledDrill old = known.get(drill.uid());
                    if (old == null) {
                        return drill.kept(0, now);
                    }
                    boolean moved = drill.movedSince(old);
                    Instant since = old.placedAt() == null || moved ? now : old.placedAt();
                    return drill.kept(old.sequence() + (moved ? 1 : 0), since);
                })
                .toList());
    }

    /** Whether anybody knows what became of scheduled drills. */
    public boolean knowsStates() {
        return bases.knowsStates();
    }

    /**
     * The drills of a schedule as whoever acts may know them: on the days that their plans state, with what became of them (row D2);
     * without the day where it is sealed or, of an unannounced drill, they may not plan drills in the whole organisation (row D7).
     */
    public ShownYear show(DrillSchedule schedule) {
        Principal reader = Acting.current();
        boolean mayKnow = reader.kind() == Principal.Kind.SERVICE || reader.mayEverywhere(Permission.PLAN_DRILLS);
        return ShownYear.of(
                schedule,
                bases.findStates(
                        schedule.drills().stream().map(ScheduledDrill::uid).toList()),
                mayKnow);
    }

    /** What was drilled, in whatever year, as far as anybody knows. */
    public List<ScheduledStates.Held> listHeld() {
        return bases.listHeld();
    }

    /** Redundant devices by the rules that hold, with when they were drilled last (row D12). A problem {@code no-model} without a model. */
    @ReadOnly
    public List<RedundantDevices> listRedundant() {
        DrillRules decided = rules.load().rules();
        return Redundancy.listOf(
                register.requireModel(),
                decided.redundantKinds(),
                decided.redundantEveryMonths(),
                bases.listHeld(),
                decided.policy().lowestTier());
    }

    /**
     * The drills of a year as a table in a language, as whoever acts may know them. Problems {@code unknown-language}, {@code no-schedule} where the year is not planned,
     * {@code no-model} without a model.
     */
    @ReadOnly
    public YearTable getTable(int year, String language) {
        DrillTexts texts = DrillTexts.find(language)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.BAD_REQUEST,
                        "unknown-language",
                        "language is '" + language + "', but it must be one of "
                                + String.join(", ", DrillTexts.LANGUAGES) + "."));
        DrillSchedule schedule = schedules
                .find(year)
                .map(StoredSchedule::schedule)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "no-schedule",
                        "No drills are planned for " + year + " yet. POST {\"year\": " + year
                                + "} to /api/drills/schedules plans them."));
        ModelNames names = ModelNames.of(register.requireModel(), rules.load().rules());
        return new TableMaker(texts, names).of(show(schedule));
    }
}
