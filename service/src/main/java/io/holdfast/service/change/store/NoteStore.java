package io.holdfast.service.change.store;

import static io.holdfast.service.jooq.Tables.CHANGE_CONCLUSION;
import static io.holdfast.service.jooq.Tables.CHANGE_SETTINGS;

import io.holdfast.service.change.ChangeSettings;
import io.holdfast.service.change.Conclusion;
import io.holdfast.service.jooq.tables.records.ChangeConclusionRecord;
import io.holdfast.service.jooq.tables.records.ChangeSettingsRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;

/** What people concluded, and what they set; the caller brings the transaction. For any number of threads. */
@Singleton
public final class NoteStore {

    private static final int ONE = 1;

    private final DSLContext jooq;

    NoteStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** What was concluded, the newest first. */
    public List<Conclusion> listConclusions() {
        return jooq.selectFrom(CHANGE_CONCLUSION)
                .orderBy(CHANGE_CONCLUSION.ID.desc())
                .fetch(NoteStore::conclusion);
    }

    /** Stores a conclusion; it is given its number. */
    public Conclusion add(YearMonth first, YearMonth last, String text, String author, Instant now) {
        ChangeConclusionRecord row = jooq.newRecord(CHANGE_CONCLUSION);
        row.setFirstMonth(first.atDay(1));
        row.setLastMonth(last.atDay(1));
        row.setConclusion(text);
        row.setAuthor(author);
        row.setWrittenAt(now.atOffset(ZoneOffset.UTC));
        row.store();
        return conclusion(row);
    }

    private static Conclusion conclusion(ChangeConclusionRecord row) {
        return new Conclusion(
                row.getId(),
                YearMonth.from(row.getFirstMonth()).toString(),
                YearMonth.from(row.getLastMonth()).toString(),
                row.getConclusion(),
                row.getAuthor(),
                row.getWrittenAt().toInstant());
    }

    /** What is set. */
    public ChangeSettings settings() {
        return jooq.selectFrom(CHANGE_SETTINGS)
                .fetchOptional(NoteStore::settings)
                .orElse(ChangeSettings.FIRST);
    }

    private static ChangeSettings settings(ChangeSettingsRecord row) {
        return new ChangeSettings(
                row.getApproveWithinHours(),
                row.getVersion(),
                row.getChangedBy(),
                row.getChangedAt().toInstant());
    }

    /** Stores the next version; false where the version that was seen is not the stored one. */
    public boolean replaceSettings(int approveWithinHours, int seen, Instant now, String who) {
        ChangeSettingsRecord row = jooq.newRecord(CHANGE_SETTINGS);
        row.setId(ONE);
        row.setVersion(seen + 1);
        row.setApproveWithinHours(approveWithinHours);
        row.setChangedAt(now.atOffset(ZoneOffset.UTC));
        row.setChangedBy(who);
        int stored = seen == 0
                ? jooq.insertInto(CHANGE_SETTINGS)
                        .set(row)
                        .onConflictDoNothing()
                        .execute()
                : jooq.update(CHANGE_SETTINGS)
                        .set(row)
                        .where(CHANGE_SETTINGS.VERSION.eq(seen))
                        .execute();
        return stored == ONE;
    }
}
