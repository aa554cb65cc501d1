package io.holdfast.simulator.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.apache.commons.statistics.distribution.WeibullDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables of quantiles against Commons Statistics, from the middle to one in a billion on either side. */
class QuantileTableTest {

    /** A shape and the published distribution that it is. */
    record Case(Shape ours, ContinuousDistribution exact) {}

    static Stream<Case> shapes() {
        return Stream.of(
                new Case(new Shape.Weibull(1), WeibullDistribution.of(1, 1)),
                new Case(new Shape.Weibull(0.5), WeibullDistribution.of(0.5, 1)),
                new Case(new Shape.Weibull(4), WeibullDistribution.of(4, 1)),
                new Case(new Shape.Lognormal(0.4), LogNormalDistribution.of(0, 0.4)),
                new Case(new Shape.Lognormal(1.8), LogNormalDistribution.of(0, 1.8)),
                new Case(new Shape.Gamma(0.3), GammaDistribution.of(0.3, 1)),
                new Case(new Shape.Gamma(9), GammaDistribution.of(9, 1)),
                new Case(new Shape.Gamma(400), GammaDistribution.of(400, 1)),
                new Case(new Shape.Beta(1.8, 4.2), BetaDistribution.of(1.8, 4.2)),
                new Case(new Shape.Beta(1, 5), BetaDistribution.of(1, 5)),
                new Case(new Shape.Beta(5, 1), BetaDistribution.of(5, 1)),
                new Case(new Shape.Positive(1), TruncatedNormalDistribution.of(1, 1, 0, 1e9)),
                new Case(new Shape.Positive(6), TruncatedNormalDistribution.of(6, 1, 0, 1e9)));
    }

    private static int word(double mass, boolean above) {
        int tail = (int) (mass * 0x1.0p32);
        return above ? ~tail : tail;
    }

    private static double massOf(int word) {
        return ((word < 0 ? ~word : word) | 1) * 0x1.0p-32;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void isWithinItsErrorOfThePublishedQuantilesFarIntoBothTails(Case each) {
        QuantileTable table = QuantileTable.of(each.ours());
        assertThat(table.error()).isLessThanOrEqualTo(QuantileTable.GOAL);
        SplittableRandom random = new SplittableRandom(1);
        for (double mass = 0.49; mass > 1e-9; mass *= 0.9 + 0.05 * random.nextDouble()) {
            int low = word(mass, false);
            int high = word(mass, true);
            double below = each.exact().inverseCumulativeProbability(massOf(low));
            double above = each.exact().inverseSurvivalProbability(massOf(high));
            assertThat((double) table.at(low))
                    .as("%s below %s", each.ours(), mass)
                    .isCloseTo(below, near(below));
            assertThat((double) table.at(high))
                    .as("%s above %s", each.ours(), mass)
                    .isCloseTo(above, near(above));
        }
    }

    private static org.assertj.core.data.Offset<Double> near(double exact) {
        return within(1.05 * QuantileTable.GOAL * exact + 1e-7);
    }

    /** Summed over evenly spaced words, errors of both signs cancel: pieces carry no error of the mean. */
    @ParameterizedTest
    @MethodSource("shapes")
    void carriesNoErrorOfTheMean(Case each) {
        QuantileTable table = QuantileTable.of(each.ours());
        int words = 1 << 15;
        double sum = 0;
        double exact = 0;
        for (int i = 0; i < words; i++) {
            int word = (int) (((2L * i + 1) << 31) / words);
            sum += table.at(word);
            exact += each.ours().quantile(massOf(word), word < 0);
        }
        assertThat(sum).isCloseTo(exact, within(1e-5 * exact));
    }

    @Test
    void theLeastAndTheLargestWordsHaveTheLastPieces() {
        QuantileTable table = QuantileTable.of(new Shape.Weibull(1));
        assertThat((double) table.at(0)).isCloseTo(0x1.0p-32, within(1e-13));
        assertThat((double) table.at(-1)).isCloseTo(32 * StrictMath.log(2), within(5e-3));
        assertThat((double) table.at(Integer.MAX_VALUE)).isCloseTo(StrictMath.log(2), within(2e-4));
        assertThat((double) table.at(Integer.MIN_VALUE)).isCloseTo(StrictMath.log(2), within(2e-4));
    }
}
