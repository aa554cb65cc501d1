package io.holdfast.service.drillplan.store;

import static io.holdfast.service.jooq.Tables.DRILL_PLAN_LOOK;
import static io.holdfast.service.jooq.Tables.DRILL_PLAN_SEAL;

import io.holdfast.service.jooq.tables.records.DrillPlanSealRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Sealed days of unannounced drills, and who looked at them; the caller brings the transaction. For any number of threads. */
@Singleton
public final class SealStore {

    private final DSLContext jooq;

    SealStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /**
     * A sealed day. Only a room's door that has asked whether somebody may know it hands out the text and the moment.
     *
     * @param plan the number of the plan
     * @param submittedVersion the approved version that it was drawn for
     * @param hash SHA-256 of the text in UTF-8, in small hexadecimal digits
     * @param text what was sealed
     * @param beginsAt the drawn moment, in the organisation's time
     * @param drawnAt when it was drawn
     * @param drawnBy who asked for that
     * @param openedAt since when all may know it, or null
     */
    public record Row(
            long plan,
            int submittedVersion,
            String hash,
            String text,
            LocalDateTime beginsAt,
            Instant drawnAt,
            String drawnBy,
            @Nullable Instant openedAt) {}

    /** Somebody who looked, and when. */
    public record Look(String who, Instant at) {}

    /** The seal of a version of a plan. */
    public Optional<Row> find(long plan, int submittedVersion) {
        return jooq.selectFrom(DRILL_PLAN_SEAL)
                .where(DRILL_PLAN_SEAL.PLAN.eq(plan))
                .and(DRILL_PLAN_SEAL.SUBMITTED_VERSION.eq(submittedVersion))
                .fetchOptional(SealStore::row);
    }

    /** Keeps a new one. */
    public void add(Row seal) {
        jooq.insertInto(
                        DRILL_PLAN_SEAL,
                        DRILL_PLAN_SEAL.PLAN,
                        DRILL_PLAN_SEAL.SUBMITTED_VERSION,
                        DRILL_PLAN_SEAL.HASH,
                        DRILL_PLAN_SEAL.SEALED_TEXT,
                        DRILL_PLAN_SEAL.BEGINS_AT,
                        DRILL_PLAN_SEAL.DRAWN_AT,
                        DRILL_PLAN_SEAL.DRAWN_BY)
                .values(
                        seal.plan(),
                        seal.submittedVersion(),
                        seal.hash(),
                        seal.text(),
                        seal.beginsAt(),
                        utc(seal.drawnAt()),
                        seal.drawnBy())
                .execute();
    }

    /** From now on all may know it; nothing where there is none, or where they could before. */
    public void open(long plan, Instant now) {
        jooq.update(DRILL_PLAN_SEAL)
                .set(DRILL_PLAN_SEAL.OPENED_AT, utc(now))
                .where(DRILL_PLAN_SEAL.PLAN.eq(plan))
                .and(DRILL_PLAN_SEAL.OPENED_AT.isNull())
                .execute();
    }

    /** Writes down that somebody looked. */
    public void addLook(long plan, int submittedVersion, Look look) {
        jooq.insertInto(
                        DRILL_PLAN_LOOK,
                        DRILL_PLAN_LOOK.PLAN,
                        DRILL_PLAN_LOOK.SUBMITTED_VERSION,
                        DRILL_PLAN_LOOK.WHO,
                        DRILL_PLAN_LOOK.LOOKED_AT)
                .values(plan, submittedVersion, look.who(), utc(look.at()))
                .execute();
    }

    /** Who looked, from the first. */
    public List<Look> listLooks(long plan, int submittedVersion) {
        return jooq.selectFrom(DRILL_PLAN_LOOK)
                .where(DRILL_PLAN_LOOK.PLAN.eq(plan))
                .and(DRILL_PLAN_LOOK.SUBMITTED_VERSION.eq(submittedVersion))
                .orderBy(DRILL_PLAN_LOOK.ID)
                .fetch(row -> new Look(row.getWho(), row.getLookedAt().toInstant()));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Row row(DrillPlanSealRecord row) {
        OffsetDateTime opened = row.getOpenedAt();
        return new Row(
                row.getPlan(),
                row.getSubmittedVersion(),
                row.getHash(),
                row.getSealedText(),
                row.getBeginsAt(),
                row.getDrawnAt().toInstant(),
                row.getDrawnBy(),
                opened == null ? null : opened.toInstant());
    }
}
