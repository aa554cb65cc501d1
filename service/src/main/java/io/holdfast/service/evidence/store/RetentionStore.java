package io.holdfast.service.evidence.store;

import static io.holdfast.service.jooq.Tables.RETENTION_HOLD;
import static io.holdfast.service.jooq.Tables.RETENTION_POLICY;

import io.holdfast.service.evidence.Hold;
import io.holdfast.service.evidence.Policy;
import io.holdfast.service.jooq.tables.records.RetentionHoldRecord;
import io.holdfast.service.jooq.tables.records.RetentionPolicyRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The retention policy and what is on hold; the caller brings the transaction. For any number of threads. */
@Singleton
public final class RetentionStore {

    private final DSLContext jooq;

    RetentionStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** From now to the end of the transaction nobody else deletes or holds records of a class. */
    public void lock(String recordClass) {
        jooq.selectFrom(RETENTION_POLICY)
                .where(RETENTION_POLICY.RECORD_CLASS.eq(recordClass))
                .forUpdate()
                .fetch();
    }

    /** Every class of the policy. */
    public List<Policy> listPolicies() {
        return jooq.selectFrom(RETENTION_POLICY)
                .orderBy(RETENTION_POLICY.RECORD_CLASS)
                .fetch(RetentionStore::policy);
    }

    /** One class of the policy. */
    public Optional<Policy> findPolicy(String recordClass) {
        return jooq.selectFrom(RETENTION_POLICY)
                .where(RETENTION_POLICY.RECORD_CLASS.eq(recordClass))
                .fetchOptional(RetentionStore::policy);
    }

    /** Changes the years of a class; false where the version that was seen is not the stored one. */
    public boolean change(String recordClass, int years, int version, Instant now, String who, String reason) {
        return jooq.update(RETENTION_POLICY)
                        .set(RETENTION_POLICY.YEARS, years)
                        .set(RETENTION_POLICY.VERSION, version + 1)
                        .set(RETENTION_POLICY.CHANGED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(RETENTION_POLICY.CHANGED_BY, who)
                        .set(RETENTION_POLICY.REASON, reason)
                        .where(RETENTION_POLICY.RECORD_CLASS.eq(recordClass))
                        .and(RETENTION_POLICY.VERSION.eq(version))
                        .execute()
                == 1;
    }

    /** Holds, those that hold first and each from the newest. */
    public List<Hold> listHolds(int most) {
        return jooq.selectFrom(RETENTION_HOLD)
                .orderBy(RETENTION_HOLD.LIFTED_AT.isNotNull(), RETENTION_HOLD.ID.desc())
                .limit(most)
                .fetch(RetentionStore::hold);
    }

    /** One hold. */
    public Optional<Hold> findHold(long id) {
        return jooq.selectFrom(RETENTION_HOLD).where(RETENTION_HOLD.ID.eq(id)).fetchOptional(RetentionStore::hold);
    }

    /** The hold that keeps a record now. */
    public Optional<Hold> findHoldOf(String recordType, String record) {
        return jooq.selectFrom(RETENTION_HOLD)
                .where(RETENTION_HOLD.RECORD_TYPE.eq(recordType))
                .and(RETENTION_HOLD.RECORD.eq(record))
                .and(RETENTION_HOLD.LIFTED_AT.isNull())
                .fetchOptional(RetentionStore::hold);
    }

    /** Places a hold. */
    public Hold place(String recordType, String record, String reason, Instant now, String who) {
        RetentionHoldRecord row = jooq.newRecord(RETENTION_HOLD);
        row.setRecordType(recordType);
        row.setRecord(record);
        row.setReason(reason);
        row.setPlacedAt(now.atOffset(ZoneOffset.UTC));
        row.setPlacedBy(who);
        row.store();
        return hold(row);
    }

    /** Lifts a hold. */
    public void lift(long id, String reason, Instant now, String who) {
        jooq.update(RETENTION_HOLD)
                .set(RETENTION_HOLD.LIFTED_AT, now.atOffset(ZoneOffset.UTC))
                .set(RETENTION_HOLD.LIFTED_BY, who)
                .set(RETENTION_HOLD.LIFTED_REASON, reason)
                .where(RETENTION_HOLD.ID.eq(id))
                .execute();
    }

    private static Policy policy(RetentionPolicyRecord row) {
        return new Policy(
                row.getRecordClass(),
                row.getLeastYears(),
                row.getYears(),
                row.getDeletion(),
                row.getBasis(),
                row.getVersion(),
                instant(row.getChangedAt()),
                row.getChangedBy(),
                row.getReason());
    }

    private static Hold hold(RetentionHoldRecord row) {
        return new Hold(
                row.getId(),
                row.getRecordType(),
                row.getRecord(),
                row.getReason(),
                row.getPlacedAt().toInstant(),
                row.getPlacedBy(),
                instant(row.getLiftedAt()),
                row.getLiftedBy(),
                row.getLiftedReason());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
