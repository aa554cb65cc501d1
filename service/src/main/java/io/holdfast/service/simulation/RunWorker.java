package io.holdfast.service.simulation;

import io.holdfast.simulator.model.ContinuityModel;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.transaction.annotation.TransactionalEventListener;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on runs, one after the other, in a thread of its own; a simulation is never inside a transaction. Start it when all
 * is ready, close it before the database.
 */
@Singleton
public class RunWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);

    private final RunQueue queue;
    private final Simulations simulations;
    private final Map<RunKind, RunJob> jobs;
    private final MeterRegistry meters;
    private final Semaphore wake = new Semaphore(0);
    private final AtomicBoolean closing = new AtomicBoolean();
    private @Nullable Thread thread;

    RunWorker(RunQueue queue, Simulations simulations, List<RunJob> jobs, MeterRegistry meters) {
        this.queue = queue;
        this.meters = meters;
        this.simulations = simulations;
        this.jobs = jobs.stream().collect(Collectors.toMap(RunJob::kind, Function.identity()));
    }

    /** Begins to work; first on what a killed service left. */
    public synchronized void start() {
        thread = Thread.ofPlatform().name("runs").start(this::workOn);
    }

    @TransactionalEventListener
    void onQueued(RunQueued queued) {
        LOG.debug("Run {} was queued", queued.run());
        wake.release();
    }

    private void workOn() {
        while (!closing.get()) {
            try {
                Optional<Run> next = queue.claim();
                if (next.isPresent()) {
                    work(next.get());
                } else {
                    awaitWork();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (!closing.get()) {
                    LOG.error("The worker could not take a run; it tries again", e);
                    pause();
                }
            }
        }
    }

    private void awaitWork() throws InterruptedException {
        if (wake.tryAcquire(2, TimeUnit.SECONDS)) {
            wake.drainPermits();
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(Run run) {
        RunProgress progress = new RunProgress(run.id(), trials -> queue.noteProgress(run.id(), trials), closing::get);
        try {
            ContinuityModel model = simulations.getModel(run.modelDigest());
            Optional<String> result = jobOf(run).work(model, run, progress);
            if (result.isPresent()) {
                note(run, RunStatus.FINISHED, queue.finish(run.id(), result.get()));
            } else if (!closing.get() && !progress.isLost()) {
                note(run, RunStatus.CANCELLED, queue.end(run.id(), RunStatus.CANCELLED, null));
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            LOG.warn("Run {} failed", run.id(), e);
            note(run, RunStatus.FAILED, queue.end(run.id(), RunStatus.FAILED, e.getMessage()));
        }
    }

    private RunJob jobOf(Run run) {
        RunJob job = jobs.get(run.kind());
        if (job == null) {
            throw new IllegalStateException(
                    "Nobody works on runs of kind " + run.kind().word());
        }
        return job;
    }

    private void note(Run run, RunStatus status, boolean held) {
        if (held) {
            meters.counter(
                            "holdfast.runs.ended",
                            "status",
                            status.word(),
                            "kind",
                            run.kind().word())
                    .increment();
        } else {
            LOG.warn("Run {} was taken over by another service; what was done here is dropped", run.id());
        }
    }

    /** Stops working; the run that it was on is taken up by the next start. */
    @Override
    public void close() {
        closing.set(true);
        wake.release();
        Thread working;
        synchronized (this) {
            working = thread;
        }
        if (working != null) {
            join(working);
        }
    }

    private static void join(Thread working) {
        try {
            working.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
