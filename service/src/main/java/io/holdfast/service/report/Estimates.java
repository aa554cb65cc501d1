package io.holdfast.service.report;

import io.holdfast.service.simulation.Run;
import io.holdfast.service.simulation.RunResult;
import io.holdfast.service.simulation.RunStatus;
import io.holdfast.service.simulation.Simulations;
import io.holdfast.simulator.model.ContinuityModel;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The few figures of every element from the newest finished run of each scenario of the current model. A finished run never
 * changes, so what was read of it is kept while it is the newest. For any number of threads.
 */
@Singleton
final class Estimates {

    private final Simulations simulations;
    private final Map<Long, List<ElementEstimate>> kept = new ConcurrentHashMap<>();

    Estimates(Simulations simulations) {
        this.simulations = simulations;
    }

    /** Those of every scenario of the model that has a finished run, scenario by scenario. */
    List<ElementEstimate> listAll(ContinuityModel model) {
        Map<String, Run> finished = simulations.mapNewest(RunStatus.FINISHED);
        List<Run> newest = model.scenarios().stream()
                .map(scenario -> Optional.ofNullable(finished.get(scenario.id().value())))
                .flatMap(Optional::stream)
                .toList();
        kept.keySet().retainAll(newest.stream().map(Run::id).toList());
        return newest.stream()
                .flatMap(run -> kept.computeIfAbsent(run.id(), id -> read(run)).stream())
                .toList();
    }

    private List<ElementEstimate> read(Run run) {
        RunResult result = simulations
                .findReading(run.id())
                .orElseThrow(() -> new IllegalStateException("Run " + run.id() + " is finished without a result"));
        List<ElementEstimate> estimates = new ArrayList<>();
        result.root().path("elements").forEach(each -> estimates.add(ElementEstimate.of(run, each)));
        return List.copyOf(estimates);
    }
}
