package io.holdfast.service.simulation;

import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.engine.RunOutcome;
import io.holdfast.simulator.engine.RunRequest;
import io.holdfast.simulator.engine.Simulation;
import io.holdfast.simulator.format.ResultWriter;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Runs of scenarios. */
@Singleton
final class ScenarioJob implements RunJob {

    private final RunThreads threads;

    ScenarioJob(RunThreads threads) {
        this.threads = threads;
    }

    @Override
    public RunKind kind() {
        return RunKind.SCENARIO;
    }

    @Override
    public Optional<String> work(ContinuityModel model, Run run, RunMonitor monitor) {
        RunRequest request = new RunRequest(Id.of(run.scenario()), run.trials(), run.seed(), threads.count());
        return switch (Simulation.run(model, request, monitor)) {
            case RunOutcome.Finished finished -> Optional.of(ResultWriter.toJson(finished.result(), model));
            case RunOutcome.Cancelled cancelled -> Optional.empty();
        };
    }
}
