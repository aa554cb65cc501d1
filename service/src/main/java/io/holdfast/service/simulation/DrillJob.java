package io.holdfast.service.simulation;

import io.holdfast.simulator.drill.DrillOutcome;
import io.holdfast.simulator.drill.DrillRequest;
import io.holdfast.simulator.drill.DrillSimulation;
import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.format.DrillWriter;
import io.holdfast.simulator.format.FindingText;
import io.holdfast.simulator.format.Language;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Collectors;

/** Estimates of drills. */
@Singleton
final class DrillJob implements RunJob {

    private final RunThreads threads;

    DrillJob(RunThreads threads) {
        this.threads = threads;
    }

    @Override
    public RunKind kind() {
        return RunKind.DRILL;
    }

    @Override
    public Optional<String> work(ContinuityModel model, Run run, RunMonitor monitor) {
        DrillRequest request = DrillOptions.ofJson(run.options())
                .request(Id.of(run.requireSubject()), run.trials(), run.seed(), threads.count());
        return switch (DrillSimulation.run(model, request, monitor)) {
            case DrillOutcome.Finished finished -> Optional.of(DrillWriter.toJson(finished.result(), model));
            case DrillOutcome.Cancelled cancelled -> Optional.empty();
            case DrillOutcome.Refused refused ->
                throw new IllegalArgumentException(refused.problems().stream()
                        .map(problem -> FindingText.of(problem, Language.EN))
                        .collect(Collectors.joining(" ")));
        };
    }
}
