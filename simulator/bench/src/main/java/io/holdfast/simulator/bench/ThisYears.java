package io.holdfast.simulator.bench;

import io.holdfast.simulator.engine.Detail;
import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.engine.RunRequest;
import io.holdfast.simulator.engine.YearOutcome;
import io.holdfast.simulator.engine.YearRequest;
import io.holdfast.simulator.engine.YearSimulation;
import io.holdfast.simulator.model.ContinuityModel;

/** This engine's years: a whole run, from the model to the result of the process. */
final class ThisYears implements Rival {

    private final ContinuityModel model;

    ThisYears(YearNetwork network) {
        model = network.model();
    }

    @Override
    public String name() {
        return "this engine";
    }

    /** Runs histories and gives the mean availability of the last element. */
    @Override
    public double run(long histories) {
        YearRequest request =
                new YearRequest(histories, YearNetwork.HOURS, 0, RunRequest.DEFAULT_SEED, 1, Detail.PROCESS_TIMES);
        return switch (YearSimulation.run(model, request, RunMonitor.SILENT)) {
            case YearOutcome.Finished finished ->
                finished.result().elements().getLast().availability().mean().value();
            case YearOutcome.Cancelled cancelled -> throw new IllegalStateException("cancelled: " + cancelled);
        };
    }
}
