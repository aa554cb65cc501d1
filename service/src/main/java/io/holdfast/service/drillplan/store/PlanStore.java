package io.holdfast.service.drillplan.store;

import static io.holdfast.service.jooq.Tables.DRILL_PLAN;

import io.holdfast.service.drillplan.EndedHow;
import io.holdfast.service.drillplan.PlanContent;
import io.holdfast.service.drillplan.PlannedDrill;
import io.holdfast.service.drillplan.Submitted;
import io.holdfast.service.drillplan.internal.PlanJson;
import io.holdfast.service.jooq.tables.records.DrillPlanRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Drill plans in their table; the caller brings the transaction. For any number of threads. */
@Singleton
public final class PlanStore {

    private final DSLContext jooq;

    PlanStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /**
     * A plan as it lies in the table, without where it stands, which its approval decides too.
     *
     * @param id its number, 0 where it is not stored yet
     * @param version goes up by one with every change
     * @param content what it says
     * @param life what happened to it
     * @param submittedVersion the version of its document that says this, or null
     * @param submission what was frozen when it was submitted last, or null
     * @param scheduledUid the scheduled drill that it is, or null
     */
    public record Row(
            long id,
            int version,
            PlanContent content,
            PlannedDrill.Life life,
            @Nullable Integer submittedVersion,
            @Nullable Submitted submission,
            @Nullable String scheduledUid) {

        /** The same with another content, which nobody has submitted. */
        public Row withContent(PlanContent other) {
            return new Row(id, version, other, life, null, submission, scheduledUid);
        }

        /** The same with another life. */
        public Row withLife(PlannedDrill.Life other) {
            return new Row(id, version, content, other, submittedVersion, submission, scheduledUid);
        }

        /** The same as submitted. */
        public Row withSubmission(int number, Submitted frozen) {
            return new Row(id, version, content, life, number, frozen, scheduledUid);
        }

        /** The next version, changed by somebody. */
        public Row changed(Instant now, String who) {
            return new Row(
                    id, version + 1, content, life.changed(now, who), submittedVersion, submission, scheduledUid);
        }
    }

    /** All of them, the newest first. */
    public List<Row> list() {
        return jooq.selectFrom(DRILL_PLAN).orderBy(DRILL_PLAN.ID.desc()).fetch(PlanStore::row);
    }

    /** Those of scheduled drills, the newest first, cancelled ones too. */
    public List<Row> listOfScheduled(Collection<String> uids) {
        return jooq.selectFrom(DRILL_PLAN)
                .where(DRILL_PLAN.SCHEDULED_UID.in(uids))
                .orderBy(DRILL_PLAN.ID.desc())
                .fetch(PlanStore::row);
    }

    /** Those whose drill was held to its end, the newest first. */
    public List<Row> listHeld() {
        return jooq.selectFrom(DRILL_PLAN)
                .where(DRILL_PLAN.ENDED_HOW.eq(EndedHow.COMPLETED.word()))
                .orderBy(DRILL_PLAN.ID.desc())
                .fetch(PlanStore::row);
    }

    /** One of them. */
    public Optional<Row> find(long id) {
        return jooq.selectFrom(DRILL_PLAN).where(DRILL_PLAN.ID.eq(id)).fetchOptional(PlanStore::row);
    }

    /** The one of a scheduled drill that is not cancelled. */
    public Optional<Row> findOfScheduled(String uid) {
        return jooq.selectFrom(DRILL_PLAN)
                .where(DRILL_PLAN.SCHEDULED_UID.eq(uid))
                .and(DRILL_PLAN.CANCELLED_AT.isNull())
                .fetchOptional(PlanStore::row);
    }

    /** One of them, and nobody else changes it before this transaction ends. */
    public Optional<Row> lock(long id) {
        return jooq.selectFrom(DRILL_PLAN)
                .where(DRILL_PLAN.ID.eq(id))
                .forUpdate()
                .fetchOptional(PlanStore::row);
    }

    /** Stores a new one; it is given its number. */
    public Row add(Row plan) {
        DrillPlanRecord row = jooq.newRecord(DRILL_PLAN);
        fill(row, plan);
        row.setCreatedAt(utc(plan.life().createdAt()));
        row.setCreatedBy(plan.life().createdBy());
        row.store();
        return row(row);
    }

    /** Stores the next version of one that is locked. */
    public void update(Row plan) {
        DrillPlanRecord row = jooq.newRecord(DRILL_PLAN);
        fill(row, plan);
        jooq.update(DRILL_PLAN).set(row).where(DRILL_PLAN.ID.eq(plan.id())).execute();
    }

    private static void fill(DrillPlanRecord row, Row plan) {
        PlannedDrill.Life life = plan.life();
        EndedHow how = life.endedHow();
        row.setVersion(plan.version());
        row.setContent(PlanJson.tree(plan.content()).toString());
        row.setSubmittedVersion(plan.submittedVersion());
        row.setSubmission(PlanJson.write(plan.submission()));
        row.setScheduledUid(plan.scheduledUid());
        row.setStartedAt(utcOrNull(life.startedAt()));
        row.setEndedAt(utcOrNull(life.endedAt()));
        row.setEndedHow(how == null ? null : how.word());
        row.setClosedAt(utcOrNull(life.closedAt()));
        row.setCancelledAt(utcOrNull(life.cancelledAt()));
        row.setCancelledWhy(life.cancelledWhy());
        row.setChangedAt(utc(life.changedAt()));
        row.setChangedBy(life.changedBy());
    }

    private static Row row(DrillPlanRecord row) {
        return new Row(
                row.getId(),
                row.getVersion(),
                PlanJson.require(row.getContent(), PlanContent.class),
                new PlannedDrill.Life(
                        row.getCreatedAt().toInstant(),
                        row.getCreatedBy(),
                        row.getChangedAt().toInstant(),
                        row.getChangedBy(),
                        instant(row.getStartedAt()),
                        instant(row.getEndedAt()),
                        how(row.getEndedHow()),
                        instant(row.getClosedAt()),
                        instant(row.getCancelledAt()),
                        row.getCancelledWhy()),
                row.getSubmittedVersion(),
                PlanJson.read(row.getSubmission(), Submitted.class),
                row.getScheduledUid());
    }

    private static @Nullable EndedHow how(@Nullable String word) {
        return word == null ? null : EndedHow.find(word).orElseThrow();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime utcOrNull(@Nullable Instant at) {
        return at == null ? null : utc(at);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
