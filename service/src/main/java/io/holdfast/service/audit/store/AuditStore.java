package io.holdfast.service.audit.store;

import static io.holdfast.service.jooq.Tables.AUDIT_DETAIL;
import static io.holdfast.service.jooq.Tables.AUDIT_ENTRY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.service.audit.AuditEntry;
import io.holdfast.service.audit.AuditQuery;
import io.holdfast.service.audit.ChainedEntry;
import io.holdfast.service.audit.internal.EntryHash;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Appends to and reads the tables of the audit; the caller brings the transaction. For any number of threads. */
@Singleton
public final class AuditStore {

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** Names the lock under which entries are appended; any number that nothing else uses. */
    private static final long APPENDING = 0x484f_4c44_0001L;

    private static final HexFormat HEX = HexFormat.of();

    private static final int ROWS_AT_ONCE = 500;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext jooq;
    private final SecureRandom random = new SecureRandom();

    AuditStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Appends an entry; from now to the end of the transaction nobody else can. */
    public void append(String action, String subjectType, String subject, String actor, String content) {
        jooq.select(DSL.function("pg_advisory_xact_lock", Object.class, DSL.val(APPENDING)))
                .execute();
        Record last = jooq.select(AUDIT_ENTRY.NUMBER, AUDIT_ENTRY.HASH)
                .from(AUDIT_ENTRY)
                .orderBy(AUDIT_ENTRY.NUMBER.desc())
                .limit(1)
                .fetchOne();
        byte[] previous = last == null ? EntryHash.first() : last.get(AUDIT_ENTRY.HASH);
        long number = last == null ? 1 : last.get(AUDIT_ENTRY.NUMBER) + 1;
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        byte[] detailHash = EntryHash.ofDetail(salt, actor, content);
        byte[] hash = EntryHash.ofEntry(previous, number, at, action, subjectType, subject, detailHash);
        jooq.insertInto(AUDIT_ENTRY)
                .set(AUDIT_ENTRY.NUMBER, number)
                .set(AUDIT_ENTRY.AT, at.atOffset(ZoneOffset.UTC))
                .set(AUDIT_ENTRY.ACTION, action)
                .set(AUDIT_ENTRY.SUBJECT_TYPE, subjectType)
                .set(AUDIT_ENTRY.SUBJECT, subject)
                .set(AUDIT_ENTRY.DETAIL_HASH, detailHash)
                .set(AUDIT_ENTRY.PREVIOUS_HASH, previous)
                .set(AUDIT_ENTRY.HASH, hash)
                .execute();
        jooq.insertInto(AUDIT_DETAIL)
                .set(AUDIT_DETAIL.NUMBER, number)
                .set(AUDIT_DETAIL.SALT, salt)
                .set(AUDIT_DETAIL.ACTOR, actor)
                .set(AUDIT_DETAIL.CONTENT, content)
                .execute();
    }

    /** Entries from the newest. */
    public List<AuditEntry> list(AuditQuery query, int page, int size) {
        return all().where(of(query))
                .orderBy(AUDIT_ENTRY.NUMBER.desc())
                .limit(size)
                .offset((long) page * size)
                .fetch(AuditStore::entry);
    }

    /** How many there are. */
    public int count(AuditQuery query) {
        return jooq.fetchCount(all().where(of(query)));
    }

    /** One entry. */
    public Optional<AuditEntry> find(long number) {
        return all().where(AUDIT_ENTRY.NUMBER.eq(number)).fetchOptional(AuditStore::entry);
    }

    /** Takes the detail of an entry away. */
    public void redact(long number) {
        jooq.update(AUDIT_DETAIL)
                .set(AUDIT_DETAIL.ACTOR, (String) null)
                .set(AUDIT_DETAIL.CONTENT, (String) null)
                .where(AUDIT_DETAIL.NUMBER.eq(number))
                .execute();
    }

