package io.holdfast.simulator.drill;

import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.engine.Simulation;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.result.Finding;
import io.holdfast.simulator.sampling.KeyedDraws;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Estimates a drill: every type of it is played over many trials. Trials go in blocks, threads take blocks, each thread has a tally
 * of its own; the result does not depend on any of it. May be called from several threads.
 */
public final class DrillSimulation {

    private static final int BLOCK = 64;

    private DrillSimulation() {}

    /**
     * Estimates a drill to the end or until the monitor cancels it.
     *
     * @param monitor hears of trials done: of the request's trials the same share as of all the work
     * @throws IllegalArgumentException when the model has no such drill, or names something that it does not define
     */
    public static DrillOutcome run(ContinuityModel model, DrillRequest request, RunMonitor monitor) {
        Drill drill = model.drills().stream()
                .filter(each -> each.id().equals(request.drill()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The model has no drill '" + request.drill() + "'."));
        Boolean announced = request.announced();
        DrillScope scope = new DrillScope(model, drill, announced == null ? drill.announced() : announced);
        if (drill.types().isEmpty()) {
            return refused(Finding.Kind.DRILL_NO_TYPE, drill.id());
        }
        if (scope.elements().isEmpty()) {
            return refused(Finding.Kind.DRILL_NO_SCOPE, drill.id());
        }
        return new Work(scope, request, monitor).run();
    }

    private static DrillOutcome refused(Finding.Kind kind, Id drill) {
        return new DrillOutcome.Refused(List.of(new Finding(kind, List.of(drill), Map.of("drill", drill.value()))));
    }

    private static StageOutcome stage(Drill.Type type, DrillScope scope, DrillRequest request, RunMonitor monitor) {
        return switch (type) {
            case DESKTOP -> DesktopStage.of(scope, request, monitor);
            case DATA_RECOVERY -> RestoreStage.of(scope);
            case SCENARIO -> ScenarioStage.of(scope);
            case LIVE_FAILOVER -> LiveStage.of(scope, request);
        };
    }

    private static final class Work {

        private final DrillScope scope;
        private final DrillRequest request;
        private final RunMonitor monitor;
        private final Progress progress;
        private final List<Drill.Type> types;

        Work(DrillScope scope, DrillRequest request, RunMonitor monitor) {
            this.scope = scope;
            this.request = request;
            this.monitor = monitor;
            types = scope.drill().types().stream().distinct().toList();
            progress = new Progress(monitor, request, types.size());
        }

        DrillOutcome run() {
            Lessons lessons = new Lessons(request);
            List<TypeOutcome> outcomes = new ArrayList<>();
            List<Finding> problems = new ArrayList<>();
            for (Drill.Type type : types) {
                switch (stage(type, scope, request, progress.ofPreparing())) {
                    case StageOutcome.Not not -> {
                        problems.add(not.problem());
                        outcomes.add(new TypeOutcome.NotPossible(type, not.problem()));
                    }
                    case StageOutcome.Ready ready -> {
                        Optional<TypeOutcome> outcome = play(ready.stage(), lessons);
                        if (outcome.isEmpty()) {
                            return new DrillOutcome.Cancelled(progress.reported());
                        }
                        outcomes.add(outcome.get());
                    }
                }
            }
            return problems.size() == types.size()
                    ? new DrillOutcome.Refused(problems)
                    : new DrillOutcome.Finished(result(outcomes));
        }

        private DrillResult result(List<TypeOutcome> outcomes) {
            return new DrillResult(
                    scope.drill().id(),
                    scope.drill().scenario(),
                    scope.announced(),
                    request.trials(),
                    request.seed(),
                    Simulation.VERSION,
                    request.asOf(),
                    scope.elements(),
                    outcomes);
        }

        private Optional<TypeOutcome> play(Stage stage, Lessons lessons) {
            Tally tally = trials(stage);
            if (isStopped()) {
                return Optional.empty();
            }
            progress.stageDone();
            TypeOutcome.Estimated estimated = stage.estimate(tally);
            Optional<Teaching> teaching = lessons.of(stage, progress.ofLessons());
            progress.lessonsDone();
            return teaching.map(estimated::with);
        }

        private boolean isStopped() {
            return monitor.isCancelled() || Thread.currentThread().isInterrupted();
        }

        private Tally trials(Stage stage) {
            AtomicLong next = new AtomicLong();
            if (request.threads() == 1) {
                return work(stage, next);
            }
            Tally sums = stage.tally();
            try (ExecutorService threads = Executors.newFixedThreadPool(request.threads())) {
                List<Future<Tally>> running = new ArrayList<>();
                for (int t = 0; t < request.threads(); t++) {
                    running.add(threads.submit(() -> work(stage, next)));
                }
                for (Future<Tally> each : running) {
                    sums.merge(each.get());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                throw new IllegalStateException("A trial failed: " + e.getCause(), e);
            }
            return sums;
        }

        private Tally work(Stage stage, AtomicLong next) {
            Tally tally = stage.tally();
            Stage.Play play = stage.play();
            KeyedDraws draws = new KeyedDraws(request.seed());
            while (!isStopped()) {
                long from = next.getAndAdd(BLOCK);
                if (from >= request.trials()) {
                    break;
                }
                long to = Math.min(request.trials(), from + BLOCK);
                for (long trial = from; trial < to; trial++) {
                    draws.startTrial(trial);
                    play.run(draws, tally);
                }
                progress.trialsDone(to - from);
            }
            return tally;
        }
    }
}
