package io.holdfast.service.identity.store;

import static io.holdfast.service.jooq.Tables.SIGN_IN_FAILURE;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Attempts to sign in that have failed; the caller brings the transaction. For any number of threads. */
@Singleton
public final class FailureStore {

    private final DSLContext jooq;

    FailureStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** How many attempts in a row have failed, and when the last one did. */
    public record Failures(int count, Instant lastAt) {}

    /** What has failed for a name or an address. */
    public Optional<Failures> find(String key) {
        return jooq.selectFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.KEY.eq(key))
                .fetchOptional(
                        row -> new Failures(row.getFailures(), row.getLastAt().toInstant()));
    }

    /** Counts one more; those before a moment count no longer. */
    public int add(String key, Instant now, Instant forgottenBefore) {
        return jooq.insertInto(SIGN_IN_FAILURE)
                .set(SIGN_IN_FAILURE.KEY, key)
                .set(SIGN_IN_FAILURE.FAILURES, 1)
                .set(SIGN_IN_FAILURE.LAST_AT, now.atOffset(ZoneOffset.UTC))
                .onConflict(SIGN_IN_FAILURE.KEY)
                .doUpdate()
                .set(
                        SIGN_IN_FAILURE.FAILURES,
                        DSL.when(SIGN_IN_FAILURE.LAST_AT.lt(forgottenBefore.atOffset(ZoneOffset.UTC)), 1)
                                .otherwise(SIGN_IN_FAILURE.FAILURES.plus(1)))
                .set(SIGN_IN_FAILURE.LAST_AT, now.atOffset(ZoneOffset.UTC))
                .returning(SIGN_IN_FAILURE.FAILURES)
                .fetchSingle()
                .getFailures();
    }

    /** Forgets what has failed for a name. */
    public void forget(String key) {
        jooq.deleteFrom(SIGN_IN_FAILURE).where(SIGN_IN_FAILURE.KEY.eq(key)).execute();
    }

    /** Forgets what lies before a moment. */
    public void forgetBefore(Instant moment) {
        jooq.deleteFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.LAST_AT.lt(moment.atOffset(ZoneOffset.UTC)))
                .execute();
    }
}
