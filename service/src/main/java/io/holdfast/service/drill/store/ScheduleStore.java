package io.holdfast.service.drill.store;

import static io.holdfast.service.jooq.Tables.DRILL_PIN;
import static io.holdfast.service.jooq.Tables.DRILL_SCHEDULE;
import static io.holdfast.service.jooq.Tables.SCHEDULED_DRILL;
import static io.holdfast.service.jooq.Tables.SCHEDULED_DRILL_TEAM;
import static io.holdfast.service.jooq.Tables.UNPLACED_DRILL;

import io.holdfast.service.drill.DrillKind;
import io.holdfast.service.drill.DrillPin;
import io.holdfast.service.drill.DrillSchedule;
import io.holdfast.service.drill.DrillScope;
import io.holdfast.service.drill.DrillWords;
import io.holdfast.service.drill.ScheduledDrill;
import io.holdfast.service.drill.ScheduledDrill.Practice;
import io.holdfast.service.drill.StoredSchedule;
import io.holdfast.service.drill.UnplacedDrill;
import io.holdfast.service.jooq.tables.records.DrillPinRecord;
import io.holdfast.service.jooq.tables.records.DrillScheduleRecord;
import io.holdfast.service.jooq.tables.records.ScheduledDrillRecord;
import io.holdfast.service.jooq.tables.records.UnplacedDrillRecord;
import io.holdfast.simulator.model.Drill;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Loads and saves schedules, each as a whole; the caller brings the transaction. For any number of threads. */
@Singleton
public class ScheduleStore {

    /** The first of the locks of years; others of the service have other numbers. */
    private static final long PLANNING = 0x484f_4c44_0001_0000L;

    private final DSLContext jooq;

    ScheduleStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** The years that have a schedule, ascending. */
    public List<Integer> listYears() {
        return jooq.select(DRILL_SCHEDULE.YEAR)
                .from(DRILL_SCHEDULE)
                .orderBy(DRILL_SCHEDULE.YEAR)
                .fetchInto(Integer.class);
    }

    /** The schedule of a year, if there is one. */
    public Optional<StoredSchedule> find(int year) {
        return jooq.selectFrom(DRILL_SCHEDULE)
                .where(DRILL_SCHEDULE.YEAR.eq(year))
                .fetchOptional(this::load);
    }

    private StoredSchedule load(DrillScheduleRecord row) {
        Map<String, List<String>> teams = jooq.select(SCHEDULED_DRILL_TEAM.UID, SCHEDULED_DRILL_TEAM.TEAM)
                .from(SCHEDULED_DRILL_TEAM)
                .join(SCHEDULED_DRILL)
                .on(SCHEDULED_DRILL.UID.eq(SCHEDULED_DRILL_TEAM.UID))
                .where(SCHEDULED_DRILL.YEAR.eq(row.getYear()))
                .fetchGroups(SCHEDULED_DRILL_TEAM.UID, SCHEDULED_DRILL_TEAM.TEAM);
        Map<String, DrillPin> pins =
                listPins(row.getYear()).stream().collect(Collectors.toMap(DrillPin::uid, Function.identity()));
        List<ScheduledDrill> drills = jooq.selectFrom(SCHEDULED_DRILL)
                .where(SCHEDULED_DRILL.YEAR.eq(row.getYear()))
                .orderBy(SCHEDULED_DRILL.DATE, SCHEDULED_DRILL.START_TIME, SCHEDULED_DRILL.UID.collate("C"))
                .fetch(drill -> drill(drill, teams.getOrDefault(drill.getUid(), List.of()), holding(pins, drill)));
        List<UnplacedDrill> unplaced = jooq.selectFrom(UNPLACED_DRILL)
                .where(UNPLACED_DRILL.YEAR.eq(row.getYear()))
                .orderBy(UNPLACED_DRILL.UID.collate("C"))
                .fetch(ScheduleStore::unplaced);
        return new StoredSchedule(
                new DrillSchedule(
                        row.getYear(),
                        ZoneId.of(row.getZone()),
                        row.getModelDigest(),
                        row.getCalendarDigest(),
                        drills,
                        unplaced,
                        Kept.levels(row.getLevels())),
                row.getMadeAt().toInstant());
    }

