package io.holdfast.service.change.store;

import static io.holdfast.service.jooq.Tables.CHANGE_ELEMENT;
import static io.holdfast.service.jooq.Tables.CHANGE_RECORD;

import io.holdfast.service.change.Change;
import io.holdfast.service.change.Closing;
import io.holdfast.service.change.Execution;
import io.holdfast.service.change.Proposal;
import io.holdfast.service.change.Submitted;
import io.holdfast.service.change.internal.ChangeJson;
import io.holdfast.service.jooq.tables.records.ChangeRecordRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Changes in their tables; the caller brings the transaction. For any number of threads. */
@Singleton
public final class ChangeStore {

    private final DSLContext jooq;

    ChangeStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** All of them, the newest first. */
    public List<Change> list() {
        return list(DSL.noCondition());
    }

    /** Those that touch an element, the newest first. */
    public List<Change> listOf(String element) {
        return list(CHANGE_RECORD.ID.in(
                DSL.select(CHANGE_ELEMENT.CHANGE).from(CHANGE_ELEMENT).where(CHANGE_ELEMENT.ELEMENT.eq(element))));
    }

    private List<Change> list(Condition condition) {
        return jooq.selectFrom(CHANGE_RECORD)
                .where(condition)
                .orderBy(CHANGE_RECORD.ID.desc())
                .fetch(ChangeStore::change);
    }

    /** One of them. */
    public Optional<Change> find(long id) {
        return jooq.selectFrom(CHANGE_RECORD).where(CHANGE_RECORD.ID.eq(id)).fetchOptional(ChangeStore::change);
    }

    /** The same, and nobody else changes it before this transaction ends. */
    public Optional<Change> lock(long id) {
        return jooq.selectFrom(CHANGE_RECORD)
                .where(CHANGE_RECORD.ID.eq(id))
                .forUpdate()
                .fetchOptional(ChangeStore::change);
    }

    /** Stores a new one; it is given its number. */
    public Change add(Change change) {
        ChangeRecordRecord row = jooq.newRecord(CHANGE_RECORD);
        fill(row, change);
        row.setCreatedAt(utc(change.createdAt()));
        row.setCreatedBy(change.createdBy());
        row.store();
        elements(row.getId(), change.proposal());
        return change(row);
    }

    /** Stores the next version of one that is locked. */
    public void update(Change change) {
        ChangeRecordRecord row = jooq.newRecord(CHANGE_RECORD);
        fill(row, change);
        jooq.update(CHANGE_RECORD)
                .set(row)
                .where(CHANGE_RECORD.ID.eq(change.id()))
                .execute();
        jooq.deleteFrom(CHANGE_ELEMENT)
                .where(CHANGE_ELEMENT.CHANGE.eq(change.id()))
                .execute();
        elements(change.id(), change.proposal());
    }

    /** Whether a baseline belongs to a change. */
    public boolean isNamed(long baseline) {
        return jooq.fetchExists(
                CHANGE_RECORD,
                CHANGE_RECORD.BASELINE_BEFORE.eq(baseline).or(CHANGE_RECORD.BASELINE_AFTER.eq(baseline)));
    }

    private void elements(long id, Proposal proposal) {
        List<String> elements = proposal.elements();
        var insert =
                jooq.insertInto(CHANGE_ELEMENT, CHANGE_ELEMENT.CHANGE, CHANGE_ELEMENT.ELEMENT, CHANGE_ELEMENT.POSITION);
        for (int i = 0; i < elements.size(); i++) {
            insert = insert.values(id, elements.get(i), i);
        }
        if (!elements.isEmpty()) {
            insert.execute();
        }
    }

    private static void fill(ChangeRecordRecord row, Change change) {
        Execution execution = change.execution();
        row.setVersion(change.version());
        row.setProposal(ChangeJson.tree(change.proposal()).toString());
        row.setSubmission(ChangeJson.write(change.submitted()));
        row.setSubmittedVersion(change.submittedVersion());
        row.setExecution(ChangeJson.write(execution));
        row.setEndedOn(execution == null ? null : execution.endedAt().toLocalDate());
        Instant due = change.approvalDue();
        row.setApprovalDue(due == null ? null : utc(due));
        row.setClosing(ChangeJson.write(change.closing()));
        row.setBaselineBefore(change.baselineBefore());
        row.setBaselineAfter(change.baselineAfter());
        row.setChangedAt(utc(change.changedAt()));
        row.setChangedBy(change.changedBy());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Change change(ChangeRecordRecord row) {
        return new Change(
                row.getId(),
                row.getVersion(),
                ChangeJson.require(row.getProposal(), Proposal.class),
                ChangeJson.read(row.getSubmission(), Submitted.class),
                row.getSubmittedVersion(),
                ChangeJson.read(row.getExecution(), Execution.class),
                instant(row.getApprovalDue()),
                ChangeJson.read(row.getClosing(), Closing.class),
                row.getBaselineBefore(),
                row.getBaselineAfter(),
                row.getCreatedAt().toInstant(),
                row.getCreatedBy(),
                row.getChangedAt().toInstant(),
                row.getChangedBy());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
