package io.holdfast.simulator.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.lanes.ScalarPasses;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * The published fault trees by 64 trials a word: within four standard errors of the published probability. A right engine
 * fails one in 2,000 of the ten together.
 */
class AraliaTrialsTest {

    private static final long LEAST_WORDS = 1 << 12;
    private static final long MOST_WORDS = 1 << 21;

    /** So many that an event is seen some hundred times, where that can be had. */
    private static long words(double probability) {
        return Math.clamp((long) (400 / probability / EventTrials.A_WORD), LEAST_WORDS, MOST_WORDS);
    }

    @Test
    void topEventsHaveTheirPublishedProbability() throws IOException {
        int compared = 0;
        for (Aralia tree : Aralia.all()) {
            EventTrials trials = EventTrials.find(tree.compiled(), tree.topNumber(), new ScalarPasses())
                    .orElseThrow();
            long words = words(tree.independent());
            double count = (double) words * EventTrials.A_WORD;
            double expected = tree.independent() * count;
            if (expected < 10) {
                continue; // of the rarest nothing would be seen: they have a test of their own
            }
            long seen = trials.down(7, 0, words);
            assertThat((double) seen)
                    .as("%s of %s trials", tree.name(), count)
                    .isCloseTo(expected, within(4 * Math.sqrt(expected * (1 - tree.independent()))));
            compared++;
        }
        assertThat(compared).isGreaterThanOrEqualTo(8);
    }
}
