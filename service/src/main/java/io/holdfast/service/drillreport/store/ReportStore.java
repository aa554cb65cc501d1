package io.holdfast.service.drillreport.store;

import static io.holdfast.service.jooq.Tables.DRILL_REPORT;

import io.holdfast.service.drillreport.ReportContent;
import io.holdfast.service.drillreport.StoredReport;
import io.holdfast.service.drillreport.internal.ReportJson;
import io.holdfast.service.jooq.tables.records.DrillReportRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Reports in their table; the caller brings the transaction. For any number of threads. */
@Singleton
public final class ReportStore {

    private final DSLContext jooq;

    ReportStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** All of them, by plan. */
    public List<StoredReport> list() {
        return jooq.selectFrom(DRILL_REPORT).orderBy(DRILL_REPORT.PLAN).fetch(ReportStore::report);
    }

    /** Those of drills that were over before a moment, the oldest first. */
    public List<StoredReport> listBefore(Instant moment, int most) {
        return jooq.selectFrom(DRILL_REPORT)
                .where(DRILL_REPORT.ENDED_AT.lt(moment.atOffset(ZoneOffset.UTC)))
                .orderBy(DRILL_REPORT.ENDED_AT)
                .limit(most)
                .fetch(ReportStore::report);
    }

    /** That of a plan. */
    public Optional<StoredReport> find(long plan) {
        return jooq.selectFrom(DRILL_REPORT).where(DRILL_REPORT.PLAN.eq(plan)).fetchOptional(ReportStore::report);
    }

    /** The same, and nobody else changes it before this transaction ends. */
    public Optional<StoredReport> lock(long plan) {
        return jooq.selectFrom(DRILL_REPORT)
                .where(DRILL_REPORT.PLAN.eq(plan))
                .forUpdate()
                .fetchOptional(ReportStore::report);
    }

    /** Stores a version of one that is locked, or the first. */
    public void save(StoredReport report) {
        DrillReportRecord row = jooq.newRecord(DRILL_REPORT);
        row.setPlan(report.plan());
        row.setVersion(report.version());
        row.setContent(ReportJson.tree(report.content()).toString());
        row.setSubmittedVersion(report.submittedVersion());
        row.setEndedAt(report.endedAt().atOffset(ZoneOffset.UTC));
        row.setChangedAt(report.changedAt().atOffset(ZoneOffset.UTC));
        row.setChangedBy(report.changedBy());
        if (report.version() == 1) {
            jooq.insertInto(DRILL_REPORT).set(row).execute();
        } else {
            jooq.update(DRILL_REPORT)
                    .set(row)
                    .where(DRILL_REPORT.PLAN.eq(report.plan()))
                    .execute();
        }
    }

    /** Removes one; the database refuses it before its date. */
    public void delete(long plan) {
        jooq.deleteFrom(DRILL_REPORT).where(DRILL_REPORT.PLAN.eq(plan)).execute();
    }

    private static StoredReport report(DrillReportRecord row) {
        return new StoredReport(
                row.getPlan(),
                row.getVersion(),
                ReportJson.require(row.getContent(), ReportContent.class),
                row.getSubmittedVersion(),
                row.getEndedAt().toInstant(),
                row.getChangedAt().toInstant(),
                row.getChangedBy());
    }
}
