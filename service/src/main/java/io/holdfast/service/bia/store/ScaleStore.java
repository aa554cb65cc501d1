package io.holdfast.service.bia.store;

import static io.holdfast.service.jooq.Tables.IMPACT_SCALES;

import io.holdfast.service.bia.KeptScales;
import io.holdfast.service.bia.Scales;
import io.holdfast.service.bia.internal.ScaleShape;
import io.holdfast.service.jooq.tables.records.ImpactScalesRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;

/** The scales in their one row; the caller brings the transaction. For any number of threads. */
@Singleton
public final class ScaleStore {

    private static final int ONE = 1;

    private final DSLContext jooq;

    ScaleStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** What somebody has set, if anybody has. */
    public Optional<KeptScales> find() {
        return jooq.selectFrom(IMPACT_SCALES).fetchOptional(ScaleStore::kept);
    }

    /** Stores the next version; false where the version that was seen is not the stored one. */
    public boolean replace(Scales scales, int seen, Instant now, String who) {
        String content = ScaleShape.write(scales).toString();
        if (seen == 0) {
            return jooq.insertInto(IMPACT_SCALES)
                            .set(IMPACT_SCALES.ID, ONE)
                            .set(IMPACT_SCALES.VERSION, 1)
                            .set(IMPACT_SCALES.CONTENT, content)
                            .set(IMPACT_SCALES.CHANGED_AT, now.atOffset(ZoneOffset.UTC))
                            .set(IMPACT_SCALES.CHANGED_BY, who)
                            .onConflictDoNothing()
                            .execute()
                    == ONE;
        }
        return jooq.update(IMPACT_SCALES)
                        .set(IMPACT_SCALES.VERSION, seen + 1)
                        .set(IMPACT_SCALES.CONTENT, content)
                        .set(IMPACT_SCALES.CHANGED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(IMPACT_SCALES.CHANGED_BY, who)
                        .where(IMPACT_SCALES.VERSION.eq(seen))
                        .execute()
                == ONE;
    }

    private static KeptScales kept(ImpactScalesRecord row) {
        return new KeptScales(
                ScaleShape.parse(row.getContent()),
                row.getVersion(),
                row.getChangedBy(),
                row.getChangedAt().toInstant());
    }
}
