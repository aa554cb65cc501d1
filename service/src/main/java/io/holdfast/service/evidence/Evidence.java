package io.holdfast.service.evidence;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.audit.AuditEntry;
import io.holdfast.service.audit.AuditQuery;
import io.holdfast.service.evidence.internal.FileName;
import io.holdfast.service.evidence.internal.Pieces;
import io.holdfast.service.evidence.store.EvidenceStore;
import io.holdfast.service.jooq.tables.records.EvidenceItemRecord;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The door to evidence (row I15): files with hash and custody. Everything done with one is kept in the audit in the same transaction, and
 * those entries are its chain of custody: nobody changes or deletes them. For any number of threads.
 */
@Singleton
public class Evidence {

    /** What entries of the audit are about. */
    private static final String SUBJECT = EvidenceRecords.TYPE;

    private static final int MOST_EVENTS = 500;

    /** Entries that hold names, which a redaction takes away. */
    private static final Set<String> NAMING = Set.of("evidence.collect", "evidence.hand-over");

    private final EvidenceStore store;
    private final FileWriter writer;
    private final Retention retention;
    private final List<EvidenceSubjects> subjects;
    private final Audit audit;
    private final Clock clock;

    Evidence(
            EvidenceStore store,
            FileWriter writer,
            Retention retention,
            List<EvidenceSubjects> subjects,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.writer = writer;
        this.retention = retention;
        this.subjects = List.copyOf(subjects);
        this.audit = audit;
        this.clock = clock;
    }

    /** Items about a thing, the newest first. */
    @ReadOnly
    public List<EvidenceItem> listItems(String subjectType, String subject) {
        return store.list(subjectType, subject).stream().map(this::item).toList();
    }

    /** When some items were taken, by their numbers; those that there are not, or whose bytes were deleted, are left out. */
    @ReadOnly
    public Map<Long, Instant> listCollected(Collection<Long> ids) {
        Map<Long, Instant> taken = new HashMap<>();
        if (!ids.isEmpty()) {
            store.collectedAt(ids).forEach((id, at) -> taken.put(id, at.toInstant()));
        }
        return taken;
    }

    /** One item; a problem {@code unknown-evidence}. */
    @ReadOnly
    public EvidenceItem getItem(long id) {
        return item(requireRow(id));
    }

    /** The numbers of other items with the same bytes. */
    @ReadOnly
    public List<Long> listSame(long id) {
        return store.listSame(id, requireRow(id).getSha256());
    }

    /** What was done with it, from the newest; 500 at most. */
    @ReadOnly
    public List<CustodyEvent> listCustody(long id) {
        return entries(id).stream().map(CustodyEvent::of).toList();
    }

    private List<AuditEntry> entries(long id) {
        return audit.listEntries(new AuditQuery(null, null, SUBJECT, Long.toString(id), null, null), 0, MOST_EVENTS);
    }

    /** How many things were done with it. */
    @ReadOnly
    public int countCustody(long id) {
        return audit.countEntries(new AuditQuery(null, null, SUBJECT, Long.toString(id), null, null));
    }

