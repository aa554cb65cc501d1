package io.holdfast.service.evidence;

import io.holdfast.service.evidence.store.EvidenceStore;
import io.holdfast.service.jooq.tables.records.EvidenceItemRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Evidence as records that are kept: after its date its bytes may go, what was said and done stays. */
@Singleton
final class EvidenceRecords implements KeptRecords {

    static final String TYPE = "evidence";

    /** What evidence may be kept as. */
    static final Set<String> CLASSES = Set.of("evidence", "drill-record", "incident-record", "training-record");

    private final EvidenceStore store;
    private final Clock clock;

    EvidenceRecords(EvidenceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Set<String> classes() {
        return CLASSES;
    }

    @Override
    public List<KeptRecord> listBefore(String recordClass, Instant moment, int most) {
        return store.listBefore(recordClass, moment, most).stream()
                .map(EvidenceRecords::kept)
                .toList();
    }

    @Override
    public Optional<KeptRecord> find(String record) {
        return row(record).map(EvidenceRecords::kept);
    }

    @Override
    public void delete(String record) {
        store.delete(row(record).orElseThrow(), clock.instant());
    }

    private Optional<EvidenceItemRecord> row(String record) {
        return record.matches("\\d{1,18}")
                ? store.find(Long.parseLong(record)).filter(row -> row.getDeletedAt() == null)
                : Optional.empty();
    }

    private static KeptRecord kept(EvidenceItemRecord row) {
        return new KeptRecord(
                TYPE,
                Long.toString(row.getId()),
                row.getRecordClass(),
                row.getUploadedAt().toInstant(),
                row.getFileName());
    }
}
