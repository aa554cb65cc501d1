package io.holdfast.service.identity.store;

import static io.holdfast.service.jooq.Tables.ONE_TIME_LINK;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Links that work once, by the hash of their secret; the caller brings the transaction. For any number of threads. */
@Singleton
public final class LinkStore {

    private final DSLContext jooq;

    LinkStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** For whom a link is: an account, or null for the first administrator. */
    public record Link(@Nullable Long account) {}

    /** Puts a link in the place of others for the same account; null: for the first administrator. */
    public void create(byte[] hash, @Nullable Long account, Instant expiresAt) {
        removeOf(account);
        jooq.insertInto(ONE_TIME_LINK)
                .set(ONE_TIME_LINK.HASH, hash)
                .set(ONE_TIME_LINK.PURPOSE, account == null ? "first" : "password")
                .set(ONE_TIME_LINK.ACCOUNT, account)
                .set(ONE_TIME_LINK.EXPIRES_AT, expiresAt.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Takes every link of an account away; null: of the first administrator. */
    public void removeOf(@Nullable Long account) {
        jooq.deleteFrom(ONE_TIME_LINK)
                .where(account == null ? ONE_TIME_LINK.ACCOUNT.isNull() : ONE_TIME_LINK.ACCOUNT.eq(account))
                .execute();
    }

    /** A link that still works. */
    public Optional<Link> find(byte[] hash, Instant now) {
        return jooq.selectFrom(ONE_TIME_LINK)
                .where(ONE_TIME_LINK.HASH.eq(hash))
                .and(ONE_TIME_LINK.EXPIRES_AT.gt(now.atOffset(ZoneOffset.UTC)))
                .fetchOptional(row -> new Link(row.getAccount()));
    }

    /** Uses a link up; false where somebody else was faster, or it does not work any more. */
    public boolean use(byte[] hash, Instant now) {
        return jooq.deleteFrom(ONE_TIME_LINK)
                        .where(ONE_TIME_LINK.HASH.eq(hash))
                        .and(ONE_TIME_LINK.EXPIRES_AT.gt(now.atOffset(ZoneOffset.UTC)))
                        .execute()
                == 1;
    }
}
