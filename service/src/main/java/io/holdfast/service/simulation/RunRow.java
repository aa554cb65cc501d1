package io.holdfast.service.simulation;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code run}, without its result and its lease. */
@MappedEntity("run")
record RunRow(
        @Id @GeneratedValue @Nullable Long id,
        String kind,
        @Nullable String subject,
        String options,
        String digest,
        long trials,
        long trialsDone,
        long seed,
        String engine,
        String status,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String error,
        String requestedBy) {

    /** A run that waits. */
    static RunRow waiting(RunTask task, String digest, long trials, long seed, String engine, String requestedBy) {
        return new RunRow(
                null,
                task.kind().word(),
                task.subject(),
                task.options(),
                digest,
                trials,
                0,
                seed,
                engine,
                RunStatus.QUEUED.word(),
                Instant.now(),
                null,
                null,
                null,
                requestedBy);
    }

    Run toRun() {
        if (id == null) {
            throw new IllegalStateException("A run that is not stored has no number");
        }
        return new Run(
                id,
                RunKind.ofWord(kind),
                subject,
                options,
                RunStatus.ofWord(status),
                trials,
                trialsDone,
                seed,
                engine,
                digest,
                requestedAt,
                startedAt,
                finishedAt,
                error,
                requestedBy);
    }
}
