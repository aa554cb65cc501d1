package io.holdfast.service.simulation;

import static io.holdfast.service.jooq.Tables.RUN;

import io.holdfast.service.kernel.ServiceInstance;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Runs as work: a worker takes one under a lease, keeps the lease while it works, and ends it. A lease belongs to one start
 * of one service; what another service works on is left alone until its lease runs out, what an earlier start of this
 * service left is taken up at once. Every method is one transaction. For any number of threads.
 */
@Singleton
class RunQueue {

    /** How long a worker may be silent before another service takes its run over. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private final DSLContext jooq;
    private final ServiceInstance self;

    RunQueue(DSLContext jooq, ServiceInstance self) {
        this.jooq = jooq;
        this.self = self;
    }

    /** What a worker is to do next with the run that it holds. */
    enum Order {
        /** Go on. */
        GO_ON,
        /** A person wants it stopped. */
        STOP,
        /** The lease ran out and the run is somebody else's: let go of it. */
        LOST
    }

    /** Takes the oldest run that waits or that nobody works on any more. */
    @Transactional
    public Optional<Run> claim() {
        OffsetDateTime now = now();
        Optional<Long> next = jooq.select(RUN.ID)
                .from(RUN)
                .where(RUN.STATUS.eq(RunStatus.QUEUED.word()))
                .or(RUN.STATUS.eq(RunStatus.RUNNING.word()).and(isAbandoned(now)))
                .orderBy(RUN.ID)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional(RUN.ID);
        return next.map(id -> RunStore.run(jooq.update(RUN)
                .set(RUN.STATUS, RunStatus.RUNNING.word())
                .set(RUN.TRIALS_DONE, 0L)
                .set(RUN.STARTED_AT, now)
                .set(RUN.LEASE_UNTIL, now.plus(LEASE))
                .set(RUN.LEASE_INSTANCE, self.instance())
                .set(RUN.LEASE_BOOT, self.boot())
                .where(RUN.ID.eq(id))
                .returning()
                .fetchSingle()));
    }

    private Condition isAbandoned(OffsetDateTime now) {
        Condition ownOfEarlier = RUN.LEASE_INSTANCE.eq(self.instance()).and(RUN.LEASE_BOOT.ne(self.boot()));
        Condition fromAnotherTime = RUN.LEASE_UNTIL.gt(now.plus(LEASE.multipliedBy(2))); // the clock was set back
        return RUN.LEASE_UNTIL
                .isNull()
                .or(RUN.LEASE_UNTIL.lt(now))
                .or(fromAnotherTime)
                .or(ownOfEarlier);
    }

    private Condition isHeld(long id) {
        return RUN.ID
                .eq(id)
                .and(RUN.STATUS.eq(RunStatus.RUNNING.word()))
                .and(RUN.LEASE_INSTANCE.eq(self.instance()))
                .and(RUN.LEASE_BOOT.eq(self.boot()));
    }

    /** Notes progress and keeps the lease. */
    @Transactional
    public Order noteProgress(long id, long trialsDone) {
        return jooq.update(RUN)
                .set(RUN.TRIALS_DONE, trialsDone)
                .set(RUN.LEASE_UNTIL, now().plus(LEASE))
                .where(isHeld(id))
                .returningResult(RUN.CANCEL_WANTED)
                .fetchOptional(RUN.CANCEL_WANTED)
                .map(stop -> stop ? Order.STOP : Order.GO_ON)
                .orElse(Order.LOST);
    }

    /** Stores the result. Answers false, and stores nothing, where the run is no longer held. */
    @Transactional
    public boolean finish(long id, String result) {
        return jooq.update(RUN)
                        .set(RUN.STATUS, RunStatus.FINISHED.word())
                        .set(RUN.TRIALS_DONE, RUN.TRIALS)
                        .set(RUN.RESULT, result)
                        .set(RUN.FINISHED_AT, now())
                        .where(isHeld(id))
                        .execute()
                == 1;
    }

    /** Ends a run without result. Answers false, and changes nothing, where the run is no longer held. */
    @Transactional
    public boolean end(long id, RunStatus status, @Nullable String error) {
        return jooq.update(RUN)
                        .set(RUN.STATUS, status.word())
                        .set(RUN.ERROR, error)
                        .set(RUN.FINISHED_AT, now())
                        .where(isHeld(id))
                        .execute()
                == 1;
    }

    /** By the clock of the database, which all services on it share. */
    private OffsetDateTime now() {
        return jooq.select(DSL.currentOffsetDateTime()).fetchSingle().value1();
    }
}
