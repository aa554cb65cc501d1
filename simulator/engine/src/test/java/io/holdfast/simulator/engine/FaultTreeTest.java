package io.holdfast.simulator.engine;

import static io.holdfast.simulator.engine.Runs.elementOf;
import static io.holdfast.simulator.engine.Runs.fourErrors;
import static io.holdfast.simulator.engine.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Published fault trees of the Aralia set (CC BY-SA 4.0, not shipped): the top event has its published probability within
 * four standard errors, for all whose probability a simulation can see. A right engine fails one of the seven in 2,200.
 */
class FaultTreeTest {

    private static final double VISIBLE = 1e-4;
    private static final long TRIALS = 50_000;

    @Test
    void topEventsHaveTheirPublishedProbability() throws IOException {
        String data = System.getenv("HOLDFAST_DATA");
        assumeTrue(data != null, "HOLDFAST_DATA is not set");
        Path folder = Path.of(data, "aralia");
        List<String> rows = Files.readAllLines(folder.resolve("known_top_event_probabilities.csv"));
        int compared = 0;
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            double exact = Double.parseDouble(cells[5]);
            if (exact > VISIBLE) {
                var result = run(FaultTree.read(folder.resolve(cells[0] + ".xml")), TRIALS, 2);
                assertThat(elementOf(result, FaultTree.gate(cells[3]))
                                .disrupted()
                                .value())
                        .as(cells[0])
                        .isCloseTo(exact, within(fourErrors(exact, TRIALS)));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(7);
    }
}
