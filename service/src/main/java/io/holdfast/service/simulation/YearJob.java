package io.holdfast.service.simulation;

import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.engine.YearOutcome;
import io.holdfast.simulator.engine.YearSimulation;
import io.holdfast.simulator.format.YearWriter;
import io.holdfast.simulator.model.ContinuityModel;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Years of operation. */
@Singleton
final class YearJob implements RunJob {

    private final RunThreads threads;

    YearJob(RunThreads threads) {
        this.threads = threads;
    }

    @Override
    public RunKind kind() {
        return RunKind.YEAR;
    }

    @Override
    public Optional<String> work(ContinuityModel model, Run run, RunMonitor monitor) {
        YearOptions options = YearOptions.ofJson(run.options());
        return switch (YearSimulation.run(model, options.request(run.trials(), run.seed(), threads.count()), monitor)) {
            case YearOutcome.Finished finished -> Optional.of(YearWriter.toJson(finished.result(), model));
            case YearOutcome.Cancelled cancelled -> Optional.empty();
        };
    }
}
