package io.holdfast.service.drillreport;

import io.holdfast.service.drillreport.store.SupplierDrillStore;
import io.holdfast.service.evidence.EvidenceSubject;
import io.holdfast.service.evidence.EvidenceSubjects;
import io.holdfast.service.evidence.KeptRecord;
import io.holdfast.service.evidence.KeptRecords;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Drills of suppliers as records that are kept from their day, and that evidence can be about (rows D17, I10). */
@Singleton
final class SupplierDrillRecords implements KeptRecords, EvidenceSubjects {

    private static final String CLASS = "drill-record";

    private final SupplierDrillStore store;

    SupplierDrillRecords(SupplierDrillStore store) {
        this.store = store;
    }

    @Override
    public String type() {
        return SupplierDrills.TYPE;
    }

    @Override
    public Set<String> classes() {
        return Set.of(CLASS);
    }

    @Override
    public List<KeptRecord> listBefore(String recordClass, Instant moment, int most) {
        return store.listBefore(moment.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1)).stream()
                .map(this::kept)
                .filter(record -> record.since().isBefore(moment))
                .limit(most)
                .toList();
    }

    @Override
    public Optional<KeptRecord> find(String record) {
        return row(record).map(this::kept);
    }

    @Override
    public Optional<EvidenceSubject> findSubject(String id) {
        return row(id).map(drill -> new EvidenceSubject(drill.content().unit()));
    }

    private Optional<SupplierDrill> row(String id) {
        return id.matches("\\d{1,18}") ? store.find(Long.parseLong(id)) : Optional.empty();
    }

    @Override
    public void delete(String record) {
        store.delete(Long.parseLong(record));
    }

    private KeptRecord kept(SupplierDrill drill) {
        SupplierDrill.Content content = drill.content();
        return new KeptRecord(
                type(),
                Long.toString(drill.id()),
                CLASS,
                content.heldOn().atStartOfDay(ZoneOffset.UTC).toInstant(),
                content.supplier() + ": " + content.title());
    }
}
