package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.ModelCompiler;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.result.RunResult;
import io.holdfast.simulator.sampling.KeyedDraws;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs a scenario over many trials. Trials go in blocks of {@value #BLOCK}, threads take blocks, each thread has sums of
 * its own; the result does not depend on any of it. May be called from several threads.
 */
public final class Simulation {

    /** Version of the engine; part of every result. Changes whenever the same input and seed give another result. */
    public static final String VERSION = "0.2.0";

    /** Trials that a thread takes at a time; cancellation is looked at in between. */
    static final int BLOCK = 1024;

    private Simulation() {}

    /**
     * Runs a scenario to the end or until the monitor cancels it.
     *
     * @throws IllegalArgumentException when the model has no such scenario, or names something that it does not define
     */
    public static RunOutcome run(ContinuityModel model, RunRequest request, RunMonitor monitor) {
        return run(model, request, monitor, BLOCK);
    }

    /** The same with another size of blocks, which changes nothing in the result. */
    static RunOutcome run(ContinuityModel model, RunRequest request, RunMonitor monitor, int block) {
        Scenario scenario = model.findScenario(request.scenario())
                .orElseThrow(
                        () -> new IllegalArgumentException("The model has no scenario '" + request.scenario() + "'."));
        return new Work(ModelCompiler.compile(model, scenario), request, monitor, block).run();
    }

    private static final class Work {

        private final CompiledModel model;
        private final RunRequest request;
        private final RunMonitor monitor;
        private final int block;
        private final AtomicLong nextTrial = new AtomicLong();
        private final AtomicLong done = new AtomicLong();

        Work(CompiledModel model, RunRequest request, RunMonitor monitor, int block) {
            this.block = block;
            this.model = model;
            this.request = request;
            this.monitor = monitor;
        }

        RunOutcome run() {
            List<Accumulator> parts = runParts();
            if (done.get() < request.trials()) {
                return new RunOutcome.Cancelled(done.get());
            }
            Accumulator sums = parts.getFirst();
            parts.subList(1, parts.size()).forEach(sums::merge);
            ResultAssembly assembly = new ResultAssembly(model, sums, new EventKernel(model).normal());
            return new RunOutcome.Finished(new RunResult(
                    model.scenario().id(),
                    request.trials(),
                    request.seed(),
                    VERSION,
                    assembly.elements(),
                    assembly.response(),
                    RunFindings.of(model, sums)));
        }

        private List<Accumulator> runParts() {
            if (request.threads() == 1) {
                return List.of(work());
            }
            try (ExecutorService threads = Executors.newFixedThreadPool(request.threads())) {
                List<Future<Accumulator>> running = new ArrayList<>();
                for (int t = 0; t < request.threads(); t++) {
                    running.add(threads.submit(this::work));
                }
                List<Accumulator> parts = new ArrayList<>();
                for (Future<Accumulator> each : running) {
                    parts.add(each.get());
                }
                return parts;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return List.of(new Accumulator(model));
            } catch (ExecutionException e) {
                throw new IllegalStateException("A trial failed: " + e.getCause(), e);
            }
        }

        private Accumulator work() {
            TrialKernel kernel = new EventKernel(model);
            Accumulator sums = new Accumulator(model);
            KeyedDraws draws = new KeyedDraws(request.seed());
            while (!monitor.isCancelled() && !Thread.currentThread().isInterrupted()) {
                long from = nextTrial.getAndAdd(block);
                if (from >= request.trials()) {
                    break;
                }
                long to = Math.min(request.trials(), from + block);
                for (long trial = from; trial < to; trial++) {
                    draws.startTrial(trial);
                    sums.add(kernel.run(draws));
                }
                monitor.onProgress(done.addAndGet(to - from));
            }
            return sums;
        }
    }
}
