package io.holdfast.service.sla.store;

import static io.holdfast.service.jooq.Tables.SLA_NOTICE;

import io.holdfast.service.jooq.tables.records.SlaNoticeRecord;
import io.holdfast.service.sla.Notice;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Who is to be told, in its table; the caller brings the transaction. For any number of threads. */
@Singleton
public final class NoticeStore {

    private final DSLContext jooq;

    NoticeStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Those of an element, or all where that is null: what is open first, then from the newest. */
    public List<Notice> list(@Nullable String element, int page, int size) {
        return jooq.selectFrom(SLA_NOTICE)
                .where(element == null ? DSL.noCondition() : SLA_NOTICE.ELEMENT.eq(element))
                .orderBy(SLA_NOTICE.TOLD_ON.desc().nullsFirst(), SLA_NOTICE.ID.desc())
                .offset((long) page * size)
                .limit(size)
                .fetch(NoticeStore::read);
    }

    /** How many there are; of those that are open where only they are wanted. */
    public int count(@Nullable String element, boolean open) {
        return jooq.fetchCount(
                SLA_NOTICE,
                element == null ? DSL.noCondition() : SLA_NOTICE.ELEMENT.eq(element),
                open ? SLA_NOTICE.TOLD_ON.isNull() : DSL.noCondition());
    }

    /** One of a number. */
    public Optional<Notice> find(long id) {
        return jooq.selectFrom(SLA_NOTICE).where(SLA_NOTICE.ID.eq(id)).fetchOptional(NoticeStore::read);
    }

    /** Stores a new one and answers its number. */
    public long insert(Notice said) {
        SlaNoticeRecord row = jooq.newRecord(SLA_NOTICE);
        row.setVersion(1);
        row.setElement(said.element());
        row.setCause(said.cause());
        row.setAbout(said.about());
        row.setRecipient(said.recipient());
        row.setCreatedAt(said.createdAt().atOffset(ZoneOffset.UTC));
        row.setCreatedBy(said.createdBy());
        row.insert();
        return row.getId();
    }

    /** Stores that somebody was told; false where the version that was seen is not the stored one. */
    public boolean told(Notice said, int seen) {
        return jooq.update(SLA_NOTICE)
                        .set(SLA_NOTICE.VERSION, seen + 1)
                        .set(SLA_NOTICE.TOLD_ON, said.toldOn())
                        .set(SLA_NOTICE.TOLD_BY, said.toldBy())
                        .set(SLA_NOTICE.TOLD_HOW, said.toldHow())
                        .where(SLA_NOTICE.ID.eq(said.id()), SLA_NOTICE.VERSION.eq(seen))
                        .execute()
                == 1;
    }

    private static Notice read(SlaNoticeRecord row) {
        return new Notice(
                row.getId(),
                row.getVersion(),
                row.getElement(),
                row.getCause(),
                row.getAbout(),
                row.getRecipient(),
                row.getCreatedAt().toInstant(),
                row.getCreatedBy(),
                row.getToldOn(),
                row.getToldBy(),
                row.getToldHow());
    }
}
