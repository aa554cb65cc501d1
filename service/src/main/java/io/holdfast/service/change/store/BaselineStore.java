package io.holdfast.service.change.store;

import static io.holdfast.service.jooq.Tables.BASELINE;
import static io.holdfast.service.jooq.Tables.BASELINE_MODEL;

import io.holdfast.service.change.Baseline;
import io.holdfast.service.jooq.tables.records.BaselineRecord;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Baselines and the models that they name, each model once; the caller brings the transaction. For any number of threads. */
@Singleton
public final class BaselineStore {

    private final DSLContext jooq;

    BaselineStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** All of them, the newest first. */
    public List<Baseline> list() {
        return jooq.selectFrom(BASELINE).orderBy(BASELINE.ID.desc()).fetch(BaselineStore::baseline);
    }

    /** How many there are; nobody else adds or removes one before this transaction ends. */
    public int countLocked() {
        return jooq.selectFrom(BASELINE).forUpdate().fetch().size();
    }

    /** One of them. */
    public Optional<Baseline> find(long id) {
        return jooq.selectFrom(BASELINE).where(BASELINE.ID.eq(id)).fetchOptional(BaselineStore::baseline);
    }

    /** Whether the model of a digest is stored. */
    public boolean hasModel(String digest) {
        return jooq.fetchExists(BASELINE_MODEL, BASELINE_MODEL.DIGEST.eq(digest));
    }

    /** Stores a model, compressed as the caller likes; nothing where it is stored already. */
    public void addModel(String digest, byte[] document) {
        jooq.insertInto(BASELINE_MODEL)
                .set(BASELINE_MODEL.DIGEST, digest)
                .set(BASELINE_MODEL.DOCUMENT, document)
                .onConflictDoNothing()
                .execute();
    }

    /** The model of a digest, as it was stored. */
    public Optional<byte[]> findModel(String digest) {
        return jooq.select(BASELINE_MODEL.DOCUMENT)
                .from(BASELINE_MODEL)
                .where(BASELINE_MODEL.DIGEST.eq(digest))
                .fetchOptional(BASELINE_MODEL.DOCUMENT);
    }

    /** Stores a new one; it is given its number. */
    public Baseline add(Baseline baseline) {
        BaselineRecord row = jooq.newRecord(BASELINE);
        row.setName(baseline.name());
        row.setNote(baseline.note());
        row.setDigest(baseline.digest());
        row.setRevision(baseline.revision());
        row.setElements(baseline.elements());
        row.setChange(baseline.change());
        row.setTakenAt(baseline.takenAt().atOffset(ZoneOffset.UTC));
        row.setTakenBy(baseline.takenBy());
        row.store();
        return baseline(row);
    }

    /** Removes one, and its model where no other has it. */
    public void remove(Baseline baseline) {
        jooq.deleteFrom(BASELINE).where(BASELINE.ID.eq(baseline.id())).execute();
        jooq.deleteFrom(BASELINE_MODEL)
                .where(BASELINE_MODEL.DIGEST.eq(baseline.digest()))
                .and(DSL.notExists(jooq.selectFrom(BASELINE).where(BASELINE.DIGEST.eq(baseline.digest()))))
                .execute();
    }

    private static Baseline baseline(BaselineRecord row) {
        return new Baseline(
                row.getId(),
                row.getName(),
                row.getNote(),
                row.getDigest(),
                row.getRevision(),
                row.getElements(),
                row.getChange(),
                row.getTakenAt().toInstant(),
                row.getTakenBy());
    }
}
