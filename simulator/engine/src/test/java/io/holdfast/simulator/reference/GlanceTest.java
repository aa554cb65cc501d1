package io.holdfast.simulator.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.simulator.engine.Detail;
import io.holdfast.simulator.engine.Glance;
import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.engine.RunOutcome;
import io.holdfast.simulator.engine.RunRequest;
import io.holdfast.simulator.engine.Simulation;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.result.ElementResult;
import io.holdfast.simulator.result.Response;
import io.holdfast.simulator.result.RunResult;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A glance has the figures of the whole result, on random models. */
class GlanceTest {

    private static final int MODELS = 60;
    private static final RunRequest REQUEST = new RunRequest(Id.of("s"), 200, 5, 1, Detail.ELEMENTS);

    private static RunResult whole(ContinuityModel model) {
        return switch (Simulation.run(model, REQUEST, RunMonitor.SILENT)) {
            case RunOutcome.Finished finished -> finished.result();
            case RunOutcome.Cancelled cancelled -> throw new AssertionError("cancelled: " + cancelled);
        };
    }

    @Test
    void saysOfEveryElementWhatTheWholeResultDoes() {
        int never = 0;
        Set<Id> everCalled = new HashSet<>();
        for (long number = 0; number < MODELS; number++) {
            ContinuityModel model = RandomModels.of(number);
            RunResult result = whole(model);
            Set<Id> disrupted = result.elements().stream()
                    .filter(each -> each.disrupted().value() > 0)
                    .map(ElementResult::id)
                    .collect(Collectors.toSet());
            Set<Id> called = result.response().teams().stream()
                    .filter(each -> each.called().value() > 0)
                    .map(Response.TeamCall::team)
                    .collect(Collectors.toSet());
            everCalled.addAll(called);
            for (ElementResult element : result.elements()) {
                ElementResult.Recovery recovery = element.recovery();
                never += recovery.p95().value() == null ? 1 : 0;
                assertThat(Simulation.glance(model, REQUEST, element.id(), RunMonitor.SILENT))
                        .as("model %s, %s", number, element.id())
                        .contains(new Glance(
                                recovery.mean() == null ? null : recovery.mean().value(),
                                recovery.sd(),
                                recovery.p95().value(),
                                disrupted,
                                called));
            }
        }
        assertThat(never).as("elements that do not come back").isPositive();
        assertThat(everCalled).isNotEmpty();
    }

    @Test
    void refusesWhatItCannotSay() {
        ContinuityModel model = RandomModels.of(1);
        Id nowhere = Id.of("nowhere");
        assertThatThrownBy(() -> Simulation.glance(model, REQUEST, nowhere, RunMonitor.SILENT))
                .hasMessageContaining("no element 'nowhere'");
        RunRequest processes = new RunRequest(Id.of("s"), 200, 5, 1, Detail.PROCESSES);
        Id asset = model.elements().stream()
                .filter(each -> each.type() == ElementType.ASSET)
                .findFirst()
                .orElseThrow()
                .id();
        assertThatThrownBy(() -> Simulation.glance(model, processes, asset, RunMonitor.SILENT))
                .hasMessageContaining("PROCESSES leaves out '" + asset);
        RunRequest precise = new RunRequest(Id.of("s"), 200, 5, 1, Detail.ELEMENTS, 0.01);
        Id any = model.elements().getFirst().id();
        assertThatThrownBy(() -> Simulation.glance(model, precise, any, RunMonitor.SILENT))
                .hasMessageContaining("precision");
    }
}