    /** Refuses whoever may not keep evidence about a thing; then a thing that there is not. */
    public void requireSubject(String subjectType, String subject) {
        Optional<EvidenceSubject> found = findSubject(subjectType, subject);
        Acting.require(
                Permission.KEEP_EVIDENCE, found.map(EvidenceSubject::unit).orElse(null));
        if (found.isEmpty()) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "unknown-subject",
                    "There is no " + subjectType + " '" + subject + "' that evidence could be about. Types are "
                            + String.join(
                                    ", ",
                                    subjects.stream()
                                            .map(EvidenceSubjects::type)
                                            .sorted()
                                            .toList())
                            + ".");
        }
    }

    private Optional<EvidenceSubject> findSubject(String subjectType, String subject) {
        return subjects.stream()
                .filter(each -> each.type().equals(subjectType))
                .findFirst()
                .flatMap(each -> each.findSubject(subject));
    }

    /** Adds a file, whole or not at all. */
    @Transactional
    public EvidenceItem add(NewEvidence wanted, InputStream bytes) {
        requireSubject(wanted.subjectType(), wanted.subject());
        Instant now = now();
        EvidenceFields.requireSound(wanted, now);
        EvidenceItemRecord row = store.newRow();
        FileWriter.Written written = writer.write(bytes);
        row.setFile(written.file());
        row.setSubjectType(wanted.subjectType());
        row.setSubject(wanted.subject());
        row.setRecordClass(wanted.recordClass());
        row.setFileName(FileName.plain(wanted.fileName()));
        row.setDeclaredType(wanted.declaredType());
        row.setDetectedType(written.detectedType());
        row.setSize(written.size());
        row.setSha256(written.sha256());
        Instant collectedAt = wanted.collectedAt() == null ? now : wanted.collectedAt();
        row.setCollectedAt(collectedAt.atOffset(ZoneOffset.UTC));
        row.setCollectedBy(wanted.collectedBy() == null ? who() : wanted.collectedBy());
        row.setAuthorisedBy(wanted.authorisedBy());
        row.setPresent(wanted.present());
        row.setPlace(wanted.place());
        row.setDescription(wanted.description());
        row.setUploadedAt(now.atOffset(ZoneOffset.UTC));
        row.setUploadedBy(who());
        EvidenceItem item = getItem(store.create(row));
        keep("evidence.collect", item.id(), collected(item));
        keep("evidence.upload", item.id(), uploaded(item));
        return item;
    }

    private static ObjectNode collected(EvidenceItem item) {
        return node().put("at", item.collectedAt().toString())
                .put("by", item.collectedBy())
                .put("authorisedBy", item.authorisedBy())
                .put("present", item.present())
                .put("place", item.place())
                .put("description", item.description());
    }

    private static ObjectNode uploaded(EvidenceItem item) {
        return node().put("subjectType", item.subjectType())
                .put("subject", item.subject())
                .put("recordClass", item.recordClass())
                .put("fileName", item.fileName())
                .put("size", item.size())
                .put("sha256", item.sha256());
    }

    /** A file to read, which is kept before its first byte is. Problems {@code unknown-evidence} and {@code evidence-deleted}. */
    @Transactional
    public EvidenceItem read(long id) {
        EvidenceItemRecord row = requireBytes(id);
        audit.record("read.evidence", SUBJECT, Long.toString(id), null, null);
        return item(row);
    }

    /** The bytes of a file, read as they are asked for; whoever calls has called {@link #read}. */
    public InputStream open(EvidenceItem item) {
        UUID file = requireFile(item.id());
        return new Pieces(position -> findPiece(file, position), item.size());
    }

    /** A piece of a file. */
    @ReadOnly
    Optional<byte[]> findPiece(UUID file, int position) {
        return store.findPiece(file, position);
    }

    @ReadOnly
    UUID requireFile(long id) {
        return requireRow(id).getFile();
    }

    /** Computes the hash again. Cost: about a second for 300 MiB. */
    @Transactional
    public Verification verify(long id) {
        EvidenceItemRecord row = requireBytes(id);
        FileWriter.Sum sum = writer.sum(row.getFile());
        String expected = HexFormat.of().formatHex(row.getSha256());
        Verification found = new Verification(sum.sha256().equals(expected), expected, sum.sha256(), sum.size());
        keep("evidence.verify", id, node().put("whole", found.whole()).put("sha256", found.found()));
        return found;
    }

    /** Keeps that somebody else has it, such as the police a disk. */
    @Transactional
    public EvidenceItem handOver(long id, String to, @Nullable String note) {
        EvidenceItemRecord row = requireRow(id);
        Acting.require(Permission.KEEP_EVIDENCE, unitOf(row));
        EvidenceFields.requireText("to", to, EvidenceFields.NAME);
        EvidenceFields.requireText("note", note, EvidenceFields.NOTE);
        keep("evidence.hand-over", id, node().put("to", to).put("note", note));
        return item(row);
    }

    private @Nullable String unitOf(EvidenceItemRecord row) {
        return findSubject(row.getSubjectType(), row.getSubject())
                .map(EvidenceSubject::unit)
                .orElse(null);
    }

    /** Takes away who took, allowed, saw and received it and what was written about it; the file, its hash and all entries stay. */
    @Transactional
    public EvidenceItem redact(long id, String reason) {
        requireRow(id);
        List<Long> naming = NAMING.stream()
                .flatMap(action -> naming(action, id))
                .filter(entry -> entry.detail() != null)
                .map(AuditEntry::number)
                .toList();
        store.redact(id);
        naming.forEach(number -> audit.redact(number, reason));
        keep("evidence.redact", id, node().put("note", reason));
        return getItem(id);
    }

    /** Every entry of an action, however often it was done. */
    private Stream<AuditEntry> naming(String action, long id) {
        AuditQuery query = new AuditQuery(null, action, SUBJECT, Long.toString(id), null, null);
        return audit.listEntries(query, 0, Math.max(1, audit.countEntries(query))).stream();
    }

    private void keep(String action, long id, ObjectNode told) {
        audit.record(action, SUBJECT, Long.toString(id), null, told);
    }

    private EvidenceItemRecord requireRow(long id) {
        return store.find(id)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "unknown-evidence", "There is no evidence of number " + id + "."));
    }

    private EvidenceItemRecord requireBytes(long id) {
        EvidenceItemRecord row = requireRow(id);
        if (row.getDeletedAt() != null) {
            throw new ProblemException(
                    HttpStatus.GONE,
                    "evidence-deleted",
                    "The file '" + row.getFileName() + "' was deleted on "
                            + row.getDeletedAt().toLocalDate()
                            + ", after the years that it had to be kept. Its custody says by whom and why.");
        }
        return row;
    }

    private EvidenceItem item(EvidenceItemRecord row) {
        Instant uploadedAt = row.getUploadedAt().toInstant();
        return new EvidenceItem(
                row.getId(),
                row.getSubjectType(),
                row.getSubject(),
                row.getRecordClass(),
                row.getFileName(),
                row.getDeclaredType(),
                row.getDetectedType(),
                row.getSize(),
                HexFormat.of().formatHex(row.getSha256()),
                row.getCollectedAt().toInstant(),
                row.getCollectedBy(),
                row.getAuthorisedBy(),
                row.getPresent(),
                row.getPlace(),
                row.getDescription(),
                uploadedAt,
                row.getUploadedBy(),
                retention.findUntil(row.getRecordClass(), uploadedAt).orElse(null),
                retention.isHeld(SUBJECT, Long.toString(row.getId())),
                row.getDeletedAt() == null ? null : row.getDeletedAt().toInstant());
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
