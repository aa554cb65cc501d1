package io.holdfast.simulator.rare;

import io.holdfast.simulator.engine.RunMonitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Runs trials in blocks of {@value #SIZE} over threads and adds up the blocks' sums in the order of the blocks, so that
 * sums of doubles have the same bits however the work was spread. One use at a time.
 */
final class Blocks {

    /** Trials of a block. Part of the meaning of the sums' last bits, not a setting. */
    static final int SIZE = 2048;

    /** Runs blocks; one a thread. */
    interface Worker {
        /** The sums of the trials of a block. */
        WeighedSums run(long from, long to);
    }

    private final int threads;
    private final RunMonitor monitor;
    private final AtomicLong done = new AtomicLong();

    Blocks(int threads, RunMonitor monitor) {
        this.threads = threads;
        this.monitor = monitor;
    }

    /** Trials done so far, over all runs. */
    long done() {
        return done.get();
    }

    /** The sums of trials 0 to {@code trials}, exclusive; empty where the monitor stops the run. */
    Optional<WeighedSums> run(long trials, Supplier<Worker> workers) {
        AtomicLong next = new AtomicLong();
        TreeMap<Long, WeighedSums> blocks = new TreeMap<>();
        for (Map<Long, WeighedSums> part : parts(() -> work(workers.get(), next, trials))) {
            blocks.putAll(part);
        }
        if (blocks.size() < (trials + SIZE - 1) / SIZE) {
            return Optional.empty();
        }
        WeighedSums sums = blocks.firstEntry().getValue();
        blocks.tailMap(0L, false).values().forEach(sums::add);
        return Optional.of(sums);
    }

    private List<Map<Long, WeighedSums>> parts(Supplier<Map<Long, WeighedSums>> work) {
        if (threads == 1) {
            return List.of(work.get());
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Map<Long, WeighedSums>>> running = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                running.add(pool.submit(work::get));
            }
            List<Map<Long, WeighedSums>> parts = new ArrayList<>();
            for (Future<Map<Long, WeighedSums>> each : running) {
                parts.add(each.get());
            }
            return parts;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A trial failed: " + e.getCause(), e);
        }
    }

    private Map<Long, WeighedSums> work(Worker worker, AtomicLong next, long trials) {
        Map<Long, WeighedSums> blocks = new HashMap<>();
        while (!monitor.isCancelled() && !Thread.currentThread().isInterrupted()) {
            long from = next.getAndAdd(SIZE);
            if (from >= trials) {
                break;
            }
            long to = Math.min(trials, from + SIZE);
            blocks.put(from, worker.run(from, to));
            monitor.onProgress(done.addAndGet(to - from));
        }
        return blocks;
    }
}
