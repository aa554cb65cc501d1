package io.holdfast.service.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.service.simulation.Run;
import io.holdfast.service.simulation.RunStatus;
import io.holdfast.service.simulation.Simulations;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Scenario;
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
    private final ObjectMapper json;
    private final Map<Long, List<ElementEstimate>> kept = new ConcurrentHashMap<>();

    Estimates(Simulations simulations, ObjectMapper json) {
        this.simulations = simulations;
        this.json = json;
    }

    /** Those of every scenario of the model that has a finished run, scenario by scenario. */
    List<ElementEstimate> listAll(ContinuityModel model) {
        List<Run> newest = model.scenarios().stream()
                .map(Scenario::id)
                .map(id -> simulations.findNewest(id.value(), RunStatus.FINISHED))
                .flatMap(Optional::stream)
                .toList();
        kept.keySet().retainAll(newest.stream().map(Run::id).toList());
        return newest.stream()
                .flatMap(run -> kept.computeIfAbsent(run.id(), id -> read(run)).stream())
                .toList();
    }

    private List<ElementEstimate> read(Run run) {
        String text = simulations
                .findResult(run.id())
                .orElseThrow(() -> new IllegalStateException("Run " + run.id() + " is finished without a result"));
        List<ElementEstimate> estimates = new ArrayList<>();
        try {
            json.readTree(text).path("elements").forEach(each -> estimates.add(ElementEstimate.of(run, each)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored result of run " + run.id() + " is not JSON", e);
        }
        return List.copyOf(estimates);
    }
}
