package io.holdfast.service.approval.store;

import static io.holdfast.service.jooq.Tables.APPROVAL_DOCUMENT;
import static io.holdfast.service.jooq.Tables.APPROVAL_EVENT;
import static io.holdfast.service.jooq.Tables.APPROVAL_VERSION;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.approval.Document;
import io.holdfast.service.approval.Draft;
import io.holdfast.service.approval.Frozen;
import io.holdfast.service.approval.Version;
import io.holdfast.service.approval.VersionState;
import io.holdfast.service.approval.internal.Canonical;
import io.holdfast.service.jooq.tables.records.ApprovalDocumentRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.impl.DSL;

/** Documents under approval in their tables; the caller brings the transaction. For any number of threads. */
@Singleton
public final class ApprovalStore {

    /** A version without its content, which is long. */
    private static final List<Field<?>> HEAD = List.of(
            APPROVAL_VERSION.DOCUMENT,
            APPROVAL_VERSION.NUMBER,
            APPROVAL_VERSION.TITLE,
            APPROVAL_VERSION.TITLE_ZH_HANT,
            APPROVAL_VERSION.UNIT,
            APPROVAL_VERSION.HASH,
            APPROVAL_VERSION.NOTE,
            APPROVAL_VERSION.VALID_FROM,
            APPROVAL_VERSION.VALID_UNTIL,
            APPROVAL_VERSION.REVIEW_ON,
            APPROVAL_VERSION.SUBMITTED_BY,
            APPROVAL_VERSION.SUBMITTED_AT,
            APPROVAL_VERSION.STATE,
            APPROVAL_VERSION.DECIDED_BY,
            APPROVAL_VERSION.DECIDED_FOR,
            APPROVAL_VERSION.DECIDED_AT,
            APPROVAL_VERSION.REASON);

    private final DSLContext jooq;

    ApprovalStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Every document, by type and subject. */
    public List<Document> list() {
        return documents(DSL.noCondition());
    }

    /** The documents of one type, by subject. */
    public List<Document> list(String type) {
        return documents(APPROVAL_DOCUMENT.SUBJECT_TYPE.eq(type));
    }

    /** One document. */
    public Optional<Document> find(long id) {
        return documents(APPROVAL_DOCUMENT.ID.eq(id)).stream().findFirst();
    }

    /** The document of a subject. */
    public Optional<Document> find(String type, String subject) {
        return documents(APPROVAL_DOCUMENT.SUBJECT_TYPE.eq(type).and(APPROVAL_DOCUMENT.SUBJECT.eq(subject))).stream()
                .findFirst();
    }

    /** Documents are read before what belongs to them: each was stored together with its first version. */
    private List<Document> documents(Condition which) {
        List<ApprovalDocumentRecord> rows = jooq.selectFrom(APPROVAL_DOCUMENT)
                .where(which)
                .orderBy(APPROVAL_DOCUMENT.SUBJECT_TYPE, APPROVAL_DOCUMENT.SUBJECT)
                .fetch();
        Map<Long, List<Version>> versions = jooq.select(HEAD)
                .from(APPROVAL_VERSION)
                .join(APPROVAL_DOCUMENT)
                .on(APPROVAL_DOCUMENT.ID.eq(APPROVAL_VERSION.DOCUMENT))
                .where(which)
                .orderBy(APPROVAL_VERSION.NUMBER.desc())
                .fetchGroups(APPROVAL_VERSION.DOCUMENT, ApprovalStore::version);
        Map<Long, List<Document.Event>> events = jooq.select(APPROVAL_EVENT.fields())
                .from(APPROVAL_EVENT)
                .join(APPROVAL_DOCUMENT)
                .on(APPROVAL_DOCUMENT.ID.eq(APPROVAL_EVENT.DOCUMENT))
                .where(which)
                .orderBy(APPROVAL_EVENT.ID)
                .fetchGroups(
                        APPROVAL_EVENT.DOCUMENT,
                        row -> new Document.Event(
                                row.get(APPROVAL_EVENT.NUMBER),
                                row.get(APPROVAL_EVENT.KIND),
                                row.get(APPROVAL_EVENT.ABOUT),
                                row.get(APPROVAL_EVENT.AT).toInstant()));
        return rows.stream()
                .map(row -> new Document(
                        row.getId(),
                        row.getSubjectType(),
                        row.getSubject(),
                        versions.getOrDefault(row.getId(), List.of()),
                        events.getOrDefault(row.getId(), List.of())))
                .toList();
    }

    private static Version version(Record row) {
        OffsetDateTime decidedAt = row.get(APPROVAL_VERSION.DECIDED_AT);
        return new Version(
                row.get(APPROVAL_VERSION.NUMBER),
                row.get(APPROVAL_VERSION.TITLE),
                row.get(APPROVAL_VERSION.TITLE_ZH_HANT),
                row.get(APPROVAL_VERSION.UNIT),
                row.get(APPROVAL_VERSION.HASH),
                row.get(APPROVAL_VERSION.NOTE),
                row.get(APPROVAL_VERSION.VALID_FROM),
                row.get(APPROVAL_VERSION.VALID_UNTIL),
                row.get(APPROVAL_VERSION.REVIEW_ON),
                row.get(APPROVAL_VERSION.SUBMITTED_BY),
                row.get(APPROVAL_VERSION.SUBMITTED_AT).toInstant(),
                VersionState.of(row.get(APPROVAL_VERSION.STATE)),
                decidedAt == null
                        ? null
                        : new Version.Decision(
                                row.get(APPROVAL_VERSION.DECIDED_BY),
                                row.get(APPROVAL_VERSION.DECIDED_FOR),
                                decidedAt.toInstant(),
                                row.get(APPROVAL_VERSION.REASON)));
    }

