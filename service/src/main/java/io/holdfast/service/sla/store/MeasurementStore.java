package io.holdfast.service.sla.store;

import static io.holdfast.service.jooq.Tables.SLA_MEASUREMENT;

import io.holdfast.service.jooq.tables.records.SlaMeasurementRecord;
import io.holdfast.service.sla.Measurement;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Measurements in their table; the caller brings the transaction. For any number of threads. */
@Singleton
public final class MeasurementStore {

    private final DSLContext jooq;

    MeasurementStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Those of an element, from the newest period. */
    public List<Measurement> list(String element) {
        return jooq.selectFrom(SLA_MEASUREMENT)
                .where(SLA_MEASUREMENT.ELEMENT.eq(element))
                .orderBy(SLA_MEASUREMENT.PERIOD.desc(), SLA_MEASUREMENT.ID.desc())
                .fetch(MeasurementStore::read);
    }

    /** One of a number. */
    public Optional<Measurement> find(long id) {
        return jooq.selectFrom(SLA_MEASUREMENT).where(SLA_MEASUREMENT.ID.eq(id)).fetchOptional(MeasurementStore::read);
    }

    /** Stores a new one and answers its number. */
    public long insert(Measurement said) {
        SlaMeasurementRecord row = jooq.newRecord(SLA_MEASUREMENT);
        write(row, said);
        row.setVersion(1);
        row.insert();
        return row.getId();
    }

    /** Stores another in the place of one; false where the version that was seen is not the stored one. */
    public boolean replace(Measurement said, int seen) {
        SlaMeasurementRecord row = jooq.newRecord(SLA_MEASUREMENT);
        write(row, said);
        row.setVersion(seen + 1);
        return jooq.update(SLA_MEASUREMENT)
                        .set(row)
                        .where(SLA_MEASUREMENT.ID.eq(said.id()), SLA_MEASUREMENT.VERSION.eq(seen))
                        .execute()
                == 1;
    }

    /** Takes one away; false where the version that was seen is not the stored one. */
    public boolean delete(long id, int seen) {
        return jooq.deleteFrom(SLA_MEASUREMENT)
                        .where(SLA_MEASUREMENT.ID.eq(id), SLA_MEASUREMENT.VERSION.eq(seen))
                        .execute()
                == 1;
    }

    private static void write(SlaMeasurementRecord row, Measurement said) {
        row.setElement(said.element());
        row.setAgreement(said.agreement());
        row.setPeriod(said.period());
        row.setDownMinutes(said.downMinutes());
        row.setOutageMinutes(said.outageMinutes().toArray(BigDecimal[]::new));
        row.setSource(said.source());
        row.setReviewedBy(said.reviewedBy());
        row.setReviewedOn(said.reviewedOn());
        row.setNote(said.note());
        row.setChangedAt(said.changedAt().atOffset(ZoneOffset.UTC));
        row.setChangedBy(said.changedBy());
    }

    private static Measurement read(SlaMeasurementRecord row) {
        return new Measurement(
                row.getId(),
                row.getVersion(),
                row.getElement(),
                row.getAgreement(),
                row.getPeriod(),
                row.getDownMinutes(),
                List.of(row.getOutageMinutes()),
                row.getSource(),
                row.getReviewedBy(),
                row.getReviewedOn(),
                row.getNote(),
                row.getChangedAt().toInstant(),
                row.getChangedBy());
    }
}
