package io.holdfast.service.identity.store;

import static io.holdfast.service.jooq.Tables.PROVIDER_ATTEMPT;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Attempts to sign in at a provider that are under way, by hashes; the caller brings the transaction. For any number of threads. */
@Singleton
public final class AttemptStore {

    private final DSLContext jooq;

    AttemptStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /**
     * An attempt.
     *
     * @param path the place in the page to go on at
     * @param sharedStation whether others use the same device
     * @param replaced the hexadecimal digits of the hash of the id of the session that a new one takes the place of, or null
     * @param expiresAt from when on it can no longer be used
     */
    public record Attempt(
            String path, boolean sharedStation, @Nullable String replaced, Instant expiresAt) {}

    /** Adds an attempt. */
    public void create(byte[] stateHash, byte[] browserHash, Attempt attempt, String address) {
        jooq.insertInto(PROVIDER_ATTEMPT)
                .set(PROVIDER_ATTEMPT.STATE_HASH, stateHash)
                .set(PROVIDER_ATTEMPT.BROWSER_HASH, browserHash)
                .set(PROVIDER_ATTEMPT.PATH, attempt.path())
                .set(PROVIDER_ATTEMPT.SHARED_STATION, attempt.sharedStation())
                .set(PROVIDER_ATTEMPT.REPLACES, bytes(attempt.replaced()))
                .set(PROVIDER_ATTEMPT.ADDRESS, address)
                .set(PROVIDER_ATTEMPT.EXPIRES_AT, attempt.expiresAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** How many attempts from an address are under way. */
    public int countFrom(String address) {
        return jooq.fetchCount(PROVIDER_ATTEMPT, PROVIDER_ATTEMPT.ADDRESS.eq(address));
    }

    /** Uses an attempt up; empty where it is none of this browser, is over, or was used. */
    public Optional<Attempt> take(byte[] stateHash, byte[] browserHash, Instant now) {
        return jooq.deleteFrom(PROVIDER_ATTEMPT)
                .where(PROVIDER_ATTEMPT.STATE_HASH.eq(stateHash))
                .and(PROVIDER_ATTEMPT.BROWSER_HASH.eq(browserHash))
                .and(PROVIDER_ATTEMPT.EXPIRES_AT.gt(now.atOffset(ZoneOffset.UTC)))
                .returning()
                .fetchOptional(row -> new Attempt(
                        row.getPath(),
                        row.getSharedStation(),
                        digits(row.getReplaces()),
                        row.getExpiresAt().toInstant()));
    }

    /** Forgets attempts whose time is over. */
    public void forgetEnded(Instant now) {
        jooq.deleteFrom(PROVIDER_ATTEMPT)
                .where(PROVIDER_ATTEMPT.EXPIRES_AT.le(now.atOffset(ZoneOffset.UTC)))
                .execute();
    }

    private static byte @Nullable [] bytes(@Nullable String digits) {
        return digits == null ? null : HexFormat.of().parseHex(digits);
    }

    private static @Nullable String digits(byte @Nullable [] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }
}
