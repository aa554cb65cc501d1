package io.holdfast.service.kernel.retry;

import static io.holdfast.service.jooq.Tables.REQUEST_KEY;

import io.holdfast.service.jooq.tables.records.RequestKeyRecord;
import io.holdfast.service.kernel.ServiceInstance;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Keeps which requests with a key were begun, done and answered. For any number of threads and services. */
@Singleton
public class RequestKeys {

    /** After this long a key is forgotten. */
    static final Duration KEPT = Duration.ofHours(24);

    /** After this long nobody works any more on what another service has begun. */
    static final Duration ABANDONED = Duration.ofMinutes(10);

    /** What this start of this service is working on. */
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    private final DSLContext jooq;
    private final ServiceInstance self;

    RequestKeys(DSLContext jooq, ServiceInstance self) {
        this.jooq = jooq;
        this.self = self;
    }

    /**
     * A key of somebody.
     *
     * @param account the number of their account; 0 for the demonstration
     * @param key what they sent
     */
    record Owned(long account, SentKey key) {

        private String word() {
            return account + " " + HexFormat.of().formatHex(key.hash());
        }

        private Condition row() {
            return REQUEST_KEY.ACCOUNT.eq(account).and(REQUEST_KEY.KEY_HASH.eq(key.hash()));
        }
    }

    /** Begins a request, or says what has become of the one before. */
    @Transactional
    KeyOutcome begin(Owned key, byte[] fingerprint) {
        OffsetDateTime now =
                jooq.select(DSL.currentOffsetDateTime()).fetchSingle().value1();
        jooq.deleteFrom(REQUEST_KEY)
                .where(REQUEST_KEY.BEGUN_AT.lt(now.minus(KEPT)))
                .execute();
        int added = jooq.insertInto(REQUEST_KEY)
                .set(REQUEST_KEY.ACCOUNT, key.account())
                .set(REQUEST_KEY.KEY_HASH, key.key().hash())
                .set(REQUEST_KEY.FINGERPRINT, fingerprint)
                .set(REQUEST_KEY.STATE, "begun")
                .set(REQUEST_KEY.BEGUN_AT, now)
                .set(REQUEST_KEY.INSTANCE, self.instance())
                .set(REQUEST_KEY.BOOT, self.boot())
                .onConflictDoNothing()
                .execute();
        if (added == 1) {
            underWay.add(key.word());
            return new KeyOutcome.First();
        }
        return jooq.selectFrom(REQUEST_KEY)
                .where(key.row())
                .forUpdate()
                .fetchOptional()
                .map(row -> outcome(key, row, fingerprint, now))
                .orElse(new KeyOutcome.UnderWay());
    }

    private KeyOutcome outcome(Owned key, RequestKeyRecord row, byte[] fingerprint, OffsetDateTime now) {
        if (!Arrays.equals(row.getFingerprint(), fingerprint)) {
            return new KeyOutcome.Reused();
        }
        byte[] answer = row.getAnswer();
        if (answer != null) {
            return new KeyOutcome.Answered(answer);
        }
        if (row.getState().equals("kept")) {
            return new KeyOutcome.Done();
        }
        boolean left = row.getInstance().equals(self.instance())
                && !(row.getBoot().equals(self.boot()) && underWay.contains(key.word()));
        if (!left && row.getBegunAt().isAfter(now.minus(ABANDONED))) {
            return new KeyOutcome.UnderWay();
        }
        jooq.update(REQUEST_KEY)
                .set(REQUEST_KEY.BEGUN_AT, now)
                .set(REQUEST_KEY.INSTANCE, self.instance())
                .set(REQUEST_KEY.BOOT, self.boot())
                .where(key.row())
                .execute();
        underWay.add(key.word());
        return new KeyOutcome.First();
    }

    /**
     * Part of every write, in its transaction: what the request's key stands for is done if and only if this transaction is. A
     * problem {@code request-in-progress}, so that nothing is done, where another service has taken the request over.
     */
    @Transactional
    public void noteDone() {
        Optional<Owned> key = ServerRequestContext.currentRequest()
                .flatMap(request -> request.getAttribute(RequestKeyFilter.BEGUN, Owned.class));
        if (key.isPresent()) {
            int noted = jooq.update(REQUEST_KEY)
                    .set(REQUEST_KEY.STATE, "kept")
                    .where(key.get().row())
                    .and(REQUEST_KEY.BOOT.eq(self.boot()))
                    .execute();
            if (noted != 1) {
                throw underWay();
            }
        }
    }

    /** Nothing more is done here with a key. */
    void leave(Owned key) {
        underWay.remove(key.word());
    }

    static ProblemException underWay() {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "request-in-progress",
                "A request with this Idempotency-Key is being worked on. Send it again in a few seconds.");
    }

    /** Keeps the answer to a request that was done; it is found under its key. */
    @Transactional
    void answer(Owned key, byte[] sealed) {
        jooq.update(REQUEST_KEY)
                .set(REQUEST_KEY.STATE, "answered")
                .set(REQUEST_KEY.ANSWER, sealed)
                .where(key.row())
                .and(REQUEST_KEY.BOOT.eq(self.boot()))
                .execute();
    }

    /** Forgets a request that did nothing, so that it can be sent again. */
    @Transactional
    void forget(Owned key) {
        jooq.deleteFrom(REQUEST_KEY)
                .where(key.row())
                .and(REQUEST_KEY.BOOT.eq(self.boot()))
                .and(REQUEST_KEY.STATE.eq("begun"))
                .execute();
    }
}
