package io.holdfast.service.drillreport.store;

import static io.holdfast.service.jooq.Tables.SUPPLIER_DRILL;

import io.holdfast.service.drillreport.SupplierDrill;
import io.holdfast.service.drillreport.internal.ReportJson;
import io.holdfast.service.jooq.tables.records.SupplierDrillRecord;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Drills of suppliers in their table; the caller brings the transaction. For any number of threads. */
@Singleton
public final class SupplierDrillStore {

    private final DSLContext jooq;

    SupplierDrillStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** All of them, the newest first. */
    public List<SupplierDrill> list() {
        return list(DSL.noCondition());
    }

    /** Those that were held before a day. */
    public List<SupplierDrill> listBefore(LocalDate day) {
        return list(SUPPLIER_DRILL.HELD_ON.lt(day)).reversed();
    }

    private List<SupplierDrill> list(Condition condition) {
        return jooq.selectFrom(SUPPLIER_DRILL)
                .where(condition)
                .orderBy(SUPPLIER_DRILL.HELD_ON.desc(), SUPPLIER_DRILL.ID.desc())
                .fetch(SupplierDrillStore::drill);
    }

    /** One of them. */
    public Optional<SupplierDrill> find(long id) {
        return jooq.selectFrom(SUPPLIER_DRILL).where(SUPPLIER_DRILL.ID.eq(id)).fetchOptional(SupplierDrillStore::drill);
    }

    /** The same, and nobody else changes it before this transaction ends. */
    public Optional<SupplierDrill> lock(long id) {
        return jooq.selectFrom(SUPPLIER_DRILL)
                .where(SUPPLIER_DRILL.ID.eq(id))
                .forUpdate()
                .fetchOptional(SupplierDrillStore::drill);
    }

    /** Stores a new one; it is given its number. */
    public SupplierDrill add(SupplierDrill drill) {
        SupplierDrillRecord row = jooq.newRecord(SUPPLIER_DRILL);
        fill(row, drill);
        row.setCreatedAt(drill.createdAt().atOffset(ZoneOffset.UTC));
        row.setCreatedBy(drill.createdBy());
        row.store();
        return drill(row);
    }

    /** Stores the next version of one that is locked. */
    public void update(SupplierDrill drill) {
        SupplierDrillRecord row = jooq.newRecord(SUPPLIER_DRILL);
        fill(row, drill);
        jooq.update(SUPPLIER_DRILL)
                .set(row)
                .where(SUPPLIER_DRILL.ID.eq(drill.id()))
                .execute();
    }

    /** Removes one; the database refuses it before its date. */
    public void delete(long id) {
        jooq.deleteFrom(SUPPLIER_DRILL).where(SUPPLIER_DRILL.ID.eq(id)).execute();
    }

    private static void fill(SupplierDrillRecord row, SupplierDrill drill) {
        row.setVersion(drill.version());
        row.setContent(ReportJson.tree(drill.content()).toString());
        row.setHeldOn(drill.content().heldOn());
        row.setNextDue(drill.content().nextDue());
        row.setChangedAt(drill.changedAt().atOffset(ZoneOffset.UTC));
        row.setChangedBy(drill.changedBy());
    }

    private static SupplierDrill drill(SupplierDrillRecord row) {
        return new SupplierDrill(
                row.getId(),
                row.getVersion(),
                ReportJson.require(row.getContent(), SupplierDrill.Content.class),
                row.getCreatedAt().toInstant(),
                row.getCreatedBy(),
                row.getChangedAt().toInstant(),
                row.getChangedBy());
    }
}
