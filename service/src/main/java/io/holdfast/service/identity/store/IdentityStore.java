package io.holdfast.service.identity.store;

import static io.holdfast.service.jooq.Tables.EXTERNAL_IDENTITY;

import io.holdfast.service.identity.ExternalIdentity;
import io.holdfast.service.jooq.tables.records.ExternalIdentityRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** People as identity providers know them, in their table; the caller brings the transaction. For any number of threads. */
@Singleton
public final class IdentityStore {

    private final DSLContext jooq;

    IdentityStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** All, by name. */
    public List<ExternalIdentity> list() {
        return jooq.selectFrom(EXTERNAL_IDENTITY)
                .orderBy(EXTERNAL_IDENTITY.NAME, EXTERNAL_IDENTITY.ID)
                .fetch(IdentityStore::identity);
    }

    /** One, by its number. */
    public Optional<ExternalIdentity> find(long id) {
        return jooq.selectFrom(EXTERNAL_IDENTITY)
                .where(EXTERNAL_IDENTITY.ID.eq(id))
                .fetchOptional(IdentityStore::identity);
    }

    /** One, by what identifies it. */
    public Optional<ExternalIdentity> find(String issuer, String subject) {
        return jooq.selectFrom(EXTERNAL_IDENTITY)
                .where(EXTERNAL_IDENTITY.ISSUER.eq(issuer))
                .and(EXTERNAL_IDENTITY.SUBJECT.eq(subject))
                .fetchOptional(IdentityStore::identity);
    }

    /** Remembers that somebody came from the provider, and what they are called there now. */
    public ExternalIdentity see(String issuer, String subject, String name, String displayName, Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        return identity(jooq.insertInto(EXTERNAL_IDENTITY)
                .set(EXTERNAL_IDENTITY.ISSUER, issuer)
                .set(EXTERNAL_IDENTITY.SUBJECT, subject)
                .set(EXTERNAL_IDENTITY.NAME, name)
                .set(EXTERNAL_IDENTITY.DISPLAY_NAME, displayName)
                .set(EXTERNAL_IDENTITY.FIRST_SEEN_AT, at)
                .set(EXTERNAL_IDENTITY.SEEN_AT, at)
                .onConflict(EXTERNAL_IDENTITY.ISSUER, EXTERNAL_IDENTITY.SUBJECT)
                .doUpdate()
                .set(EXTERNAL_IDENTITY.NAME, name)
                .set(EXTERNAL_IDENTITY.DISPLAY_NAME, displayName)
                .set(EXTERNAL_IDENTITY.SEEN_AT, at)
                .returning()
                .fetchSingle());
    }

    /** Lets somebody at the provider open an account, whether they have come already or not. */
    public ExternalIdentity link(String issuer, String subject, long account, Instant now) {
        return identity(jooq.insertInto(EXTERNAL_IDENTITY)
                .set(EXTERNAL_IDENTITY.ISSUER, issuer)
                .set(EXTERNAL_IDENTITY.SUBJECT, subject)
                .set(EXTERNAL_IDENTITY.NAME, subject)
                .set(EXTERNAL_IDENTITY.DISPLAY_NAME, subject)
                .set(EXTERNAL_IDENTITY.ACCOUNT, account)
                .set(EXTERNAL_IDENTITY.FIRST_SEEN_AT, now.atOffset(ZoneOffset.UTC))
                .onConflict(EXTERNAL_IDENTITY.ISSUER, EXTERNAL_IDENTITY.SUBJECT)
                .doUpdate()
                .set(EXTERNAL_IDENTITY.ACCOUNT, account)
                .returning()
                .fetchSingle());
    }

    /** Forgets one. */
    public void remove(long id) {
        jooq.deleteFrom(EXTERNAL_IDENTITY).where(EXTERNAL_IDENTITY.ID.eq(id)).execute();
    }

    /** Forgets who was turned away and has not come again since a moment. */
    public void forgetTurnedAwayBefore(Instant moment) {
        jooq.deleteFrom(EXTERNAL_IDENTITY)
                .where(EXTERNAL_IDENTITY.ACCOUNT.isNull())
                .and(EXTERNAL_IDENTITY.SEEN_AT.lt(moment.atOffset(ZoneOffset.UTC)))
                .execute();
    }

    private static ExternalIdentity identity(ExternalIdentityRecord row) {
        @Nullable OffsetDateTime seenAt = row.getSeenAt();
        return new ExternalIdentity(
                row.getId(),
                row.getIssuer(),
                row.getSubject(),
                row.getAccount(),
                row.getName(),
                row.getDisplayName(),
                row.getFirstSeenAt().toInstant(),
                seenAt == null ? null : seenAt.toInstant());
    }
}