    /** Hands over every entry from the first, a few at a time in memory, as long as it is wanted. */
    public void forEach(Predicate<ChainedEntry> taker) {
        try (Cursor<? extends Record> rows =
                all().orderBy(AUDIT_ENTRY.NUMBER).fetchSize(ROWS_AT_ONCE).fetchLazy()) {
            for (Record row : rows) {
                if (!taker.test(chained(row))) {
                    return;
                }
            }
        }
    }

    private SelectOnConditionStep<Record> all() {
        return jooq.select(AUDIT_ENTRY.fields())
                .select(AUDIT_DETAIL.SALT, AUDIT_DETAIL.ACTOR, AUDIT_DETAIL.CONTENT)
                .from(AUDIT_ENTRY)
                .leftJoin(AUDIT_DETAIL)
                .on(AUDIT_DETAIL.NUMBER.eq(AUDIT_ENTRY.NUMBER));
    }

    private static Condition of(AuditQuery query) {
        Condition condition = DSL.noCondition();
        if (query.actor() != null) {
            condition = condition.and(AUDIT_DETAIL.ACTOR.eq(query.actor()));
        }
        if (query.action() != null) {
            condition = condition.and(
                    AUDIT_ENTRY.ACTION.eq(query.action()).or(AUDIT_ENTRY.ACTION.startsWith(query.action() + ".")));
        }
        if (query.subjectType() != null) {
            condition = condition.and(AUDIT_ENTRY.SUBJECT_TYPE.eq(query.subjectType()));
        }
        if (query.subject() != null) {
            condition = condition.and(AUDIT_ENTRY.SUBJECT.eq(query.subject()));
        }
        if (query.from() != null) {
            condition = condition.and(AUDIT_ENTRY.AT.ge(within(query.from())));
        }
        return query.until() == null ? condition : condition.and(AUDIT_ENTRY.AT.lt(within(query.until())));
    }

    /** A moment that the database knows: before the first or after the last of these nothing is kept. */
    private static OffsetDateTime within(Instant moment) {
        Instant known = moment.isBefore(EARLIEST) ? EARLIEST : moment.isAfter(LATEST) ? LATEST : moment;
        return known.atOffset(ZoneOffset.UTC);
    }

    private static AuditEntry entry(Record row) {
        return new AuditEntry(
                row.get(AUDIT_ENTRY.NUMBER),
                at(row.get(AUDIT_ENTRY.AT)),
                row.get(AUDIT_ENTRY.ACTION),
                row.get(AUDIT_ENTRY.SUBJECT_TYPE),
                row.get(AUDIT_ENTRY.SUBJECT),
                row.get(AUDIT_DETAIL.ACTOR),
                tree(row.get(AUDIT_DETAIL.CONTENT)),
                HEX.formatHex(row.get(AUDIT_ENTRY.HASH)));
    }

    private static ChainedEntry chained(Record row) {
        byte[] salt = row.get(AUDIT_DETAIL.SALT);
        return new ChainedEntry(
                row.get(AUDIT_ENTRY.NUMBER),
                at(row.get(AUDIT_ENTRY.AT)),
                row.get(AUDIT_ENTRY.ACTION),
                row.get(AUDIT_ENTRY.SUBJECT_TYPE),
                row.get(AUDIT_ENTRY.SUBJECT),
                row.get(AUDIT_DETAIL.ACTOR),
                row.get(AUDIT_DETAIL.CONTENT),
                salt == null ? null : HEX.formatHex(salt),
                HEX.formatHex(row.get(AUDIT_ENTRY.DETAIL_HASH)),
                HEX.formatHex(row.get(AUDIT_ENTRY.PREVIOUS_HASH)),
                HEX.formatHex(row.get(AUDIT_ENTRY.HASH)));
    }

    private static Instant at(@Nullable OffsetDateTime moment) {
        return Objects.requireNonNull(moment, "every entry has its time").toInstant();
    }

    private static @Nullable JsonNode tree(@Nullable String content) {
        try {
            return content == null ? null : JSON.readTree(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The audit writes its details as JSON", e);
        }
    }
}
