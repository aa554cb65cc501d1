package io.holdfast.service.register.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.service.register.NeedGraph;
import io.holdfast.simulator.format.ModelReader;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CablesTest {

    private static final ContinuityModel MODEL = model("""
            holdfast: 1
            assets:
              - {id: a, kind: host, x-connections: [{to: b, kind: connected-to}, {to: gone, kind: connected-to}]}
              - {id: b, kind: host}
              - {id: c, kind: host, x-connections: none}
            """);

    @Test
    void showsACableFromEitherEndAsALineThatIsNoNeed() {
        for (String focus : Set.of("a", "b")) {
            GraphView view =
                    GraphView.around(MODEL, NeedGraph.of(MODEL), Id.of(focus), 1, GraphView.Direction.BOTH, 300);
            assertThat(view.nodes()).extracting(GraphView.Node::id).containsExactlyInAnyOrder("a", "b");
            assertThat(view.edges()).containsExactly(new NeedEdge("a", "b", "cable", null, null));
        }
    }

    @Test
    void losesNothingOverACable() {
        assertThat(NeedGraph.of(MODEL).dependantsLostWith(Set.of(Id.of("b")))).isEmpty();
    }

    @Test
    void showsNoCablesWhereOnlyNeedsAreAskedFor() {
        assertThat(GraphView.around(MODEL, NeedGraph.of(MODEL), Id.of("a"), 1, GraphView.Direction.NEEDS, 300)
                        .nodes())
                .hasSize(1);
    }

    private static ContinuityModel model(String yaml) {
        return switch (ModelReader.read(yaml.getBytes(StandardCharsets.UTF_8))) {
            case ReadOutcome.Read read -> read.model();
            case ReadOutcome.Refused refused -> throw new AssertionError(refused.violations());
        };
    }
}
