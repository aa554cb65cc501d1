package io.holdfast.service.simulation;

import static io.holdfast.service.simulation.RunTables.CANCEL_WANTED;
import static io.holdfast.service.simulation.RunTables.CURRENT;
import static io.holdfast.service.simulation.RunTables.CURRENT_DIGEST;
import static io.holdfast.service.simulation.RunTables.DIGEST;
import static io.holdfast.service.simulation.RunTables.DOCUMENT;
import static io.holdfast.service.simulation.RunTables.ENGINE;
import static io.holdfast.service.simulation.RunTables.ERROR;
import static io.holdfast.service.simulation.RunTables.FINISHED_AT;
import static io.holdfast.service.simulation.RunTables.ID;
import static io.holdfast.service.simulation.RunTables.LEASE_UNTIL;
import static io.holdfast.service.simulation.RunTables.ONLY_ROW;
import static io.holdfast.service.simulation.RunTables.REQUESTED_AT;
import static io.holdfast.service.simulation.RunTables.RESULT;
import static io.holdfast.service.simulation.RunTables.REVISION;
import static io.holdfast.service.simulation.RunTables.RUN;
import static io.holdfast.service.simulation.RunTables.SCENARIO;
import static io.holdfast.service.simulation.RunTables.SEED;
import static io.holdfast.service.simulation.RunTables.SNAPSHOT;
import static io.holdfast.service.simulation.RunTables.SNAPSHOT_DIGEST;
import static io.holdfast.service.simulation.RunTables.STARTED_AT;
import static io.holdfast.service.simulation.RunTables.STATUS;
import static io.holdfast.service.simulation.RunTables.TRIALS;
import static io.holdfast.service.simulation.RunTables.TRIALS_DONE;

import io.holdfast.service.kernel.Database;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Loads and saves models and runs. Every method is one transaction. For any number of threads. */
final class RunStore {

    /** How long a worker may be silent before another takes its run over. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final List<Field<?>> COLUMNS = List.of(
            ID,
            SCENARIO,
            STATUS,
            TRIALS,
            TRIALS_DONE,
            SEED,
            ENGINE,
            DIGEST,
            REQUESTED_AT,
            STARTED_AT,
            FINISHED_AT,
            ERROR);

    private final Database database;

    RunStore(Database database) {
        this.database = database;
    }

    /** Stores a model under its digest and makes it the current one. */
    void saveCurrent(String digest, String document) {
        database.jooq().transaction(tx -> {
            tx.dsl()
                    .insertInto(SNAPSHOT, SNAPSHOT_DIGEST, DOCUMENT)
                    .values(digest, document)
                    .onConflictDoNothing()
                    .execute();
            tx.dsl()
                    .insertInto(CURRENT, ONLY_ROW, CURRENT_DIGEST, REVISION)
                    .values(true, digest, 1L)
                    .onConflict(ONLY_ROW)
                    .doUpdate()
                    .set(CURRENT_DIGEST, digest)
                    .set(
                            REVISION,
                            DSL.field(DSL.name("current_model", "revision"), Long.class)
                                    .plus(1))
                    .execute();
        });
    }

    Optional<String> findCurrentDigest() {
        return database.jooq().select(CURRENT_DIGEST).from(CURRENT).fetchOptional(CURRENT_DIGEST);
    }

    Optional<String> findDocument(String digest) {
        return database.jooq()
                .select(DOCUMENT)
                .from(SNAPSHOT)
                .where(SNAPSHOT_DIGEST.eq(digest))
                .fetchOptional(DOCUMENT);
    }

    long enqueue(String scenario, String digest, long trials, long seed, String engine) {
        return database.jooq()
                .transactionResult(tx -> tx.dsl()
                        .insertInto(RUN, SCENARIO, DIGEST, TRIALS, SEED, ENGINE, STATUS)
                        .values(scenario, digest, trials, seed, engine, RunStatus.QUEUED.word())
                        .returningResult(ID)
                        .fetchSingle(ID));
    }

    Optional<Run> find(long id) {
        return database.jooq().select(COLUMNS).from(RUN).where(ID.eq(id)).fetchOptional(RunStore::run);
    }

    List<Run> list(@Nullable String scenario, int page, int size) {
        return database.jooq()
                .select(COLUMNS)
                .from(RUN)
                .where(of(scenario))
                .orderBy(ID.desc())
                .limit(size)
                .offset(page * size)
                .fetch(RunStore::run);
    }

    int count(@Nullable String scenario) {
        return database.jooq().fetchCount(RUN, of(scenario));
    }

    private static Condition of(@Nullable String scenario) {
        return scenario == null ? DSL.noCondition() : SCENARIO.eq(scenario);
    }

