package io.holdfast.simulator.learning;

import io.holdfast.simulator.engine.Detail;
import io.holdfast.simulator.engine.Glance;
import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.engine.RunRequest;
import io.holdfast.simulator.engine.Simulation;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.result.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Second-order runs: every uncertain input is drawn from the belief that its evidence deserves, the scenario is run for each
 * draw under the same luck, and the spread is split into luck and not knowing, by input. Each draw runs twice, under two seeds
 * common to all draws: what the two runs of a draw share is the parameters. May be called from several threads.
 *
 * <p>Cost: {@code draws × 2 × trials} trials and as many compilations of the model as runs.
 */
public final class SecondOrder {

    private static final long OTHER_LUCK = 0x5DEECE66DL;

    private SecondOrder() {}

    /**
     * The uncertainty budget of an element under a scenario.
     *
     * @param monitor hears of trials done, over all draws, and may cancel between blocks of trials
     * @throws IllegalArgumentException when the model has no such scenario or element, or nothing uncertain bears on it
     */
    public static BudgetOutcome run(ContinuityModel model, BudgetRequest request, RunMonitor monitor) {
        ParameterDraws draws = new ParameterDraws(model, request);
        Check.that(
                !draws.inputs().isEmpty(),
                "Nothing uncertain bears on '" + request.element() + "' under '" + request.scenario()
                        + "', so there is nothing to split. Give its methods durations.");
        return new Work(model, request, monitor, draws).run();
    }

    /**
     * Whether anything uncertain bears on the element, so that there is something to split.
     *
     * @throws IllegalArgumentException when the model has no such scenario or element
     */
    public static boolean hasUncertainInputs(ContinuityModel model, BudgetRequest request) {
        return !new ParameterDraws(model, request).inputs().isEmpty();
    }

    private static final class Work {

        private final BudgetRequest request;
        private final RunMonitor monitor;
        private final ParameterDraws draws;
        private final double horizon;
        private final DrawResults results;
        private final AtomicInteger nextDraw = new AtomicInteger();
        private final AtomicLong trialsDone = new AtomicLong();

        Work(ContinuityModel model, BudgetRequest request, RunMonitor monitor, ParameterDraws draws) {
            this.request = request;
            this.monitor = monitor;
            this.draws = draws;
            horizon = model.findScenario(request.scenario())
                    .map(Scenario::horizonHours)
                    .orElseThrow();
            results = new DrawResults(request.draws());
        }

        BudgetOutcome run() {
            try (ExecutorService threads = Executors.newFixedThreadPool(request.threads())) {
                await(threads);
            }
            return trialsDone.get() < request.draws() * 2L * request.trials()
                    ? new BudgetOutcome.Cancelled(trialsDone.get())
                    : new BudgetOutcome.Finished(budget());
        }

        private void await(ExecutorService threads) {
            try {
                List<Future<?>> running = new ArrayList<>();
                for (int t = 0; t < request.threads(); t++) {
                    running.add(threads.submit(this::work));
                }
                for (Future<?> each : running) {
                    each.get();
                }
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw new IllegalStateException("A second-order run failed: " + e.getCause(), e);
            }
        }

        private void work() {
            for (int draw = nextDraw.getAndIncrement(); draw < request.draws(); draw = nextDraw.getAndIncrement()) {
                ContinuityModel drawn = draws.model(draw);
                if (!runOnce(drawn, draw, true) || !runOnce(drawn, draw, false)) {
                    return;
                }
            }
        }

        private boolean runOnce(ContinuityModel drawn, int draw, boolean first) {
            long seed = first ? request.seed() : request.seed() + OTHER_LUCK;
            RunRequest run = new RunRequest(request.scenario(), request.trials(), seed, 1, Detail.ELEMENTS);
            Optional<Glance> glance = Simulation.glance(drawn, run, request.element(), new Cancelling(monitor));
            glance.ifPresent(seen -> {
                note(seen, draw, first);
                monitor.onProgress(trialsDone.addAndGet(request.trials()));
            });
            return glance.isPresent();
        }

