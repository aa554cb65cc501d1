package io.holdfast.service.identity.store;

import static io.holdfast.service.jooq.Tables.USER_SESSION;

import io.holdfast.service.jooq.tables.records.UserSessionRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Sessions in their table; the caller brings the transaction. For any number of threads. */
@Singleton
public final class SessionStore {

    private static final HexFormat HEX = HexFormat.of();

    private final DSLContext jooq;

    SessionStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /**
     * A session that is stored; its id only as hexadecimal digits of the hash.
     *
     * @param byProvider whether the identity provider showed who it is
     */
    public record Stored(
            String idDigest,
            long account,
            String csrf,
            boolean sharedStation,
            boolean byProvider,
            String address,
            String agent,
            Instant createdAt,
            Instant seenAt,
            Instant endsAt) {}

    /** Adds a session. */
    public void create(Stored session) {
        jooq.insertInto(USER_SESSION)
                .set(USER_SESSION.ID_HASH, HEX.parseHex(session.idDigest()))
                .set(USER_SESSION.ACCOUNT, session.account())
                .set(USER_SESSION.CSRF, session.csrf())
                .set(USER_SESSION.SHARED_STATION, session.sharedStation())
                .set(USER_SESSION.BY_PROVIDER, session.byProvider())
                .set(USER_SESSION.ADDRESS, session.address())
                .set(USER_SESSION.AGENT, session.agent())
                .set(USER_SESSION.CREATED_AT, session.createdAt().atOffset(ZoneOffset.UTC))
                .set(USER_SESSION.SEEN_AT, session.seenAt().atOffset(ZoneOffset.UTC))
                .set(USER_SESSION.ENDS_AT, session.endsAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** The session of an id, by its hash. */
    public Optional<Stored> find(byte[] idHash) {
        return jooq.selectFrom(USER_SESSION)
                .where(USER_SESSION.ID_HASH.eq(idHash))
                .fetchOptional(SessionStore::stored);
    }

    /** The sessions of a person, from the newest. */
    public List<Stored> listOf(long account) {
        return jooq.selectFrom(USER_SESSION)
                .where(USER_SESSION.ACCOUNT.eq(account))
                .orderBy(USER_SESSION.CREATED_AT.desc())
                .fetch(SessionStore::stored);
    }

    private static Stored stored(UserSessionRecord row) {
        return new Stored(
                HEX.formatHex(row.getIdHash()),
                row.getAccount(),
                row.getCsrf(),
                row.getSharedStation(),
                row.getByProvider(),
                row.getAddress(),
                row.getAgent(),
                row.getCreatedAt().toInstant(),
                row.getSeenAt().toInstant(),
                row.getEndsAt().toInstant());
    }

    /** Remembers a request. */
    public void seen(byte[] idHash, Instant now) {
        jooq.update(USER_SESSION)
                .set(USER_SESSION.SEEN_AT, now.atOffset(ZoneOffset.UTC))
                .where(USER_SESSION.ID_HASH.eq(idHash))
                .execute();
    }

    /** Ends every session of a person. */
    public void endAll(long account) {
        jooq.deleteFrom(USER_SESSION).where(USER_SESSION.ACCOUNT.eq(account)).execute();
    }

    /** Ends one session. */
    public void end(byte[] idHash) {
        jooq.deleteFrom(USER_SESSION).where(USER_SESSION.ID_HASH.eq(idHash)).execute();
    }

    /** Forgets sessions whose end has come. */
    public void forgetEnded(Instant now) {
        jooq.deleteFrom(USER_SESSION)
                .where(USER_SESSION.ENDS_AT.lt(now.atOffset(ZoneOffset.UTC)))
                .execute();
    }
}
