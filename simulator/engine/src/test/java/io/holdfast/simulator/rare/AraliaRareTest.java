package io.holdfast.simulator.rare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.exact.Aralia;
import io.holdfast.simulator.exact.ExactRisk;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * The rare trees of the published set by weighed trials alone, no diagram asked for: within four standard errors of the
 * published probability, and these no more than a tenth of it. A right engine fails one in 5,000.
 */
class AraliaRareTest {

    private static final double RARE = 1e-4;
    private static final long TRIALS = 60_000;

    @Test
    void rareTopEventsHaveTheirPublishedProbabilityByWeighedTrials() throws IOException {
        int compared = 0;
        for (Aralia tree : Aralia.all()) {
            if (tree.independent() < RARE) {
                RareEstimate estimate = Rare.estimate(
                        Rare.of(tree.model(), tree.top(), TRIALS, 42, Rare.NO_DIAGRAM), RareQuestion.DISRUPTED);
                assertThat(estimate.method()).isEqualTo(RareMethod.IMPORTANCE);
                assertThat(estimate.degenerate()).as(tree.name()).isFalse();
                double error = Rare.standardError(estimate);
                assertThat(error).as(tree.name()).isLessThan(tree.independent() / 10);
                assertThat(estimate.chance().value()).as(tree.name()).isCloseTo(tree.independent(), within(4 * error));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(3);
    }

    @Test
    void withADiagramAllTenAreExact() throws IOException {
        for (Aralia tree : Aralia.all()) {
            RareElement element = Rare.of(tree.model(), tree.top(), 1_000, 42, ExactRisk.DEFAULT_NODES);
            RareEstimate estimate = Rare.estimate(element, RareQuestion.DISRUPTED);
            assertThat(estimate.method()).isEqualTo(RareMethod.EXACT);
            assertThat(estimate.chance().value())
                    .as(tree.name())
                    .isCloseTo(tree.independent(), within(1e-12 * tree.independent()));
            assertThat(element.jointFailures()).hasSize(RareRun.JOINT_FAILURES);
        }
    }
}