        private void note(Glance glance, int draw, boolean first) {
            results.notePlay(glance);
            Double p95 = glance.p95Hours();
            Double mean = glance.meanHours();
            Double sd = glance.sdHours();
            (first ? results.p95First : results.p95Second)[draw] = p95 == null ? horizon : p95;
            (first ? results.meanFirst : results.meanSecond)[draw] = mean == null ? horizon : mean;
            results.variance[draw] += sd == null ? 0 : sd * sd / 2;
            results.never[draw] |= p95 == null;
        }

        private UncertaintyBudget budget() {
            List<ModelInput> inputs =
                    draws.inputs().stream().filter(results::cameIntoPlay).toList();
            VarianceShares shares = new VarianceShares(
                    results, inputs.stream().map(this::features).toList());
            double[][] byGroup = IntStream.range(-1, VarianceShares.GROUPS)
                    .mapToObj(shares::shares)
                    .toArray(double[][]::new);
            List<InputShare> found = new ArrayList<>();
            for (int i = 0; i < inputs.size(); i++) {
                int at = i;
                double[] share =
                        Arrays.stream(byGroup).mapToDouble(each -> each[at]).toArray();
                ModelInput input = inputs.get(i);
                found.add(new InputShare(input, draws.weight(input), VarianceShares.jackknife(share)));
            }
            found.sort(Comparator.comparingDouble(
                    (InputShare each) -> -each.share().value()));
            double[] rest = Arrays.stream(byGroup)
                    .mapToDouble(each -> 1 - Arrays.stream(each).sum())
                    .toArray();
            List<ModelInput> idle = draws.inputs().stream()
                    .filter(input -> !results.cameIntoPlay(input))
                    .toList();
            return new UncertaintyBudget(
                    request, recovery(shares), p95(shares), found, idle, VarianceShares.jackknife(rest));
        }

        private double[][] features(ModelInput input) {
            return IntStream.range(0, request.draws())
                    .mapToObj(draw -> draws.features(input, draw))
                    .toArray(double[][]::new);
        }

        private UncertaintyBudget.RecoverySplit recovery(VarianceShares shares) {
            double luck = Arrays.stream(results.variance).sum() / request.draws();
            double between = shares.covariance(draw -> results.meanFirst[draw], draw -> results.meanSecond[draw], -1);
            return new UncertaintyBudget.RecoverySplit(luck, Math.max(0, between));
        }

        private UncertaintyBudget.P95Split p95(VarianceShares shares) {
            double[] sorted = IntStream.range(0, request.draws())
                    .mapToDouble(results::p95)
                    .sorted()
                    .toArray();
            double[] notKnowing = IntStream.range(-1, VarianceShares.GROUPS)
                    .mapToDouble(shares::notKnowing)
                    .toArray();
            Estimate estimate = VarianceShares.jackknife(notKnowing);
            int never = (int) IntStream.range(0, request.draws())
                    .filter(draw -> results.never[draw])
                    .count();
            return new UncertaintyBudget.P95Split(
                    quantile(sorted, 0.05),
                    quantile(sorted, 0.5),
                    quantile(sorted, 0.95),
                    never,
                    new Estimate(Math.max(0, estimate.value()), Math.max(0, estimate.low()), estimate.high()),
                    Math.max(0, shares.variance() - notKnowing[0]));
        }

        private static double quantile(double[] sorted, double p) {
            return sorted[(int) Math.ceil(p * sorted.length - 1e-9) - 1];
        }
    }

    /** Passes cancellation on; progress is counted by run. */
    private record Cancelling(RunMonitor outer) implements RunMonitor {
        @Override
        public void onProgress(long trialsDone) {
            // counted when the run ends
        }

        @Override
        public boolean isCancelled() {
            return outer.isCancelled();
        }
    }
}
