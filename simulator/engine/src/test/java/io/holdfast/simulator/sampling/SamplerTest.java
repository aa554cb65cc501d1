package io.holdfast.simulator.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.model.Distribution;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** Samplers against the distributions they stand for, as published in Commons Statistics. */
class SamplerTest {

    private static final double[] MASSES = {1e-6, 1e-4, 0.003, 0.01, 0.07, 0.2, 0.37, 0.5, 0.63, 0.9, 0.99, 0.99999};

    private static void agrees(Distribution ours, ContinuousDistribution exact, double scale, double shift) {
        Sampler sampler = Sampler.of(ours);
        for (double mass : MASSES) {
            double expected = shift + scale * exact.inverseCumulativeProbability(mass);
            assertThat(sampler.hours(mass))
                    .as("%s at %s", ours, mass)
                    .isCloseTo(expected, within(2e-4 * expected + 1e-9));
        }
    }

    @Test
    void pertFollowsTheScaledBeta() {
        agrees(new Distribution.Pert(1, 2, 6), BetaDistribution.of(1.8, 4.2), 5, 1);
    }

    @Test
    void gammaFollowsItsQuantilesInBothTails() {
        agrees(new Distribution.Gamma(0.7, 3), GammaDistribution.of(0.7, 3), 1, 0);
        agrees(new Distribution.Gamma(4, 2), GammaDistribution.of(4, 2), 1, 0);
    }

    @Test
    void lognormalHasItsMedianAndItsNinetiethPercentile() {
        Sampler sampler = Sampler.of(new Distribution.Lognormal(6, 14));
        assertThat(sampler.hours(0.5)).isCloseTo(6, within(1e-12));
        assertThat(sampler.hours(0.9)).isCloseTo(14, within(1e-9));
    }

    @Test
    void normalQuantilesAreThoseOfThePublishedAlgorithm() {
        NormalDistribution exact = NormalDistribution.of(0, 1);
        for (double mass : MASSES) {
            assertThat(StandardNormal.quantile(mass))
                    .isCloseTo(exact.inverseCumulativeProbability(mass), within(1e-12));
        }
    }

    @Test
    void quantilesStayAtTheirEndsInTheTails() {
        Sampler sampler = Sampler.of(new Distribution.Quantiles(java.util.List.of(
                new Distribution.Quantiles.Point(0.1, 2),
                new Distribution.Quantiles.Point(0.5, 5),
                new Distribution.Quantiles.Point(0.9, 20))));
        assertThat(sampler.hours(0.01)).isEqualTo(2);
        assertThat(sampler.hours(0.3)).isCloseTo(3.5, within(1e-12));
        assertThat(sampler.hours(0.99)).isEqualTo(20);
    }

    @Test
    void keyedDrawsAreUniformOverTrialsAndKeys() {
        // chi-square with 63 degrees of freedom exceeds 131.4 with probability 1e-6
        KeyedDraws draws = new KeyedDraws(42);
        long[] counts = new long[64];
        int n = 640_000;
        for (int i = 0; i < n; i++) {
            draws.startTrial(i / 8);
            counts[(int) (draws.uniform(AddressBook.key("element " + i % 8, Purpose.DURATION), 0) * 64)]++;
        }
        double expected = n / 64.0;
        double chi = 0;
        for (long count : counts) {
            chi += (count - expected) * (count - expected) / expected;
        }
        assertThat(chi).isLessThan(131.4);
    }
}
