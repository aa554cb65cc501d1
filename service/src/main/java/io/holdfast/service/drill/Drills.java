package io.holdfast.service.drill;

import io.holdfast.service.approval.Approvals;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.drill.internal.NewestCells;
import io.holdfast.service.drill.internal.SchedulePlanner;
import io.holdfast.service.drill.store.CalendarStore;
import io.holdfast.service.drill.store.ScheduleStore;
import io.holdfast.service.evidence.Retention;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterState;
import io.holdfast.service.simulation.Run;
import io.holdfast.service.simulation.RunKind;
import io.holdfast.service.simulation.RunStatus;
import io.holdfast.service.simulation.Simulations;
import io.holdfast.simulator.calendar.DrillPolicy;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Scenario;
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

    Drills(
            Register register,
            Simulations simulations,
            CalendarStore calendars,
            ScheduleStore schedules,
            Approvals approvals,
            Retention retention,
            Audit audit) {
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
     * What a schedule is made of.
     *
     * @param state the register
     * @param calendar the holiday calendar
     * @param cells what the newest runs say
     * @param before the schedule that there is, if there is one
     */
    record Basis(RegisterState state, HolidayCalendar calendar, NewestCells cells, Optional<StoredSchedule> before) {}

    /**
     * Plans a year from the current model, calendar and results, and keeps it; few drills move from the schedule that
     * there is. A drill that has another time than before counts one change more; where nothing differs the schedule stays
     * as it was. Some seconds, in which no transaction is open; where register, calendar or schedule changed in them, it is planned
     * anew. A problem {@code no-model} where none is stored, {@code on-hold} where the schedule that there is must be kept as it is,
     * {@code changed-meanwhile} where it changed every time.
     */
    public StoredSchedule plan(int year) {
        for (int i = 0; i < MOST_SEARCHES; i++) {
            Basis basis = basis(year);
            List<ScheduledDrill> previous =
                    basis.before().map(each -> each.schedule().drills()).orElseGet(List::of);
            DrillSchedule fresh = new SchedulePlanner(basis.state().model(), basis.calendar(), DrillPolicy.STANDARD)
                    .plan(year, basis.state().digest(), basis.cells().byElement(), previous);
            Optional<StoredSchedule> kept = keep(fresh, basis);
            if (kept.isPresent()) {
                return kept.get();
            }
        }
        throw new ProblemException(
                HttpStatus.PRECONDITION_FAILED,
                "changed-meanwhile",
                "Register, calendar or schedule changed while " + year + " was planned, " + MOST_SEARCHES
                        + " times in a row. Plan it again when nobody else is changing them.");
    }

    /** Reads what a schedule of a year is made of. */
    @ReadOnly
    Basis basis(int year) {
        RegisterState state = register.requireState();
        return new Basis(state, calendars.load(), cells(state.model(), state.digest()), schedules.find(year));
    }

    /** Keeps a schedule, unless it says what the one that there is says; nothing where it was made of what is no longer so. */
    @Transactional
    Optional<StoredSchedule> keep(DrillSchedule fresh, Basis basis) {
        int year = fresh.year();
        schedules.lock(year);
        Optional<StoredSchedule> before = schedules.find(year);
        if (!before.equals(basis.before())
                || !register.requireState().digest().equals(basis.state().digest())
                || !calendars.load().digest(year).equals(basis.calendar().digest(year))) {
            return Optional.empty();
        }
        DrillSchedule planned =
                before.map(each -> counted(fresh, each.schedule())).orElse(fresh);
        if (before.isPresent() && before.get().schedule().equals(planned)) {
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

    /** What the newest finished run of each scenario says, of runs on this very model. */
    private NewestCells cells(ContinuityModel model, String digest) {
        NewestCells cells = new NewestCells();
        for (Scenario scenario : model.scenarios()) {
            Optional<Run> newest = simulations
                    .findNewest(scenario.id().value(), RunStatus.FINISHED)
                    .filter(run -> run.modelDigest().equals(digest));
            newest.ifPresent(run -> simulations
                    .findReading(run.id())
                    .ifPresent(result -> cells.add(scenario.id().value(), run.id(), result)));
        }
        return cells;
    }

    private static DrillSchedule counted(DrillSchedule fresh, DrillSchedule before) {
        Map<String, ScheduledDrill> known =
                before.drills().stream().collect(Collectors.toMap(ScheduledDrill::uid, Function.identity()));
        List<ScheduledDrill> drills = fresh.drills().stream()
                .map(drill -> {
                    ScheduledDrill old = known.get(drill.uid());
                    return old == null ? drill : drill.withSequence(old.sequence() + (drill.movedSince(old) ? 1 : 0));
                })
                .toList();
        return new DrillSchedule(
                fresh.year(), fresh.zone(), fresh.modelDigest(), fresh.calendarDigest(), drills, fresh.unplaced());
    }
}
