package io.holdfast.service.simulation;

import static io.holdfast.service.jooq.Tables.MODEL_SNAPSHOT;
import static io.holdfast.service.jooq.Tables.RUN;

import io.holdfast.service.jooq.tables.records.RunRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Loads and saves runs and the models that they are of; the caller brings the transaction. For any number of threads. */
@Singleton
final class RunStore {

    /** All of a run but its result, which may be large. */
    private static final List<Field<?>> COLUMNS = List.of(
            RUN.ID,
            RUN.KIND,
            RUN.SUBJECT,
            RUN.OPTIONS,
            RUN.DIGEST,
            RUN.TRIALS,
            RUN.TRIALS_DONE,
            RUN.SEED,
            RUN.ENGINE,
            RUN.STATUS,
            RUN.REQUESTED_AT,
            RUN.STARTED_AT,
            RUN.FINISHED_AT,
            RUN.ERROR,
            RUN.REQUESTED_BY);

    private final DSLContext jooq;
    private final RunRepository runs;

    RunStore(DSLContext jooq, RunRepository runs) {
        this.jooq = jooq;
        this.runs = runs;
    }

    boolean hasDocument(String digest) {
        return jooq.fetchExists(MODEL_SNAPSHOT, MODEL_SNAPSHOT.DIGEST.eq(digest));
    }

    /** Stores a model under its digest; one that is there stays. */
    void saveDocument(String digest, String document) {
        jooq.insertInto(MODEL_SNAPSHOT, MODEL_SNAPSHOT.DIGEST, MODEL_SNAPSHOT.DOCUMENT)
                .values(digest, document)
                .onConflictDoNothing()
                .execute();
    }

    Optional<String> findDocument(String digest) {
        return jooq.select(MODEL_SNAPSHOT.DOCUMENT)
                .from(MODEL_SNAPSHOT)
                .where(MODEL_SNAPSHOT.DIGEST.eq(digest))
                .fetchOptional(MODEL_SNAPSHOT.DOCUMENT);
    }

    Run enqueue(RunTask task, String digest, long trials, long seed, String engine, String requestedBy) {
        return runs.save(RunRow.waiting(task, digest, trials, seed, engine, requestedBy))
                .toRun();
    }

    Optional<Run> find(long id) {
        return runs.findById(id).map(RunRow::toRun);
    }

    List<Run> list(RunKind kind, @Nullable String subject, int page, int size) {
        return jooq.select(COLUMNS)
                .from(RUN)
                .where(of(kind, subject))
                .orderBy(RUN.ID.desc())
                .limit(size)
                .offset((long) page * size)
                .fetchInto(RUN)
                .map(RunStore::run);
    }

    int count(RunKind kind, @Nullable String subject) {
        return jooq.fetchCount(RUN, of(kind, subject));
    }

    int countWaiting(String requestedBy) {
        return jooq.fetchCount(RUN, RUN.STATUS.eq(RunStatus.QUEUED.word()).and(RUN.REQUESTED_BY.eq(requestedBy)));
    }

    private static Condition of(RunKind kind, @Nullable String subject) {
        return RUN.KIND.eq(kind.word()).and(subject == null ? DSL.noCondition() : RUN.SUBJECT.eq(subject));
    }

    /** The newest run of a kind on a subject, of one status where given. */
    Optional<Run> findNewest(RunKind kind, String subject, @Nullable RunStatus status) {
        return jooq
                .select(COLUMNS)
                .from(RUN)
                .where(of(kind, subject))
                .and(status == null ? DSL.noCondition() : RUN.STATUS.eq(status.word()))
                .orderBy(RUN.ID.desc())
                .limit(1)
                .fetchInto(RUN)
                .stream()
                .map(RunStore::run)
                .findFirst();
    }

    /** The newest run of a kind on each subject, of one status where given. */
    List<Run> listNewest(RunKind kind, @Nullable RunStatus status) {
        return jooq
                .select(COLUMNS)
                .distinctOn(RUN.SUBJECT)
                .from(RUN)
                .where(of(kind, null))
                .and(status == null ? DSL.noCondition() : RUN.STATUS.eq(status.word()))
                .orderBy(RUN.SUBJECT, RUN.ID.desc())
                .fetchInto(RUN)
                .stream()
                .map(RunStore::run)
                .toList();
    }

    Optional<String> findResult(long id) {
        return jooq.select(RUN.RESULT)
                .from(RUN)
                .where(RUN.ID.eq(id))
                .and(RUN.RESULT.isNotNull())
                .fetchOptional(RUN.RESULT);
    }

    /** Runs that ended before a moment, the oldest first. */
    List<Run> listEndedBefore(Instant moment, int most) {
        return jooq
                .select(COLUMNS)
                .from(RUN)
                .where(RUN.FINISHED_AT.lt(moment.atOffset(ZoneOffset.UTC)))
                .orderBy(RUN.FINISHED_AT, RUN.ID)
                .limit(most)
                .fetchInto(RUN)
                .stream()
                .map(RunStore::run)
                .toList();
    }

    /** Deletes a run; the database refuses it before its date. */
    void delete(long id) {
        jooq.deleteFrom(RUN).where(RUN.ID.eq(id)).execute();
    }

    /** Asks for a run to stop: at once where it waits, at the worker's next look where it runs. */
    void wantCancel(long id) {
        jooq.update(RUN)
                .set(RUN.CANCEL_WANTED, true)
                .where(RUN.ID.eq(id))
                .and(RUN.STATUS.in(RunStatus.QUEUED.word(), RunStatus.RUNNING.word()))
                .execute();
        jooq.update(RUN)
                .set(RUN.STATUS, RunStatus.CANCELLED.word())
                .set(RUN.FINISHED_AT, OffsetDateTime.now(ZoneOffset.UTC))
                .where(RUN.ID.eq(id))
                .and(RUN.STATUS.eq(RunStatus.QUEUED.word()))
                .execute();
    }

    /** The run of a record that was read with every column but result and lease. */
    static Run run(RunRecord row) {
        return new RunRow(
                        row.getId(),
                        row.getKind(),
                        row.getSubject(),
                        row.getOptions(),
                        row.getDigest(),
                        row.getTrials(),
                        row.getTrialsDone(),
                        row.getSeed(),
                        row.getEngine(),
                        row.getStatus(),
                        Objects.requireNonNull(row.getRequestedAt()).toInstant(),
                        instant(row.getStartedAt()),
                        instant(row.getFinishedAt()),
                        row.getError(),
                        row.getRequestedBy())
                .toRun();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
