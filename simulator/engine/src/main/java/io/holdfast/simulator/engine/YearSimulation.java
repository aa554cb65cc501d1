package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.YearModel;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.result.YearResult;
import io.holdfast.simulator.sampling.KeyedDraws;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Runs years of operation: elements fail and are recovered, scenarios arrive by their frequency. Threads take histories, each
 * has sums of its own; the result does not depend on any of it. May be called from several threads.
 */
public final class YearSimulation {

    private static final int BLOCK = 4;

    private final YearModel year;
    private final YearRequest request;
    private final RunMonitor monitor;
    private final boolean onBits;
    private final Set<YearMisfit> misfits;
    private final int[] reported;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong done = new AtomicLong();

    private YearSimulation(YearModel year, YearRequest request, RunMonitor monitor, boolean bitsWherePossible) {
        misfits = YearAnalysis.of(year);
        onBits = bitsWherePossible
                && misfits.isEmpty()
                && Changeovers.fits(year.model().elements().size(), year.horizonTicks());
        reported = IntStream.range(0, year.model().elements().size())
                .filter(e ->
                        request.detail().includes(year.model().elements().get(e).type()))
                .toArray();
        this.year = year;
        this.request = request;
        this.monitor = monitor;
    }

    /**
     * Runs all histories, or until the monitor cancels; it hears of finished histories.
     *
     * @throws IllegalArgumentException when the members of a common-cause group disagree
     * @throws ModelTooLarge when the memory that Java may take does not suffice
     */
    public static YearOutcome run(ContinuityModel model, YearRequest request, RunMonitor monitor) {
        return run(model, request, monitor, true);
    }

    /** The same, in the event loop unless bits are asked for where they are possible; changes no figure. */
    static YearOutcome run(ContinuityModel model, YearRequest request, RunMonitor monitor, boolean bitsWherePossible) {
        MemoryNeed.checkYear(model, request, Runtime.getRuntime().maxMemory());
        YearModel year = YearModel.of(model, request.horizonHours(), request.warmupHours());
        return new YearSimulation(year, request, monitor, bitsWherePossible).run();
    }

    private YearOutcome run() {
        List<YearSums> parts = runParts();
        if (done.get() < request.years()) {
            return new YearOutcome.Cancelled(done.get());
        }
        YearSums sums = parts.getFirst();
        parts.subList(1, parts.size()).forEach(sums::merge);
        return new YearOutcome.Finished(new YearAssembly(year, sums).result(request, computed()));
    }

    private YearResult.Computed computed() {
        return new YearResult.Computed(
                onBits ? YearResult.Computed.By.BITS : YearResult.Computed.By.EVENTS,
                misfits.stream().map(YearMisfit::word).toList());
    }

    private List<YearSums> runParts() {
        if (request.threads() == 1) {
            return List.of(work());
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(request.threads())) {
            List<Future<YearSums>> running = new ArrayList<>();
            for (int t = 0; t < request.threads(); t++) {
                running.add(threads.submit(this::work));
            }
            List<YearSums> parts = new ArrayList<>();
            for (Future<YearSums> each : running) {
                parts.add(each.get());
            }
            return parts;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(new YearSums(year.model().elements(), reported));
        } catch (ExecutionException e) {
            throw new IllegalStateException("A history failed: " + e.getCause(), e);
        }
    }

    private YearSums work() {
        HistoryKernel kernel = new HistoryKernel(year);
        YearSums sums = new YearSums(year.model().elements(), reported);
        BitHistory bits = onBits ? new BitHistory(year, kernel.line(), reported) : null;
        KeyedDraws draws = new KeyedDraws(request.seed());
        while (!isStopped()) {
            long from = next.getAndAdd(BLOCK);
            long to = Math.min(request.years(), from + BLOCK);
            for (long history = from; history < to && !isStopped(); history++) {
                draws.startTrial(history);
                sums.add(bits != null && bits.run(draws) ? kernel.line() : kernel.run(draws));
                monitor.onProgress(done.incrementAndGet());
            }
            if (to >= request.years()) {
                break;
            }
        }
        return sums;
    }

    private boolean isStopped() {
        return monitor.isCancelled() || Thread.currentThread().isInterrupted();
    }
}