    /** The pin of a drill that lies where it says; its plan may have given it another day since. */
    private static @Nullable DrillPin holding(Map<String, DrillPin> pins, ScheduledDrillRecord row) {
        DrillPin pin = pins.get(row.getUid());
        return pin != null && pin.date().equals(row.getDate()) && pin.start().equals(row.getStartTime()) ? pin : null;
    }

    private static ScheduledDrill drill(ScheduledDrillRecord row, List<String> teams, @Nullable DrillPin pin) {
        String scenario = row.getScenario();
        return new ScheduledDrill(
                row.getUid(),
                row.getService(),
                row.getTier(),
                types(row.getTypes()),
                row.getDate(),
                row.getStartTime(),
                row.getMinutes(),
                row.getAnnounced(),
                scenario == null ? null : new Practice(scenario, row.getRunId(), row.getP50Hours(), row.getP95Hours()),
                teams.stream().sorted().toList(),
                Reasons.read(row.getWhy()),
                Reasons.read(row.getFlags()),
                row.getWrittenDrill(),
                row.getSequence(),
                new DrillScope(
                        DrillKind.of(row.getKind()),
                        List.of(row.getElements()),
                        row.getPeopleHours(),
                        row.getLiveHours(),
                        Kept.worth(row.getWorth())),
                pin,
                row.getPlacedAt() == null ? null : row.getPlacedAt().toInstant());
    }

    /** What people have fixed in a year, by name. */
    public List<DrillPin> listPins(int year) {
        return jooq.selectFrom(DRILL_PIN)
                .where(DRILL_PIN.YEAR.eq(year))
                .orderBy(DRILL_PIN.UID.collate("C"))
                .fetch(row -> new DrillPin(
                        row.getUid(),
                        row.getDate(),
                        row.getStartTime(),
                        row.getReason(),
                        row.getPinnedBy(),
                        row.getPinnedAt().toInstant()));
    }

    /** Fixes a drill, or fixes it elsewhere. */
    public void pin(DrillPin pin) {
        DrillPinRecord row = jooq.newRecord(DRILL_PIN);
        row.setUid(pin.uid());
        row.setYear(pin.date().getYear());
        row.setDate(pin.date());
        row.setStartTime(pin.start());
        row.setReason(pin.reason());
        row.setPinnedBy(pin.by());
        row.setPinnedAt(OffsetDateTime.ofInstant(pin.at(), ZoneOffset.UTC));
        jooq.insertInto(DRILL_PIN)
                .set(row)
                .onConflict(DRILL_PIN.UID)
                .doUpdate()
                .set(row)
                .execute();
    }

    /** Lets the search move a drill again; false where nobody had fixed it. */
    public boolean unpin(String uid) {
        return jooq.deleteFrom(DRILL_PIN).where(DRILL_PIN.UID.eq(uid)).execute() > 0;
    }

    private static UnplacedDrill unplaced(UnplacedDrillRecord row) {
        return new UnplacedDrill(
                row.getUid(), row.getService(), row.getTier(), types(row.getTypes()), Reasons.read(row.getWhy()));
    }

    private static List<Drill.Type> types(String[] words) {
        return Arrays.stream(words).map(DrillWords::type).toList();
    }

    /** Lets one at a time keep the schedule of a year, until the transaction ends; there may be none yet. */
    public void lock(int year) {
        jooq.select(DSL.function("pg_advisory_xact_lock", Object.class, DSL.val(PLANNING + year)))
                .fetch();
    }

    /** Deletes the schedule of a year with what people have fixed in it; the database refuses it before its date. */
    public void deleteWithPins(int year) {
        delete(year);
        jooq.deleteFrom(DRILL_PIN).where(DRILL_PIN.YEAR.eq(year)).execute();
    }

    private void delete(int year) {
        jooq.deleteFrom(DRILL_SCHEDULE).where(DRILL_SCHEDULE.YEAR.eq(year)).execute();
    }

