package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.Instant;
import io.holdfast.simulator.compile.ModelCompiler;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.sampling.KeyedDraws;
import io.holdfast.simulator.sampling.Ticks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * By how much the P95 of a recovery time would fall if one link of driving paths took no time: the first trials are run again
 * under the same draws, link by link. Not hot by itself; its cost is that of its trials.
 */
final class Savings {

    /** How many trials are run again for each link: a share of all, within bounds. */
    private static final double TRIALS_SHARE = 0.05;

    private static final int LEAST_TRIALS = 200;
    private static final int MOST_TRIALS = 2_000;

    /** Links below this share of trials are not asked for. */
    private static final double LEAST_SHARE = 0.1;

    private static final int MOST_LINKS = 3;

    private final CompiledModel model;
    private final RunRequest request;
    private final RunMonitor monitor;
    private final int trials;
    private final int[] traced;
    private final Map<Integer, long[]> byLink = new HashMap<>();
    private long[] base = {};

    private Savings(CompiledModel model, RunRequest request, RunMonitor monitor) {
        this.model = model;
        this.request = request;
        this.monitor = monitor;
        long part = Math.clamp((long) (TRIALS_SHARE * request.trials()), LEAST_TRIALS, MOST_TRIALS);
        trials = (int) Math.min(part, request.trials());
        traced = IntStream.range(0, model.elements().size())
                .filter(e -> model.elements().get(e).type() != ElementType.ASSET)
                .toArray();
    }

    /** Runs the variants; what a cancelled run leaves is not complete. */
    static Savings of(CompiledModel model, RunRequest request, RunMonitor monitor, Accumulator sums) {
        Savings savings = new Savings(model, request, monitor);
        if (request.detail() == Detail.EVERYTHING) {
            savings.run(savings.links(sums));
        }
        return savings;
    }

    /** Nothing is asked. */
    static Savings none(CompiledModel model, RunRequest request) {
        return new Savings(model, request, RunMonitor.SILENT);
    }

    /** The links that take part most, of any service or process. */
    private Set<Integer> links(Accumulator sums) {
        Set<Integer> links = new TreeSet<>();
        for (int e : traced) {
            Accumulator.OfElement found = sums.element(e);
            if (found != null) {
                found.driving.entrySet().stream()
                        .filter(entry -> entry.getValue() >= LEAST_SHARE * sums.trials())
                        .sorted(Map.Entry.<Integer, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .limit(MOST_LINKS)
                        .forEach(entry -> links.add(entry.getKey()));
            }
        }
        return links;
    }

    private void run(Set<Integer> links) {
        if (links.isEmpty()) {
            return;
        }
        DrivingLinks names = new DrivingLinks(model);
        try (ExecutorService threads = Executors.newFixedThreadPool(request.threads())) {
            Future<long[]> plain = threads.submit(() -> p95(Instant.NOTHING));
            Map<Integer, Future<long[]>> running = new HashMap<>();
            for (int link : links) {
                running.put(link, threads.submit(() -> p95(names.instant(link))));
            }
            base = plain.get();
            for (int link : links) {
                Future<long[]> found = running.get(link);
                if (found != null) {
                    byLink.put(link, found.get());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A trial failed: " + e.getCause(), e);
        }
    }

    /** The P95 of every service and process; never where it falls among trials without return. */
    private long[] p95(Instant instant) {
        TrialKernel kernel = new EventKernel(ModelCompiler.compile(model.model(), model.scenario(), instant));
        KeyedDraws draws = new KeyedDraws(request.seed());
        long[][] times = new long[traced.length][trials];
        for (int trial = 0; trial < trials && !monitor.isCancelled(); trial++) {
            draws.startTrial(trial);
            TrialOutcome outcome = kernel.run(draws);
            for (int i = 0; i < traced.length; i++) {
                times[i][trial] = outcome.isTouched(traced[i]) ? outcome.recoveryTicks(traced[i]) : 0;
            }
        }
        List<Long> found = new ArrayList<>();
        for (long[] each : times) {
            Arrays.sort(each);
            found.add(each[(int) Statistics.rank(0.95, trials) - 1]);
        }
        return found.stream().mapToLong(Long::longValue).toArray();
    }

    /** Minutes that the P95 of an element would be less without a link; null where that was not asked or has no answer. */
    @Nullable
    Double minutes(int e, int link) {
        long[] without = byLink.get(link);
        int at = Arrays.binarySearch(traced, e);
        if (without == null || at < 0 || base[at] == Ticks.NEVER || without[at] == Ticks.NEVER) {
            return null;
        }
        return (base[at] - without[at]) * 60.0 / Ticks.PER_HOUR;
    }
}
