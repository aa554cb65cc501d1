package io.holdfast.service.simulation;

import io.holdfast.simulator.engine.RunMonitor;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into the database every half second while a run is worked on: progress out, wish to stop in. A database that does not answer
 * fails no run: the next look may reach it, and what counts is stored at the end. For any number of threads.
 */
final class RunProgress implements RunMonitor {

    private static final Logger LOG = LoggerFactory.getLogger(RunProgress.class);
    private static final long PAUSE = 500_000_000L;

    private final long run;
    private final LongFunction<RunQueue.Order> note;
    private final BooleanSupplier closing;
    private volatile boolean cancelled;
    private volatile boolean lost;
    private long lastLook = System.nanoTime();

    /** Of a run, noting the trials that are done, until the service is closing. */
    RunProgress(long run, LongFunction<RunQueue.Order> note, BooleanSupplier closing) {
        this.run = run;
        this.note = note;
        this.closing = closing;
    }

    @Override
    public synchronized void onProgress(long trialsDone) {
        long now = System.nanoTime();
        if (now - lastLook > PAUSE && !closing.getAsBoolean()) {
            lastLook = now;
            look(trialsDone);
        }
    }

    private void look(long trialsDone) {
        try {
            switch (note.apply(trialsDone)) {
                case GO_ON -> LOG.trace("Run {}: {} trials", run, trialsDone);
                case STOP -> cancelled = true;
                case LOST -> {
                    lost = true;
                    cancelled = true;
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("The progress of run {} could not be kept; the run goes on", run, e);
        }
    }

    @Override
    public boolean isCancelled() {
        return cancelled || closing.getAsBoolean();
    }

    /** Whether another service has taken the run over. */
    boolean isLost() {
        return lost;
    }
}
