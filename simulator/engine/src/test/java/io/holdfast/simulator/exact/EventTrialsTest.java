package io.holdfast.simulator.exact;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.ModelCompiler;
import io.holdfast.simulator.lanes.ScalarPasses;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import io.holdfast.simulator.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Trials of the moment of the event: their numbers. */
class EventTrialsTest {

    private static CompiledModel fifthOfTwenty() {
        List<Element> elements = new ArrayList<>(IntStream.range(0, 20)
                .mapToObj(i -> Element.asset("h-" + i, "host").build())
                .toList());
        List<Need> needs = IntStream.range(0, 20)
                .<Need>mapToObj(i -> new Need.One(Id.of("h-" + i)))
                .toList();
        elements.add(Element.service("x")
                .needs(List.of(new Need.AtLeast(16, needs, NeedTerms.NONE)))
                .build());
        Hit hit = new Hit(null, null, null, List.of("host"), null, null, 0.1, false, DownState.DAMAGED);
        ContinuityModel model = ContinuityModel.of(elements, List.of(Scenario.of("s", List.of(hit), null)));
        return ModelCompiler.compile(model, model.scenarios().getFirst());
    }

    @Test
    void trialsAreTheSameInAnyPartsAndForEachSeedOthers() {
        EventTrials trials =
                EventTrials.find(fifthOfTwenty(), 20, new ScalarPasses()).orElseThrow();
        long whole = trials.down(1, 0, 1_000);
        long parts = trials.down(1, 300, 301) + trials.down(1, 301, 1_000) + trials.down(1, 0, 300);
        assertThat(parts).isEqualTo(whole).isEqualTo(trials.down(1, 0, 1_000));
        assertThat(trials.down(2, 0, 1_000)).isNotEqualTo(whole);
        assertThat(trials.elements()).isEqualTo(21);
    }
}
