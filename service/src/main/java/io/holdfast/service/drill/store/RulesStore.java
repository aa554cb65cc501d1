package io.holdfast.service.drill.store;

import static io.holdfast.service.jooq.Tables.DRILL_RULES;
import static io.holdfast.service.jooq.Tables.RETEST_DISMISSAL;

import io.holdfast.service.drill.DrillRules;
import io.holdfast.service.drill.RetestDismissal;
import io.holdfast.service.drill.StoredRules;
import io.holdfast.service.drill.internal.RulesJson;
import io.holdfast.service.jooq.tables.records.DrillRulesRecord;
import io.holdfast.service.jooq.tables.records.RetestDismissalRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/** Loads and saves the rules of drills, and retests that were set aside; the caller brings the transaction. For any number of threads. */
@Singleton
public class RulesStore {

    private static final int ONE = 1;

    private final DSLContext jooq;

    RulesStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** The rules that hold. */
    public StoredRules load() {
        return jooq.selectFrom(DRILL_RULES)
                .fetchOptional(row -> new StoredRules(
                        RulesJson.read(Kept.tree(row.getRules())),
                        row.getVersion(),
                        row.getChangedBy(),
                        row.getChangedAt().toInstant()))
                .orElseGet(() -> new StoredRules(DrillRules.presets().getFirst(), 0, null, null));
    }

    /** Stores the next version; false where the version that was seen is not the stored one. */
    public boolean replace(DrillRules rules, int seen, Instant now, String who) {
        DrillRulesRecord row = jooq.newRecord(DRILL_RULES);
        row.setId(ONE);
        row.setVersion(seen + 1);
        row.setRules(JSONB.jsonb(RulesJson.tree(rules).toString()));
        row.setChangedAt(OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
        row.setChangedBy(who);
        int stored = seen == 0
                ? jooq.insertInto(DRILL_RULES).set(row).onConflictDoNothing().execute()
                : jooq.update(DRILL_RULES)
                        .set(row)
                        .where(DRILL_RULES.ID.eq(ONE))
                        .and(DRILL_RULES.VERSION.eq(seen))
                        .execute();
        return stored > 0;
    }

    /** Retests that somebody has set aside, the newest first. */
    public List<RetestDismissal> listDismissals() {
        return jooq.selectFrom(RETEST_DISMISSAL)
                .orderBy(RETEST_DISMISSAL.DISMISSED_AT.desc(), RETEST_DISMISSAL.CAUSE, RETEST_DISMISSAL.SERVICE)
                .fetch(row -> new RetestDismissal(
                        row.getCause(),
                        row.getService(),
                        row.getReason(),
                        row.getDismissedBy(),
                        Objects.requireNonNull(row.getDismissedAt()).toInstant()));
    }

    /** Sets one aside; one that is aside already stays as it was. */
    public void dismiss(RetestDismissal dismissal) {
        RetestDismissalRecord row = jooq.newRecord(RETEST_DISMISSAL);
        row.setCause(dismissal.cause());
        row.setService(dismissal.service());
        row.setReason(dismissal.reason());
        row.setDismissedBy(dismissal.by());
        row.setDismissedAt(OffsetDateTime.ofInstant(dismissal.at(), ZoneOffset.UTC));
        jooq.insertInto(RETEST_DISMISSAL).set(row).onConflictDoNothing().execute();
    }
}
