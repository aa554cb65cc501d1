package io.holdfast.service.identity.store;

import static io.holdfast.service.jooq.Tables.API_TOKEN;

import io.holdfast.service.identity.ApiKey;
import io.holdfast.service.jooq.tables.records.ApiTokenRecord;
import io.holdfast.service.kernel.access.Permission;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Keys for programs, by the hash of their secret; the caller brings the transaction. For any number of threads. */
@Singleton
public final class KeyStore {

    private final DSLContext jooq;

    KeyStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Adds a key. */
    public ApiKey create(
            long account, String name, byte[] hash, Set<Permission> scopes, Instant now, Instant expiresAt) {
        return key(jooq.insertInto(API_TOKEN)
                .set(API_TOKEN.ACCOUNT, account)
                .set(API_TOKEN.NAME, name)
                .set(API_TOKEN.HASH, hash)
                .set(
                        API_TOKEN.SCOPES,
                        scopes.stream().map(Permission::word).sorted().toArray(String[]::new))
                .set(API_TOKEN.CREATED_AT, now.atOffset(ZoneOffset.UTC))
                .set(API_TOKEN.EXPIRES_AT, expiresAt.atOffset(ZoneOffset.UTC))
                .returning()
                .fetchSingle());
    }

    /** The keys of a person, from the newest. */
    public List<ApiKey> listOf(long account) {
        return jooq.selectFrom(API_TOKEN)
                .where(API_TOKEN.ACCOUNT.eq(account))
                .orderBy(API_TOKEN.ID.desc())
                .fetch(KeyStore::key);
    }

    /** The key of a secret, by its hash, if it still works. */
    public Optional<ApiKey> find(byte[] hash, Instant now) {
        return jooq.selectFrom(API_TOKEN)
                .where(API_TOKEN.HASH.eq(hash))
                .and(API_TOKEN.REVOKED_AT.isNull())
                .and(API_TOKEN.EXPIRES_AT.gt(now.atOffset(ZoneOffset.UTC)))
                .fetchOptional(KeyStore::key);
    }

    /** Remembers that a key was used. */
    public void used(long id, Instant now) {
        jooq.update(API_TOKEN)
                .set(API_TOKEN.USED_AT, now.atOffset(ZoneOffset.UTC))
                .where(API_TOKEN.ID.eq(id))
                .execute();
    }

    /** Ends a key of a person; false where there is none that works. */
    public boolean revoke(long account, long id, Instant now) {
        return jooq.update(API_TOKEN)
                        .set(API_TOKEN.REVOKED_AT, now.atOffset(ZoneOffset.UTC))
                        .where(API_TOKEN.ID.eq(id))
                        .and(API_TOKEN.ACCOUNT.eq(account))
                        .and(API_TOKEN.REVOKED_AT.isNull())
                        .execute()
                == 1;
    }

    private static ApiKey key(ApiTokenRecord row) {
        return new ApiKey(
                row.getId(),
                row.getAccount(),
                row.getName(),
                Stream.of(row.getScopes())
                        .map(word -> Permission.findByWord(word)
                                .orElseThrow(
                                        () -> new IllegalStateException("The database holds the scope '" + word + "'")))
                        .collect(Collectors.toUnmodifiableSet()),
                row.getCreatedAt().toInstant(),
                row.getExpiresAt().toInstant(),
                instant(row.getUsedAt()),
                instant(row.getRevokedAt()));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
