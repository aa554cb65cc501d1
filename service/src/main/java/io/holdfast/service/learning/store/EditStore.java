package io.holdfast.service.learning.store;

import static io.holdfast.service.jooq.Tables.LEARNING_EDIT;

import io.holdfast.service.jooq.tables.records.LearningEditRecord;
import io.holdfast.service.learning.LearningEdit;
import io.holdfast.service.learning.internal.LearningJson;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Edits in their table; the caller brings the transaction. For any number of threads. */
@Singleton
public final class EditStore {

    /** Keeps this lock apart from others of the database. */
    private static final long PROPOSING = 0x484f_4c44_0023L;

    private final DSLContext jooq;

    EditStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Nobody else proposes one before this transaction ends. */
    public void lock() {
        jooq.select(DSL.function("pg_advisory_xact_lock", Object.class, DSL.val(PROPOSING)))
                .fetch();
    }

    /** All of them, the newest first. */
    public List<LearningEdit> list() {
        return jooq.selectFrom(LEARNING_EDIT).orderBy(LEARNING_EDIT.ID.desc()).fetch(EditStore::edit);
    }

    /** One of them. */
    public Optional<LearningEdit> find(long id) {
        return jooq.selectFrom(LEARNING_EDIT).where(LEARNING_EDIT.ID.eq(id)).fetchOptional(EditStore::edit);
    }

    /** The same, and nobody else applies it before this transaction ends. */
    public Optional<LearningEdit> lock(long id) {
        return jooq.selectFrom(LEARNING_EDIT)
                .where(LEARNING_EDIT.ID.eq(id))
                .forUpdate()
                .fetchOptional(EditStore::edit);
    }

    /** Stores a new one; it is given its number. */
    public LearningEdit add(LearningEdit.Content content, Instant at, String by) {
        LearningEditRecord row = jooq.newRecord(LEARNING_EDIT);
        row.setContent(LearningJson.tree(content).toString());
        row.setMadeAt(at.atOffset(ZoneOffset.UTC));
        row.setMadeBy(by);
        row.store();
        return edit(row);
    }

    /** Says that one is in the register. */
    public void apply(long id, LearningEdit.Applied applied) {
        jooq.update(LEARNING_EDIT)
                .set(LEARNING_EDIT.APPLIED_AT, applied.at().atOffset(ZoneOffset.UTC))
                .set(LEARNING_EDIT.APPLIED_BY, applied.by())
                .set(LEARNING_EDIT.APPLIED_REVISION, applied.revision())
                .where(LEARNING_EDIT.ID.eq(id))
                .execute();
    }

    private static LearningEdit edit(LearningEditRecord row) {
        OffsetDateTime at = row.getAppliedAt();
        return new LearningEdit(
                row.getId(),
                LearningJson.require(row.getContent(), LearningEdit.Content.class),
                row.getMadeAt().toInstant(),
                row.getMadeBy(),
                at == null
                        ? null
                        : new LearningEdit.Applied(
                                at.toInstant(),
                                Objects.requireNonNull(row.getAppliedBy()),
                                Objects.requireNonNull(row.getAppliedRevision())));
    }
}
