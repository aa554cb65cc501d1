package io.holdfast.simulator.bench;

import io.holdfast.simulator.engine.Detail;
import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.engine.RunOutcome;
import io.holdfast.simulator.engine.RunRequest;
import io.holdfast.simulator.engine.Simulation;
import io.holdfast.simulator.engine.Way;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.result.Estimate;
import io.holdfast.simulator.result.RunResult;

/** This engine in one of its ways: a whole run, from the model to the result. */
final class ThisEngine implements Rival {

    private final ContinuityModel model;
    private final Way way;
    private final int threads;
    private final Detail detail;

    ThisEngine(ContinuityModel model, Way way, int threads, Detail detail) {
        this.model = model;
        this.way = way;
        this.threads = threads;
        this.detail = detail;
    }

    @Override
    public String name() {
        var passes = way.passes();
        return "this engine, " + (passes == null ? "event loop" : "lanes, " + passes.name());
    }

    @Override
    public double run(long trials) {
        Estimate mean = result(trials).elements().getLast().recovery().mean();
        return mean == null ? Double.NaN : mean.value();
    }

    RunResult result(long trials) {
        RunRequest request = new RunRequest(Id.of("s"), trials, RunRequest.DEFAULT_SEED, threads, detail);
        return switch (Simulation.run(model, request, RunMonitor.SILENT, way)) {
            case RunOutcome.Finished finished -> finished.result();
            case RunOutcome.Cancelled cancelled ->
                throw new IllegalStateException("The run was cancelled: " + cancelled);
        };
    }
}
