package io.holdfast.service.simulation;

import io.holdfast.service.evidence.EvidenceSubject;
import io.holdfast.service.evidence.EvidenceSubjects;
import io.holdfast.service.evidence.KeptRecord;
import io.holdfast.service.evidence.KeptRecords;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Runs as records that are kept, and that evidence can be about. */
@Singleton
final class RunRecords implements KeptRecords, EvidenceSubjects {

    private static final String CLASS = "simulation-report";

    private final RunStore store;
    private final RunResults results;

    RunRecords(RunStore store, RunResults results) {
        this.store = store;
        this.results = results;
    }

    @Override
    public String type() {
        return "run";
    }

    @Override
    public Set<String> classes() {
        return Set.of(CLASS);
    }

    @Override
    public List<KeptRecord> listBefore(String recordClass, Instant moment, int most) {
        return store.listEndedBefore(moment, most).stream().map(this::kept).toList();
    }

    @Override
    public Optional<KeptRecord> find(String record) {
        return findRun(record).map(this::kept);
    }

    @Override
    public Optional<EvidenceSubject> findSubject(String id) {
        return findRun(id).map(run -> new EvidenceSubject(null));
    }

    private Optional<Run> findRun(String id) {
        return id.matches("[1-9]\\d{0,17}") ? store.find(Long.parseLong(id)) : Optional.empty();
    }

    @Override
    public void delete(String record) {
        store.delete(Long.parseLong(record));
        results.forget(Long.parseLong(record));
    }

    private KeptRecord kept(Run run) {
        return new KeptRecord(
                type(),
                Long.toString(run.id()),
                CLASS,
                Objects.requireNonNullElse(run.finishedAt(), run.requestedAt()),
                run.subject() == null ? run.kind().word() : run.kind().word() + " " + run.subject());
    }
}
