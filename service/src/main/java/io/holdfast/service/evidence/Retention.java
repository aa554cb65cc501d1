package io.holdfast.service.evidence;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.evidence.store.RetentionStore;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The door to how long records are kept (rows I10, I17): the policy, what is held longer, and what may be deleted now. Nothing is deleted
 * but by a person's decision, with a reason, after its date. The database checks it again. For any number of threads.
 */
@Singleton
public class Retention {

    private static final int MOST = 500;

    private final RetentionStore store;
    private final List<KeptRecords> records;
    private final Audit audit;
    private final Clock clock;

    Retention(RetentionStore store, List<KeptRecords> records, Audit audit, Clock clock) {
        this.store = store;
        this.records = List.copyOf(records);
        this.audit = audit;
        this.clock = clock;
    }

    /** The policy, by class. */
    @ReadOnly
    public List<Policy> listPolicies() {
        return store.listPolicies();
    }

    /** Until when something of a class is kept; empty where it is kept for good. */
    @ReadOnly
    public Optional<Instant> findUntil(String recordClass, Instant since) {
        return store.findPolicy(recordClass).flatMap(policy -> policy.findUntil(since));
    }

    /** Whether a record is on hold. */
    @ReadOnly
    public boolean isHeld(String recordType, String record) {
        return store.findHoldOf(recordType, record).isPresent();
    }

    /** Changes the years of a class on the version that was seen; what is there already is kept so long too. */
    @Transactional
    public Policy change(String recordClass, int years, int version, String reason) {
        Policy before = requirePolicy(recordClass);
        Integer least = before.leastYears();
        if (least == null || years < least || years > 100) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "bad-retention",
                    least == null
                            ? "Records of class '" + recordClass
                                    + "' are not kept by years, so these cannot be changed."
                            : "Records of class '" + recordClass + "' cannot be kept for " + years
                                    + " years: the guideline asks for at least " + least
                                    + ", and 100 is the most. Choose a number between.");
        }
        if (!store.change(recordClass, years, version, now(), who(), reason)) {
            throw new ProblemException(
                    HttpStatus.PRECONDITION_FAILED,
                    "changed-meanwhile",
                    "Somebody else changed this policy since it was loaded. Load it anew and change it then.");
        }
        audit.record(
                "retention.change",
                "retention",
                recordClass,
                node().put("years", before.years()),
                node().put("years", years).put("note", reason));
        return requirePolicy(recordClass);
    }

    /** What may be deleted now, the oldest first; 500 of each kind at most. */
    @ReadOnly
    public List<KeptRecord> listDue() {
        return records.stream()
                .flatMap(kept -> kept.classes().stream().flatMap(each -> due(kept, each)))
                .filter(record -> !isHeld(record.type(), record.record()))
                .sorted(Comparator.comparing(KeptRecord::since))
                .toList();
    }

    private Stream<KeptRecord> due(KeptRecords kept, String recordClass) {
        Integer years = requirePolicy(recordClass).years();
        return years == null
                ? Stream.empty()
                : kept
                        .listBefore(
                                recordClass,
                                now().atOffset(ZoneOffset.UTC).minusYears(years).toInstant(),
                                MOST)
                        .stream()
                        .filter(record -> isOver(record.recordClass(), record.since()));
    }

    private boolean isOver(String recordClass, Instant since) {
        return findUntil(recordClass, since)
                .filter(until -> !until.isAfter(now()))
                .isPresent();
    }

    /** Holds, those that hold first; 500 at most. */
    @ReadOnly
    public List<Hold> listHolds() {
        return store.listHolds(MOST);
    }

    /** Keeps a record from being deleted until it is lifted. */
    @Transactional
    public Hold hold(String recordType, String record, String reason) {
        store.lock(requireRecord(recordType, record).recordClass());
        store.findHoldOf(recordType, record).ifPresent(hold -> {
            throw onHold(hold);
        });
        Hold hold = store.place(recordType, record, reason, now(), who());
        audit.record(recordType + ".hold", recordType, record, null, node().put("note", reason));
        return hold;
    }

    /** Refuses to go on where a record is on hold. */
    @Transactional
    public void requireFree(String recordType, String record) {
        store.findHoldOf(recordType, record).ifPresent(hold -> {
            throw onHold(hold);
        });
    }

    /** Lifts a hold. */
    @Transactional
    public Hold lift(long id, String reason) {
        Hold hold = store.findHold(id)
                .filter(each -> each.liftedAt() == null)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "unknown-hold",
                        "There is no hold " + id + ", or it was lifted already."));
        store.lift(id, reason, now(), who());
        audit.record(
                hold.recordType() + ".release", hold.recordType(), hold.record(), null, node().put("note", reason));
        return store.findHold(id).orElseThrow();
    }

    /** Deletes a record whose date is over and that is not on hold; that it was there, and who decided, stays in the audit. */
    @Transactional
    public void delete(String recordType, String record, String reason) {
        KeptRecord kept = requireRecord(recordType, record);
        store.lock(kept.recordClass());
        Optional<Instant> until = findUntil(kept.recordClass(), kept.since());
        if (until.isEmpty() || until.get().isAfter(now())) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "kept-until",
                    "'" + kept.name() + "' is kept "
                            + until.map(moment -> "until "
                                            + moment.atOffset(ZoneOffset.UTC).toLocalDate()
                                            + ". It can be deleted after that day")
                                    .orElse("for good")
                            + "; personal data in it can be redacted before.");
        }
        store.findHoldOf(recordType, record).ifPresent(hold -> {
            throw onHold(hold);
        });
        of(recordType).delete(record);
        audit.record(
                recordType + ".delete",
                recordType,
                record,
                null,
                node().put("name", kept.name())
                        .put("recordClass", kept.recordClass())
                        .put("since", kept.since().toString())
                        .put("note", reason));
    }

    private static ProblemException onHold(Hold hold) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "on-hold",
                "This was put on hold on "
                        + hold.placedAt().atOffset(ZoneOffset.UTC).toLocalDate() + " by "
                        + hold.placedBy() + ": " + hold.reason().replaceFirst("\\.?$", ".")
                        + " Lift that hold first, with a reason.");
    }

    private KeptRecord requireRecord(String recordType, String record) {
        return of(recordType)
                .find(record)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "unknown-record",
                        "There is no " + recordType + " '" + record + "', or it was deleted already."));
    }

    private KeptRecords of(String recordType) {
        return records.stream()
                .filter(each -> each.type().equals(recordType))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "unknown-record",
                        "There are no records of type '" + recordType + "'. Known are "
                                + String.join(
                                        ", ",
                                        records.stream()
                                                .map(KeptRecords::type)
                                                .sorted()
                                                .toList())
                                + "."));
    }

    private Policy requirePolicy(String recordClass) {
        return store.findPolicy(recordClass)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "unknown-class",
                        "The retention policy has no class '" + recordClass + "'."));
    }

    /** The database keeps microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String who() {
        return Acting.current().name();
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
