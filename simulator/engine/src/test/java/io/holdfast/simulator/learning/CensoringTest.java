package io.holdfast.simulator.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lower bounds against closed forms; {@link DurationBeliefTest} holds the matched moments to a plain integral. */
class CensoringTest {

    @ParameterizedTest
    @ValueSource(doubles = {1, 5, 22, 400, 20_000})
    void theChanceToLastLongerIsThatOfStudentsT(double freedom) {
        NormalInverseGamma belief = NormalInverseGamma.of(0.7, 3, 0.4, freedom);
        for (double score = -6; score <= 6; score += 0.5) {
            double exact = TDistribution.of(freedom).survivalProbability(score);
            double bound = 0.7 + score * belief.predictiveScale();
            assertThat(Math.exp(Censoring.Tail.of(belief, bound).logChance))
                    .as("%s of %s degrees", score, freedom)
                    .isCloseTo(exact, within(1e-6 * exact + 1e-12));
        }
    }

    @Test
    void aBoundThatSaysNothingChangesNothing() {
        NormalInverseGamma belief = new NormalInverseGamma(1.2, 4, 6, 2);
        NormalInverseGamma after = belief.afterMoreThan(-60);
        assertThat(after.mean()).isCloseTo(belief.mean(), within(1e-9));
        assertThat(after.weight()).isCloseTo(belief.weight(), within(1e-8));
        assertThat(after.shape()).isCloseTo(belief.shape(), within(1e-7));
        assertThat(after.scale()).isCloseTo(belief.scale(), within(1e-7));
    }

    /** With ever more freedom the spread is known, and the mean beyond a bound is that of a cut normal: σ φ(z)/Φ(−z). */
    @Test
    void withAKnownSpreadTheMeanMovesLikeThatOfACutNormal() {
        NormalInverseGamma belief = NormalInverseGamma.of(0, 3, 0.25, 1e6);
        double scale = belief.predictiveScale();
        // z = 1: φ(1) / Φ(−1) = 0.2419707 / 0.1586553 = 1.5251353; the mean moves by a quarter of that
        assertThat(belief.afterMoreThan(scale).mean()).isCloseTo(scale * 1.5251353 / 4, within(1e-4));
    }
}