    /** Replaces the schedule of its year as a whole. */
    public void save(StoredSchedule stored) {
        DrillSchedule schedule = stored.schedule();
        delete(schedule.year());
        jooq.insertInto(DRILL_SCHEDULE)
                .set(DRILL_SCHEDULE.YEAR, schedule.year())
                .set(DRILL_SCHEDULE.ZONE, schedule.zone().getId())
                .set(DRILL_SCHEDULE.MODEL_DIGEST, schedule.modelDigest())
                .set(DRILL_SCHEDULE.CALENDAR_DIGEST, schedule.calendarDigest())
                .set(DRILL_SCHEDULE.LEVELS, Kept.write(schedule.levels()))
                .set(DRILL_SCHEDULE.MADE_AT, OffsetDateTime.ofInstant(stored.madeAt(), ZoneOffset.UTC))
                .execute();
        schedule.drills().forEach(drill -> save(schedule.year(), drill));
        schedule.unplaced().forEach(drill -> save(schedule.year(), drill));
    }

    private void save(int year, ScheduledDrill drill) {
        Practice practice = drill.practice();
        jooq.insertInto(SCHEDULED_DRILL)
                .set(SCHEDULED_DRILL.UID, drill.uid())
                .set(SCHEDULED_DRILL.YEAR, year)
                .set(SCHEDULED_DRILL.SERVICE, drill.service())
                .set(SCHEDULED_DRILL.TIER, drill.tier())
                .set(SCHEDULED_DRILL.TYPES, words(drill.types()))
                .set(SCHEDULED_DRILL.DATE, drill.date())
                .set(SCHEDULED_DRILL.START_TIME, drill.start())
                .set(SCHEDULED_DRILL.MINUTES, drill.minutes())
                .set(SCHEDULED_DRILL.ANNOUNCED, drill.announced())
                .set(SCHEDULED_DRILL.SCENARIO, practice == null ? null : practice.scenario())
                .set(SCHEDULED_DRILL.RUN_ID, practice == null ? null : practice.run())
                .set(SCHEDULED_DRILL.P50_HOURS, practice == null ? null : practice.p50Hours())
                .set(SCHEDULED_DRILL.P95_HOURS, practice == null ? null : practice.p95Hours())
                .set(SCHEDULED_DRILL.WHY, Reasons.write(drill.why()))
                .set(SCHEDULED_DRILL.FLAGS, Reasons.write(drill.flags()))
                .set(SCHEDULED_DRILL.WRITTEN_DRILL, drill.writtenDrill())
                .set(SCHEDULED_DRILL.SEQUENCE, drill.sequence())
                .set(SCHEDULED_DRILL.KIND, drill.scope().kind().word())
                .set(SCHEDULED_DRILL.ELEMENTS, drill.scope().elements().toArray(String[]::new))
                .set(SCHEDULED_DRILL.PEOPLE_HOURS, drill.scope().peopleHours())
                .set(SCHEDULED_DRILL.LIVE_HOURS, drill.scope().liveHours())
                .set(SCHEDULED_DRILL.WORTH, Kept.write(drill.scope().worth()))
                .set(
                        SCHEDULED_DRILL.PLACED_AT,
                        drill.placedAt() == null ? null : OffsetDateTime.ofInstant(drill.placedAt(), ZoneOffset.UTC))
                .execute();
        drill.teams()
                .forEach(team -> jooq.insertInto(SCHEDULED_DRILL_TEAM)
                        .set(SCHEDULED_DRILL_TEAM.UID, drill.uid())
                        .set(SCHEDULED_DRILL_TEAM.DATE, drill.date())
                        .set(SCHEDULED_DRILL_TEAM.TEAM, team)
                        .set(SCHEDULED_DRILL_TEAM.PINNED, drill.isFixed())
                        .execute());
    }

    private void save(int year, UnplacedDrill drill) {
        jooq.insertInto(UNPLACED_DRILL)
                .set(UNPLACED_DRILL.UID, drill.uid())
                .set(UNPLACED_DRILL.YEAR, year)
                .set(UNPLACED_DRILL.SERVICE, drill.service())
                .set(UNPLACED_DRILL.TIER, drill.tier())
                .set(UNPLACED_DRILL.TYPES, words(drill.types()))
                .set(UNPLACED_DRILL.WHY, Reasons.write(drill.why()))
                .execute();
    }

    private static String[] words(List<Drill.Type> types) {
        return DrillWords.words(types).toArray(String[]::new);
    }
}
