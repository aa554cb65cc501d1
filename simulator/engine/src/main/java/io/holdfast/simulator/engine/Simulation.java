package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.ModelCompiler;
import io.holdfast.simulator.lanes.LaneAnalysis;
import io.holdfast.simulator.lanes.LaneFit;
import io.holdfast.simulator.lanes.LanePasses;
import io.holdfast.simulator.lanes.Misfit;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.result.Computed;
import io.holdfast.simulator.result.ElementResult;
import io.holdfast.simulator.result.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Runs a scenario over many trials. Trials go in blocks, threads take blocks, each thread has sums of its own; the
 * result does not depend on any of it. May be called from several threads.
 */
public final class Simulation {

    /** Version of the engine; part of every result. Changes whenever the same input and seed give another result. */
    public static final String VERSION = "0.3.0";

    private Simulation() {}

    /**
     * Runs a scenario to the end or until the monitor cancels it, the fastest way that is exact for it.
     *
     * @throws IllegalArgumentException when the model has no such scenario, or names something that it does not define
     * @throws ModelTooLarge when the run would not fit the memory that Java may take
     */
    public static RunOutcome run(ContinuityModel model, RunRequest request, RunMonitor monitor) {
        return run(model, request, monitor, Way.fastest());
    }

    /** The same in a given way, which changes no figure of the result. */
    public static RunOutcome run(ContinuityModel model, RunRequest request, RunMonitor monitor, Way way) {
        return work(model, request, monitor, way).run();
    }

    /**
     * Runs a scenario as {@link #run} does and says only how one element came back and what came into play, with the same figures;
     * empty where the monitor cancelled it.
     *
     * @param request without a precision, which would be looked for in the whole result
     * @throws IllegalArgumentException when the model has no such scenario or element, names something that it does not define, when
     *     the detail leaves the element out, or a precision is asked for
     * @throws ModelTooLarge when the run would not fit the memory that Java may take
     */
    public static Optional<Glance> glance(ContinuityModel model, RunRequest request, Id element, RunMonitor monitor) {
        if (request.precision() != null) {
            throw new IllegalArgumentException("A glance has just as many trials as are asked for, no precision.");
        }
        return work(model, request, monitor, Way.fastest()).glance(element);
    }

    private static Work work(ContinuityModel model, RunRequest request, RunMonitor monitor, Way way) {
        Scenario scenario = model.findScenario(request.scenario())
                .orElseThrow(
                        () -> new IllegalArgumentException("The model has no scenario '" + request.scenario() + "'."));
        MemoryNeed.check(model, request, way, Runtime.getRuntime().maxMemory());
        return new Work(ModelCompiler.compile(model, scenario), request, monitor, way);
    }

    private static final class Work {

        private final CompiledModel model;
        private final RunRequest request;
        private final RunMonitor monitor;
        private final Way way;
        private final LaneFit fit;
        private final AtomicLong nextTrial = new AtomicLong();
        private final AtomicLong done = new AtomicLong();
        private volatile long until;

        Work(CompiledModel model, RunRequest request, RunMonitor monitor, Way way) {
            this.way = way;
            this.model = model;
            this.request = request;
            this.monitor = monitor;
            fit = LaneAnalysis.of(model);
        }

        RunOutcome run() {
            Accumulator sums = new Accumulator(model, request.detail());
            Double asked = request.precision();
            long check = asked == null ? request.trials() : Math.min(request.trials(), RunRequest.FIRST_CHECK);
            boolean reached = false;
            while (true) {
                until = check;
                runParts().forEach(sums::merge);
                if (done.get() < until) {
                    return new RunOutcome.Cancelled(done.get());
                }
                reached = asked != null && Tightness.reaches(asked, assembly(sums, request.ofTrials(check)));
                if (reached || check == request.trials()) {
                    break;
                }
                nextTrial.set(check);
                check = Math.min(request.trials(), 2 * check);
            }
            return finish(
                    sums, request.ofTrials(check), asked == null ? null : new RunResult.Precision(asked, reached));
        }

        Optional<Glance> glance(Id element) {
            int e = IntStream.range(0, model.elements().size())
                    .filter(each -> model.elements().get(each).id().equals(element))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("The model has no element '" + element + "'."));
            if (!request.detail().includes(model.elements().get(e).type())) {
                throw new IllegalArgumentException("The detail " + request.detail() + " leaves out '" + element + "'.");
            }
            Accumulator sums = new Accumulator(model, request.detail());
            until = request.trials();
            runParts().forEach(sums::merge);
            if (done.get() < until || monitor.isCancelled()) {
                return Optional.empty();
            }
            return Optional.of(Glance.of(model, sums, e));
        }

        private List<ElementResult> assembly(Accumulator sums, RunRequest ran) {
            return new ResultAssembly(model, sums, normal(), ran.detail(), Savings.none(model, ran)).elements();
        }

        private RunOutcome finish(Accumulator sums, RunRequest ran, RunResult.@Nullable Precision precision) {
            Savings savings = Savings.of(model, ran, monitor, sums);
            if (monitor.isCancelled()) {
                return new RunOutcome.Cancelled(done.get());
            }
            ResultAssembly assembly = new ResultAssembly(model, sums, normal(), ran.detail(), savings);
            return new RunOutcome.Finished(new RunResult(
                    model.scenario().id(),
                    ran.trials(),
                    ran.seed(),
                    VERSION,
                    computed(sums.inEventLoop()),
                    assembly.elements(),
                    assembly.response(),
                    RunFindings.of(model, sums),
                    precision));
        }

        private Computed computed(long inEventLoop) {
            return switch (fit) {
                case LaneFit.Fits fits ->
                    new Computed(way.passes() == null ? Computed.By.EVENTS : Computed.By.LANES, List.of(), inEventLoop);
                case LaneFit.DoesNotFit not ->
                    new Computed(
                            Computed.By.EVENTS,
                            not.because().stream().sorted().map(Misfit::word).toList(),
                            inEventLoop);
            };
        }

        private NormalRunning normal() {
            return fit instanceof LaneFit.Fits ? LaneWork.normal(model) : new EventKernel(model).normal();
        }

        private TrialWork trialWork() {
            LanePasses passes = way.passes();
            return passes != null && fit instanceof LaneFit.Fits fits
                    ? new LaneWork(fits.program(), passes, way.lanes(), request.seed(), request.detail())
                    : new EventWork(model, request.seed(), request.detail());
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
            TrialWork work = trialWork();
            while (!monitor.isCancelled() && !Thread.currentThread().isInterrupted()) {
                long from = nextTrial.getAndAdd(way.block());
                if (from >= until) {
                    break;
                }
                long to = Math.min(until, from + way.block());
                work.run(from, to);
                monitor.onProgress(done.addAndGet(to - from));
            }
            return work.finish();
        }
    }
}