    /** What the versions that hold were made from, of the documents of one type, by subject. */
    public Map<String, JsonNode> listApprovedBases(String type) {
        return jooq.select(APPROVAL_DOCUMENT.SUBJECT, APPROVAL_VERSION.BASIS)
                .from(APPROVAL_VERSION)
                .join(APPROVAL_DOCUMENT)
                .on(APPROVAL_DOCUMENT.ID.eq(APPROVAL_VERSION.DOCUMENT))
                .where(APPROVAL_DOCUMENT.SUBJECT_TYPE.eq(type))
                .and(APPROVAL_VERSION.STATE.eq(VersionState.APPROVED.word()))
                .fetchMap(Record2::value1, row -> Canonical.read(row.value2()));
    }

    /** What was submitted as a version. */
    public Optional<Frozen> findFrozen(long document, int number) {
        return jooq.select(APPROVAL_VERSION.CONTENT, APPROVAL_VERSION.BASIS)
                .from(APPROVAL_VERSION)
                .where(APPROVAL_VERSION.DOCUMENT.eq(document))
                .and(APPROVAL_VERSION.NUMBER.eq(number))
                .fetchOptional(row -> new Frozen(Canonical.read(row.value1()), Canonical.read(row.value2())));
    }

    /** Adds a document without a version; answers its number. */
    public long create(String type, String subject) {
        return Objects.requireNonNull(jooq.insertInto(APPROVAL_DOCUMENT)
                        .set(APPROVAL_DOCUMENT.SUBJECT_TYPE, type)
                        .set(APPROVAL_DOCUMENT.SUBJECT, subject)
                        .returning(APPROVAL_DOCUMENT.ID)
                        .fetchOne())
                .getId();
    }

    /** Adds a version that waits. */
    public void submit(long document, Version version, Draft draft) {
        jooq.insertInto(APPROVAL_VERSION)
                .set(APPROVAL_VERSION.DOCUMENT, document)
                .set(APPROVAL_VERSION.NUMBER, version.number())
                .set(APPROVAL_VERSION.TITLE, version.title())
                .set(APPROVAL_VERSION.TITLE_ZH_HANT, version.titleZhHant())
                .set(APPROVAL_VERSION.UNIT, version.unit())
                .set(APPROVAL_VERSION.CONTENT, Canonical.write(draft.content()))
                .set(APPROVAL_VERSION.BASIS, Canonical.write(draft.basis()))
                .set(APPROVAL_VERSION.HASH, version.hash())
                .set(APPROVAL_VERSION.NOTE, version.note())
                .set(APPROVAL_VERSION.VALID_FROM, version.validFrom())
                .set(APPROVAL_VERSION.VALID_UNTIL, version.validUntil())
                .set(APPROVAL_VERSION.REVIEW_ON, version.reviewOn())
                .set(APPROVAL_VERSION.SUBMITTED_BY, version.submittedBy())
                .set(APPROVAL_VERSION.SUBMITTED_AT, version.submittedAt().atOffset(ZoneOffset.UTC))
                .set(APPROVAL_VERSION.STATE, version.state().word())
                .execute();
    }

    /** Keeps others from deciding about the versions of a document until the transaction ends. */
    public void lock(long document) {
        jooq.select(APPROVAL_VERSION.NUMBER)
                .from(APPROVAL_VERSION)
                .where(APPROVAL_VERSION.DOCUMENT.eq(document))
                .orderBy(APPROVAL_VERSION.NUMBER)
                .forUpdate()
                .execute();
    }

    /** Keeps what was decided about a version that waits; where it was approved, the one that held until now is superseded. */
    public void decide(long document, int number, VersionState state, Version.Decision decision) {
        if (state == VersionState.APPROVED) {
            jooq.update(APPROVAL_VERSION)
                    .set(APPROVAL_VERSION.STATE, VersionState.SUPERSEDED.word())
                    .where(APPROVAL_VERSION.DOCUMENT.eq(document))
                    .and(APPROVAL_VERSION.STATE.eq(VersionState.APPROVED.word()))
                    .execute();
        }
        jooq.update(APPROVAL_VERSION)
                .set(APPROVAL_VERSION.STATE, state.word())
                .set(APPROVAL_VERSION.DECIDED_BY, decision.by())
                .set(APPROVAL_VERSION.DECIDED_FOR, decision.heldFor())
                .set(APPROVAL_VERSION.DECIDED_AT, decision.at().atOffset(ZoneOffset.UTC))
                .set(APPROVAL_VERSION.REASON, decision.reason())
                .where(APPROVAL_VERSION.DOCUMENT.eq(document))
                .and(APPROVAL_VERSION.NUMBER.eq(number))
                .execute();
    }

    /** Keeps that something happened to a version that calls for a review. */
    public void announce(long document, int number, String kind, String about, Instant at) {
        jooq.insertInto(APPROVAL_EVENT)
                .set(APPROVAL_EVENT.DOCUMENT, document)
                .set(APPROVAL_EVENT.NUMBER, number)
                .set(APPROVAL_EVENT.KIND, kind)
                .set(APPROVAL_EVENT.ABOUT, about)
                .set(APPROVAL_EVENT.AT, at.atOffset(ZoneOffset.UTC))
                .execute();
    }
}
