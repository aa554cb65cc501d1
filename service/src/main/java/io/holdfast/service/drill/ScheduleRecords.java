package io.holdfast.service.drill;

import io.holdfast.service.drill.store.ScheduleStore;
import io.holdfast.service.evidence.EvidenceSubject;
import io.holdfast.service.evidence.EvidenceSubjects;
import io.holdfast.service.evidence.KeptRecord;
import io.holdfast.service.evidence.KeptRecords;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Schedules as records that are kept from the end of their year, and that evidence can be about (rows D12, I10). */
@Singleton
final class ScheduleRecords implements KeptRecords, EvidenceSubjects {

    private static final String CLASS = "drill-record";

    private final ScheduleStore store;

    ScheduleRecords(ScheduleStore store) {
        this.store = store;
    }

    @Override
    public String type() {
        return "schedule";
    }

    @Override
    public Set<String> classes() {
        return Set.of(CLASS);
    }

    @Override
    public List<KeptRecord> listBefore(String recordClass, Instant moment, int most) {
        return store.listYears().stream()
                .map(this::kept)
                .filter(record -> record.since().isBefore(moment))
                .limit(most)
                .toList();
    }

    @Override
    public Optional<KeptRecord> find(String record) {
        return store.listYears().stream()
                .filter(year -> Integer.toString(year).equals(record))
                .findFirst()
                .map(this::kept);
    }

    @Override
    public Optional<EvidenceSubject> findSubject(String id) {
        return find(id).map(record -> new EvidenceSubject(null));
    }

    @Override
    public void delete(String record) {
        store.deleteWithPins(Integer.parseInt(record));
    }

    private KeptRecord kept(int year) {
        Instant since =
                LocalDate.of(year + 1, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new KeptRecord(type(), Integer.toString(year), CLASS, since, Integer.toString(year));
    }
}
