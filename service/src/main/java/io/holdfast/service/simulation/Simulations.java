package io.holdfast.service.simulation;

import io.holdfast.service.kernel.Database;
import io.holdfast.service.register.CurrentModel;
import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.engine.RunOutcome;
import io.holdfast.simulator.engine.RunRequest;
import io.holdfast.simulator.engine.Simulation;
import io.holdfast.simulator.format.ModelDigest;
import io.holdfast.simulator.format.ModelReader;
import io.holdfast.simulator.format.ModelWriter;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.format.ResultWriter;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door of the room: the current model, and runs of it. A single worker thread takes runs one after the other; the
 * simulation itself is never inside a transaction. For any number of threads.
 */
public final class Simulations implements CurrentModel, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Simulations.class);

    private final RunStore store;
    private final Semaphore wake = new Semaphore(0);
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Thread worker;

    /** Takes up what a killed process left, and starts the worker. */
    public Simulations(Database database) {
        store = new RunStore(database);
        store.requeueLeftOver();
        worker = Thread.ofPlatform().name("runs").start(this::workOn);
    }

    /** The current model, if one was loaded. */
    @Override
    public Optional<ContinuityModel> findModel() {
        return store.findCurrentDigest().map(this::getModel);
    }

    /** The digest of the current model, if one was loaded. */
    @Override
    public Optional<String> findModelDigest() {
        return store.findCurrentDigest();
    }

    /** The model of a digest that a run has named. */
    public ContinuityModel getModel(String digest) {
        String document = getModelDocument(digest);
        return switch (ModelReader.read(document.getBytes(StandardCharsets.UTF_8))) {
            case ReadOutcome.Read read -> read.model();
            case ReadOutcome.Refused refused ->
                throw new IllegalStateException("A stored model is not valid: " + refused.violations());
        };
    }

    /** The stored file of a digest that a run has named. */
    public String getModelDocument(String digest) {
        return store.findDocument(digest).orElseThrow(() -> new IllegalStateException("No model of digest " + digest));
    }

    /** Makes a model the current one; runs on others keep theirs. */
    @Override
    public void saveModel(ContinuityModel model) {
        store.saveCurrent(ModelDigest.of(model), ModelWriter.toJson(model));
    }

    /** Queues a run of a scenario of the current model. The caller has checked that both exist. */
    public Run request(Id scenario, long trials, long seed) {
        String digest = store.findCurrentDigest().orElseThrow(() -> new IllegalStateException("No model is loaded"));
        long id = store.enqueue(scenario.value(), digest, trials, seed, Simulation.VERSION);
        wake.release();
        return getRun(id);
    }

    /** The run of a number, if there is one. */
    public Optional<Run> findRun(long id) {
        return store.find(id);
    }

    private Run getRun(long id) {
        return store.find(id).orElseThrow(() -> new IllegalStateException("No run " + id));
    }

    /** Runs from the newest, of one scenario where given. */
    public List<Run> listRuns(@Nullable String scenario, int page, int size) {
        return store.list(scenario, page, size);
    }

    /** How many runs there are, of one scenario where given. */
    public int countRuns(@Nullable String scenario) {
        return store.count(scenario);
    }

    /** The newest run of a scenario, of one status where given. */
    public Optional<Run> findNewest(String scenario, @Nullable RunStatus status) {
        return store.findNewest(scenario, status);
    }

    /** The stored bytes of a finished run's result. */
    public Optional<String> findResult(long id) {
        return store.findResult(id);
    }

    /** Asks for a run to stop; a run that is over stays as it is. */
    public Run cancel(long id) {
        store.wantCancel(id);
        return getRun(id);
    }

    private void workOn() {
        while (!closing.get()) {
            try {
                Optional<Run> next = store.claim();
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
        try {
            ContinuityModel model = getModel(run.modelDigest());
            RunRequest request = new RunRequest(
                    Id.of(run.scenario()),
                    run.trials(),
                    run.seed(),
                    Runtime.getRuntime().availableProcessors());
            switch (Simulation.run(model, request, new Monitor(run.id()))) {
                case RunOutcome.Finished finished ->
                    store.finish(run.id(), ResultWriter.toJson(finished.result(), model));
                case RunOutcome.Cancelled cancelled -> {
                    if (!closing.get()) {
                        store.end(run.id(), RunStatus.CANCELLED, null);
                    }
                }
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            LOG.warn("Run {} failed", run.id(), e);
            store.end(run.id(), RunStatus.FAILED, e.getMessage());
        }
    }

    /** Looks into the database every half second: progress out, wish to stop in. */
    private final class Monitor implements RunMonitor {

        private final long id;
        private final AtomicBoolean cancelled = new AtomicBoolean();
        private long lastLook = System.nanoTime();

        Monitor(long id) {
            this.id = id;
        }

        @Override
        public synchronized void onProgress(long trialsDone) {
            long now = System.nanoTime();
            if (now - lastLook > 500_000_000L && !closing.get()) {
                lastLook = now;
                if (store.noteProgress(id, trialsDone)) {
                    cancelled.set(true);
                }
            }
        }

        @Override
        public boolean isCancelled() {
            return cancelled.get() || closing.get();
        }
    }

    /** Stops the worker; a run that it was on waits for the next start. */
    @Override
    public void close() {
        closing.set(true);
        wake.release();
        try {
            worker.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
