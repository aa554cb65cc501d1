package io.holdfast.service.simulation;

import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.engine.Simulation;
import io.holdfast.simulator.format.BudgetWriter;
import io.holdfast.simulator.learning.BudgetOutcome;
import io.holdfast.simulator.learning.BudgetRequest;
import io.holdfast.simulator.learning.SecondOrder;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Uncertainty budgets. */
@Singleton
final class BudgetJob implements RunJob {

    private final RunThreads threads;

    BudgetJob(RunThreads threads) {
        this.threads = threads;
    }

    @Override
    public RunKind kind() {
        return RunKind.BUDGET;
    }

    @Override
    public Optional<String> work(ContinuityModel model, Run run, RunMonitor monitor) {
        BudgetRequest request = BudgetOptions.ofJson(run.options())
                .request(Id.of(run.requireSubject()), run.trials(), run.seed(), threads.count());
        return switch (SecondOrder.run(model, request, new Share(monitor, 2L * request.draws()))) {
            case BudgetOutcome.Finished finished ->
                Optional.of(BudgetWriter.toJson(finished.budget(), model, Simulation.VERSION));
            case BudgetOutcome.Cancelled cancelled -> Optional.empty();
        };
    }

    /** Tells trials of one run where those of many are done. */
    private record Share(RunMonitor monitor, long runs) implements RunMonitor {
        @Override
        public void onProgress(long trialsDone) {
            monitor.onProgress(trialsDone / runs);
        }

        @Override
        public boolean isCancelled() {
            return monitor.isCancelled();
        }
    }
}
