package io.holdfast.service.evidence.store;

import static io.holdfast.service.jooq.Tables.EVIDENCE_CHUNK;
import static io.holdfast.service.jooq.Tables.EVIDENCE_ITEM;

import io.holdfast.service.jooq.tables.records.EvidenceItemRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** Evidence in its tables; the caller brings the transaction. For any number of threads. */
@Singleton
public final class EvidenceStore {

    private final DSLContext jooq;

    EvidenceStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** A row to fill and hand to {@link #create}. */
    public EvidenceItemRecord newRow() {
        return jooq.newRecord(EVIDENCE_ITEM);
    }

    /** Adds an item; its bytes may be there before. */
    public long create(EvidenceItemRecord row) {
        row.store();
        return row.getId();
    }

    /** Adds a piece of a file. */
    public void write(UUID file, int position, byte[] bytes) {
        jooq.insertInto(EVIDENCE_CHUNK)
                .set(EVIDENCE_CHUNK.FILE, file)
                .set(EVIDENCE_CHUNK.POSITION, position)
                .set(EVIDENCE_CHUNK.BYTES, bytes)
                .execute();
    }

    /** A piece of a file; empty behind the last. */
    public Optional<byte[]> findPiece(UUID file, int position) {
        return jooq.select(EVIDENCE_CHUNK.BYTES)
                .from(EVIDENCE_CHUNK)
                .where(EVIDENCE_CHUNK.FILE.eq(file))
                .and(EVIDENCE_CHUNK.POSITION.eq(position))
                .fetchOptional(EVIDENCE_CHUNK.BYTES);
    }

    /** One item. */
    public Optional<EvidenceItemRecord> find(long id) {
        return jooq.selectFrom(EVIDENCE_ITEM).where(EVIDENCE_ITEM.ID.eq(id)).fetchOptional();
    }

    /** Items about a thing, the newest first. */
    public List<EvidenceItemRecord> list(String subjectType, String subject) {
        return jooq.selectFrom(EVIDENCE_ITEM)
                .where(EVIDENCE_ITEM.SUBJECT_TYPE.eq(subjectType))
                .and(EVIDENCE_ITEM.SUBJECT.eq(subject))
                .orderBy(EVIDENCE_ITEM.ID.desc())
                .fetch();
    }

    /** When those of some items that still have their bytes were taken, by their numbers. */
    public Map<Long, OffsetDateTime> collectedAt(Collection<Long> ids) {
        return jooq.select(EVIDENCE_ITEM.ID, EVIDENCE_ITEM.COLLECTED_AT)
                .from(EVIDENCE_ITEM)
                .where(EVIDENCE_ITEM.ID.in(ids))
                .and(EVIDENCE_ITEM.DELETED_AT.isNull())
                .fetchMap(EVIDENCE_ITEM.ID, EVIDENCE_ITEM.COLLECTED_AT);
    }

    /** The numbers of other items with the same bytes. */
    public List<Long> listSame(long id, byte[] sha256) {
        return jooq.select(EVIDENCE_ITEM.ID)
                .from(EVIDENCE_ITEM)
                .where(EVIDENCE_ITEM.SHA256.eq(sha256))
                .and(EVIDENCE_ITEM.ID.ne(id))
                .orderBy(EVIDENCE_ITEM.ID)
                .fetch(EVIDENCE_ITEM.ID);
    }

    /** Items of a class that were added before a moment and still have their bytes, the oldest first. */
    public List<EvidenceItemRecord> listBefore(String recordClass, Instant moment, int most) {
        return jooq.selectFrom(EVIDENCE_ITEM)
                .where(EVIDENCE_ITEM.RECORD_CLASS.eq(recordClass))
                .and(EVIDENCE_ITEM.UPLOADED_AT.lt(moment.atOffset(ZoneOffset.UTC)))
                .and(EVIDENCE_ITEM.DELETED_AT.isNull())
                .orderBy(EVIDENCE_ITEM.UPLOADED_AT)
                .limit(most)
                .fetch();
    }

    /** Takes away what people wrote about it. */
    public void redact(long id) {
        jooq.update(EVIDENCE_ITEM)
                .setNull(EVIDENCE_ITEM.COLLECTED_BY)
                .setNull(EVIDENCE_ITEM.AUTHORISED_BY)
                .setNull(EVIDENCE_ITEM.PRESENT)
                .setNull(EVIDENCE_ITEM.PLACE)
                .setNull(EVIDENCE_ITEM.DESCRIPTION)
                .where(EVIDENCE_ITEM.ID.eq(id))
                .execute();
    }

    /** Deletes the bytes; what the item says stays. */
    public void delete(EvidenceItemRecord row, Instant now) {
        jooq.update(EVIDENCE_ITEM)
                .set(EVIDENCE_ITEM.DELETED_AT, now.atOffset(ZoneOffset.UTC))
                .where(EVIDENCE_ITEM.ID.eq(row.getId()))
                .execute();
        jooq.deleteFrom(EVIDENCE_CHUNK)
                .where(EVIDENCE_CHUNK.FILE.eq(row.getFile()))
                .execute();
    }
}
