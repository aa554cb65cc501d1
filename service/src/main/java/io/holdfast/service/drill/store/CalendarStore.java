package io.holdfast.service.drill.store;

import static io.holdfast.service.jooq.Tables.CALENDAR_DAY;
import static io.holdfast.service.jooq.Tables.CALENDAR_IMPORT;
import static io.holdfast.service.jooq.Tables.CALENDAR_MONTH;

import io.holdfast.service.drill.CalendarChange;
import io.holdfast.service.drill.CalendarDay;
import io.holdfast.service.drill.CalendarImport;
import io.holdfast.service.drill.HolidayCalendar;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;

/** Loads and saves the holiday calendar; the caller brings the transaction. For any number of threads. */
@Singleton
public class CalendarStore {

    private final DSLContext jooq;

    CalendarStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** All days and covered months. */
    public HolidayCalendar load() {
        List<CalendarDay> days = jooq.selectFrom(CALENDAR_DAY)
                .fetch(row -> new CalendarDay(
                        row.getDate(), CalendarDay.Kind.find(row.getKind()).orElseThrow(), row.getName()));
        List<YearMonth> months = jooq.select(CALENDAR_MONTH.MONTH)
                .from(CALENDAR_MONTH)
                .fetch(row -> YearMonth.from(Objects.requireNonNull(row.value1())));
        return HolidayCalendar.of(days, months);
    }

    /** Imports from the newest. */
    public List<CalendarImport> listImports() {
        return jooq.selectFrom(CALENDAR_IMPORT)
                .orderBy(CALENDAR_IMPORT.ID.desc())
                .fetch(row -> new CalendarImport(
                        Objects.requireNonNull(row.getId()),
                        row.getFileName(),
                        row.getDays(),
                        row.getImportedAt().toInstant()));
    }

    /** Makes a change; a day that stays keeps the import that it came from. */
    public void save(CalendarChange change, String fileName, Instant now) {
        long id = jooq.insertInto(
                        CALENDAR_IMPORT, CALENDAR_IMPORT.FILE_NAME, CALENDAR_IMPORT.DAYS, CALENDAR_IMPORT.IMPORTED_AT)
                .values(fileName, change.days(), OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .returningResult(CALENDAR_IMPORT.ID)
                .fetchSingle(row -> Objects.requireNonNull(row.value1()));
        change.removed()
                .forEach(day -> jooq.deleteFrom(CALENDAR_DAY)
                        .where(CALENDAR_DAY.DATE.eq(day.date()))
                        .and(CALENDAR_DAY.KIND.eq(day.kind().word()))
                        .execute());
        change.added()
                .forEach(day -> jooq.insertInto(
                                CALENDAR_DAY,
                                CALENDAR_DAY.DATE,
                                CALENDAR_DAY.KIND,
                                CALENDAR_DAY.NAME,
                                CALENDAR_DAY.IMPORT_ID)
                        .values(day.date(), day.kind().word(), day.name(), id)
                        .onConflict(CALENDAR_DAY.DATE, CALENDAR_DAY.KIND)
                        .doUpdate()
                        .set(CALENDAR_DAY.NAME, day.name())
                        .set(CALENDAR_DAY.IMPORT_ID, id)
                        .execute());
        change.covered()
                .forEach(month -> jooq.insertInto(CALENDAR_MONTH, CALENDAR_MONTH.MONTH, CALENDAR_MONTH.IMPORT_ID)
                        .values(month.atDay(1), id)
                        .onConflict(CALENDAR_MONTH.MONTH)
                        .doUpdate()
                        .set(CALENDAR_MONTH.IMPORT_ID, id)
                        .execute());
    }
}
