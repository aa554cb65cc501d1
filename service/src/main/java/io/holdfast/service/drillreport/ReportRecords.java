package io.holdfast.service.drillreport;

import io.holdfast.service.drillreport.store.ReportStore;
import io.holdfast.service.evidence.KeptRecord;
import io.holdfast.service.evidence.KeptRecords;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reports as records that are kept from the end of their drill (rows D12, I10). For any number of threads. */
@Singleton
final class ReportRecords implements KeptRecords {

    /** Their class in the retention policy. */
    static final String CLASS = "drill-record";

    private final ReportStore store;

    ReportRecords(ReportStore store) {
        this.store = store;
    }

    @Override
    public String type() {
        return DrillReports.TYPE;
    }

    @Override
    public Set<String> classes() {
        return Set.of(CLASS);
    }

    @Override
    public List<KeptRecord> listBefore(String recordClass, Instant moment, int most) {
        return store.listBefore(moment, most).stream().map(this::kept).toList();
    }

    @Override
    public Optional<KeptRecord> find(String record) {
        return record.matches("\\d{1,18}") ? store.find(Long.parseLong(record)).map(this::kept) : Optional.empty();
    }

    @Override
    public void delete(String record) {
        store.delete(Long.parseLong(record));
    }

    private KeptRecord kept(StoredReport report) {
        return new KeptRecord(type(), Long.toString(report.plan()), CLASS, report.endedAt(), "D-" + report.plan());
    }
}
