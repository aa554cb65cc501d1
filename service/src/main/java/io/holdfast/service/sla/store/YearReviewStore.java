package io.holdfast.service.sla.store;

import static io.holdfast.service.jooq.Tables.SLA_REVIEW;

import io.holdfast.service.jooq.tables.records.SlaReviewRecord;
import io.holdfast.service.sla.YearReview;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Year-end reviews in their table; the caller brings the transaction. For any number of threads. */
@Singleton
public final class YearReviewStore {

    private final DSLContext jooq;

    YearReviewStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** All, from the newest year and day. */
    public List<YearReview> list(int page, int size) {
        return jooq.selectFrom(SLA_REVIEW)
                .orderBy(SLA_REVIEW.YEAR.desc(), SLA_REVIEW.HELD_ON.desc(), SLA_REVIEW.ID.desc())
                .offset((long) page * size)
                .limit(size)
                .fetch(YearReviewStore::read);
    }

    /** How many there are. */
    public int count() {
        return jooq.fetchCount(SLA_REVIEW);
    }

    /** One of a number. */
    public Optional<YearReview> find(long id) {
        return jooq.selectFrom(SLA_REVIEW).where(SLA_REVIEW.ID.eq(id)).fetchOptional(YearReviewStore::read);
    }

    /** Stores a new one and answers its number. */
    public long insert(YearReview said) {
        SlaReviewRecord row = jooq.newRecord(SLA_REVIEW);
        write(row, said);
        row.setVersion(1);
        row.insert();
        return row.getId();
    }

    /** Stores another in the place of one; false where the version that was seen is not the stored one. */
    public boolean replace(YearReview said, int seen) {
        SlaReviewRecord row = jooq.newRecord(SLA_REVIEW);
        write(row, said);
        row.setVersion(seen + 1);
        return jooq.update(SLA_REVIEW)
                        .set(row)
                        .where(SLA_REVIEW.ID.eq(said.id()), SLA_REVIEW.VERSION.eq(seen))
                        .execute()
                == 1;
    }

    private static void write(SlaReviewRecord row, YearReview said) {
        row.setYear(said.year());
        row.setHeldOn(said.heldOn());
        row.setParticipants(said.participants().toArray(String[]::new));
        row.setElements(said.elements().toArray(String[]::new));
        row.setServices(said.services());
        row.setAgreements(said.agreements());
        row.setContracts(said.contracts());
        row.setRequirements(said.requirements());
        row.setConclusion(said.conclusion());
        row.setChangedAt(said.changedAt().atOffset(ZoneOffset.UTC));
        row.setChangedBy(said.changedBy());
    }

    private static YearReview read(SlaReviewRecord row) {
        return new YearReview(
                row.getId(),
                row.getVersion(),
                row.getYear(),
                row.getHeldOn(),
                List.of(row.getParticipants()),
                List.of(row.getElements()),
                row.getServices(),
                row.getAgreements(),
                row.getContracts(),
                row.getRequirements(),
                row.getConclusion(),
                row.getChangedAt().toInstant(),
                row.getChangedBy());
    }
}