    /** The newest run of a scenario, of one status where given. */
    Optional<Run> findNewest(String scenario, @Nullable RunStatus status) {
        return database.jooq()
                .select(COLUMNS)
                .from(RUN)
                .where(SCENARIO.eq(scenario))
                .and(status == null ? DSL.noCondition() : STATUS.eq(status.word()))
                .orderBy(ID.desc())
                .limit(1)
                .fetchOptional(RunStore::run);
    }

    Optional<String> findResult(long id) {
        return database.jooq()
                .select(RESULT)
                .from(RUN)
                .where(ID.eq(id))
                .and(RESULT.isNotNull())
                .fetchOptional(RESULT);
    }

    /** Takes the oldest run that waits, or whose worker has gone silent. */
    Optional<Run> claim() {
        return database.jooq().transactionResult(tx -> {
            OffsetDateTime now = OffsetDateTime.now(java.time.ZoneOffset.UTC);
            Optional<Run> next = tx.dsl()
                    .select(COLUMNS)
                    .from(RUN)
                    .where(STATUS.eq(RunStatus.QUEUED.word()))
                    .or(STATUS.eq(RunStatus.RUNNING.word()).and(LEASE_UNTIL.lt(now)))
                    .orderBy(ID)
                    .limit(1)
                    .forUpdate()
                    .skipLocked()
                    .fetchOptional(RunStore::run);
            next.ifPresent(run -> tx.dsl()
                    .update(RUN)
                    .set(STATUS, RunStatus.RUNNING.word())
                    .set(TRIALS_DONE, 0L)
                    .set(STARTED_AT, now)
                    .set(LEASE_UNTIL, now.plus(LEASE))
                    .where(ID.eq(run.id()))
                    .execute());
            return next;
        });
    }

    /** Takes back every run that a dead process of this data folder left running; it waits again. */
    void requeueLeftOver() {
        database.jooq()
                .transaction(tx -> tx.dsl()
                        .update(RUN)
                        .set(STATUS, RunStatus.QUEUED.word())
                        .where(STATUS.eq(RunStatus.RUNNING.word()))
                        .execute());
    }

    /** Notes progress, keeps the lease, and answers whether a person wants the run stopped. */
    boolean noteProgress(long id, long trialsDone) {
        return database.jooq()
                .transactionResult(tx -> tx.dsl()
                        .update(RUN)
                        .set(TRIALS_DONE, trialsDone)
                        .set(
                                LEASE_UNTIL,
                                OffsetDateTime.now(java.time.ZoneOffset.UTC).plus(LEASE))
                        .where(ID.eq(id))
                        .returningResult(CANCEL_WANTED)
                        .fetchSingle(CANCEL_WANTED));
    }

    void finish(long id, String result) {
        database.jooq()
                .transaction(tx -> tx.dsl()
                        .update(RUN)
                        .set(STATUS, RunStatus.FINISHED.word())
                        .set(TRIALS_DONE, TRIALS)
                        .set(RESULT, result)
                        .set(FINISHED_AT, DSL.currentOffsetDateTime())
                        .where(ID.eq(id))
                        .execute());
    }

    void end(long id, RunStatus status, @Nullable String error) {
        database.jooq()
                .transaction(tx -> tx.dsl()
                        .update(RUN)
                        .set(STATUS, status.word())
                        .set(ERROR, error)
                        .set(FINISHED_AT, DSL.currentOffsetDateTime())
                        .where(ID.eq(id))
                        .execute());
    }

    /** Asks for a run to stop: at once where it waits, at the worker's next look where it runs. */
    void wantCancel(long id) {
        database.jooq().transaction(tx -> {
            tx.dsl()
                    .update(RUN)
                    .set(CANCEL_WANTED, true)
                    .where(ID.eq(id))
                    .and(STATUS.in(RunStatus.QUEUED.word(), RunStatus.RUNNING.word()))
                    .execute();
            tx.dsl()
                    .update(RUN)
                    .set(STATUS, RunStatus.CANCELLED.word())
                    .set(FINISHED_AT, DSL.currentOffsetDateTime())
                    .where(ID.eq(id))
                    .and(STATUS.eq(RunStatus.QUEUED.word()))
                    .execute();
        });
    }

    private static Run run(Record row) {
        return new Run(
                row.get(ID),
                row.get(SCENARIO),
                RunStatus.ofWord(row.get(STATUS)),
                row.get(TRIALS),
                row.get(TRIALS_DONE),
                row.get(SEED),
                row.get(ENGINE),
                row.get(DIGEST),
                row.get(REQUESTED_AT),
                row.get(STARTED_AT),
                row.get(FINISHED_AT),
                row.get(ERROR));
    }
}
