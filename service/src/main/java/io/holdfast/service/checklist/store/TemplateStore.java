package io.holdfast.service.checklist.store;

import static io.holdfast.service.jooq.Tables.CHECKLIST_TEMPLATE;

import io.holdfast.service.checklist.KeptTemplate;
import io.holdfast.service.checklist.Template;
import io.holdfast.service.checklist.internal.TemplateShape;
import io.holdfast.service.jooq.tables.records.ChecklistTemplateRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** The organisation's templates, every version of them; the caller brings the transaction. For any number of threads. */
@Singleton
public final class TemplateStore {

    private final DSLContext jooq;

    TemplateStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** The newest version of each, by id. */
    public List<KeptTemplate> list() {
        return jooq
                .selectDistinct(CHECKLIST_TEMPLATE.asterisk())
                .on(CHECKLIST_TEMPLATE.ID)
                .from(CHECKLIST_TEMPLATE)
                .orderBy(CHECKLIST_TEMPLATE.ID, CHECKLIST_TEMPLATE.VERSION.desc())
                .fetchInto(CHECKLIST_TEMPLATE)
                .stream()
                .map(TemplateStore::kept)
                .toList();
    }

    /** The newest version of one. */
    public Optional<KeptTemplate> find(String id) {
        return jooq.selectFrom(CHECKLIST_TEMPLATE)
                .where(CHECKLIST_TEMPLATE.ID.eq(id))
                .orderBy(CHECKLIST_TEMPLATE.VERSION.desc())
                .limit(1)
                .fetchOptional(TemplateStore::kept);
    }

    /** Adds a version; false where it is there already. */
    public boolean add(Template template, int version, Instant now, String who) {
        return jooq.insertInto(CHECKLIST_TEMPLATE)
                        .set(CHECKLIST_TEMPLATE.ID, template.id())
                        .set(CHECKLIST_TEMPLATE.VERSION, version)
                        .set(
                                CHECKLIST_TEMPLATE.CONTENT,
                                TemplateShape.write(template).toString())
                        .set(CHECKLIST_TEMPLATE.CHANGED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(CHECKLIST_TEMPLATE.CHANGED_BY, who)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private static KeptTemplate kept(ChecklistTemplateRecord row) {
        return new KeptTemplate(
                TemplateShape.parse(row.getContent()),
                row.getVersion(),
                false,
                row.getChangedBy(),
                row.getChangedAt().toInstant());
    }
}
