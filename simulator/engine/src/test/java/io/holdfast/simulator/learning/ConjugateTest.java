package io.holdfast.simulator.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.model.Evidence;
import io.holdfast.simulator.model.Provenance;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conjugate updates against published worked examples. */
class ConjugateTest {

    private static final Provenance EXPERT = new Provenance(Evidence.EXPERT, null, null);

    @Test
    void theMidgesOfHoffGiveTheirPublishedBelief() {
        // Hoff, A First Course in Bayesian Statistical Methods (2009), section 5.3: wing lengths of nine midges,
        // mu0 = 1.9, kappa0 = 1, sigma0^2 = 0.01, nu0 = 1 give kappa 10, nu 10, mu 1.814, sigma^2 0.015
        NormalInverseGamma after =
                NormalInverseGamma.of(1.9, 1, 0.01, 1).after(1.64, 1.70, 1.72, 1.74, 1.82, 1.82, 1.82, 1.90, 2.08);
        assertThat(after.weight()).isEqualTo(10);
        assertThat(2 * after.shape()).isEqualTo(10);
        assertThat(after.mean()).isCloseTo(1.814, within(5e-4));
        assertThat(after.variance()).isCloseTo(0.015, within(5e-4));
    }

    @Test
    void newcombsSpeedOfLightHasItsPublishedInterval() {
        // Gelman and others, Bayesian Data Analysis, 3rd ed., section 3.2: n = 66, mean 26.2, s = 10.8,
        // the 95 % interval of mu is [23.6, 28.8]
        NormalInverseGamma belief = NormalInverseGamma.of(26.2, 66, 10.8 * 10.8, 65);
        assertThat(belief.meanQuantile(0.025)).isCloseTo(23.6, within(0.06));
        assertThat(belief.meanQuantile(0.975)).isCloseTo(28.8, within(0.06));
    }

    @Test
    void oneByOneAndAllAtOnceGiveTheSameBelief() {
        NormalInverseGamma prior = NormalInverseGamma.of(0.5, 3, 0.8, 11);
        NormalInverseGamma atOnce = prior.after(1.2, -0.3, 2.5);
        NormalInverseGamma oneByOne = prior.after(2.5).after(1.2).after(-0.3);
        assertThat(oneByOne.mean()).isCloseTo(atOnce.mean(), within(1e-14));
        assertThat(oneByOne.scale()).isCloseTo(atOnce.scale(), within(1e-13));
        assertThat(oneByOne.shape()).isEqualTo(atOnce.shape());
        assertThat(prior.after()).isEqualTo(prior);
    }

    @Test
    void thePredictiveIsTheStudentOfItsDegrees() {
        // 2a = 10 degrees, scale sqrt(b (k + 1) / (a k)) = sqrt(0.2 * 1.1); t table: 1.812461 at 0.95, 2.763769 at 0.99
        NormalInverseGamma belief = new NormalInverseGamma(1, 10, 5, 1);
        double scale = Math.sqrt(0.2 * 1.1);
        assertThat(belief.predictiveQuantile(0.95)).isCloseTo(1 + 1.812461 * scale, within(1e-6));
        assertThat(belief.predictiveQuantile(0.01)).isCloseTo(1 - 2.763769 * scale, within(1e-6));
        assertThat(belief.predictiveProbability(1 + 1.812461 * scale)).isCloseTo(0.95, within(1e-7));
        assertThat(belief.meanQuantile(0.5)).isEqualTo(1);
        // chi-square table with 10 degrees: 3.940 at 0.05, so sigma^2 is below 2 / 3.940 with chance 0.95
        assertThat(belief.varianceQuantile(0.95)).isCloseTo(2 / 3.940299, within(1e-6));
    }

    @Test
    void aDrawAtTheMiddleIsTheMiddle() {
        NormalInverseGamma belief = new NormalInverseGamma(1, 4, 5, 1);
        NormalInverseGamma.Parameters middle = belief.draw(0.5, 0.5);
        assertThat(middle.mean()).isCloseTo(1, within(1e-12));
        assertThat(middle.variance()).isCloseTo(belief.varianceQuantile(0.5), within(1e-12));
        // one standard deviation of the place given the spread: sigma / sqrt(4)
        assertThat(belief.draw(0.8413447460685429, 0.5).mean())
                .isCloseTo(1 + Math.sqrt(middle.variance()) / 2, within(1e-9));
    }

    @Test
    void placentaPreviaHasItsPublishedBelief() {
        // Gelman and others, section 2.4: 437 girls of 980 births under a uniform prior: mean 0.446, deviation 0.016,
        // central 95 % interval [0.415, 0.477]
        ChanceBelief belief = new ChanceBelief(1, 1).after(437, 543);
        assertThat(belief.mean()).isCloseTo(0.446, within(5e-4));
        assertThat(belief.deviation()).isCloseTo(0.016, within(5e-4));
        assertThat(belief.quantile(0.025)).isCloseTo(0.415, within(5e-4));
        assertThat(belief.quantile(0.975)).isCloseTo(0.477, within(5e-4));
    }

    @Test
    void underAUniformPriorEveryCountIsEquallyLikely() {
        // Bayes 1763: the beta-binomial with alpha = beta = 1 is uniform on 0 to n
        IntStream.rangeClosed(0, 7)
                .forEach(
                        k -> assertThat(new ChanceBelief(1, 1).predictive(k, 7)).isCloseTo(1 / 8.0, within(1e-12)));
    }

    @Test
    void aStatedChanceKeepsItsMeanAndCertaintyMayFail() {
        assertThat(ChanceBelief.of(0.9, EXPERT)).isEqualTo(new ChanceBelief(0.9 * 3, 3 * (1 - 0.9)));
        assertThat(ChanceBelief.of(1, EXPERT)).isEqualTo(new ChanceBelief(3.5, 0.5));
        assertThat(ChanceBelief.of(1, EXPERT).after(0, 1).mean()).isCloseTo(3.5 / 5, within(1e-12));
        assertThatThrownBy(() -> ChanceBelief.of(1.2, EXPERT)).hasMessageContaining("1.2");
        assertThatThrownBy(() -> ChanceBelief.of(0.2, EXPERT).after(-1, 0)).hasMessageContaining("-1");
    }

    /** Beliefs that a second-order run may draw from, from the first drill of a near certain thing to thousands of copies. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 1",
        "0.999, 1",
        "0.999999, 1",
        "1e-6, 1",
        "0.93, 2",
        "0.98, 8640",
        "0.999999, 100000",
        "1, 1",
        "0, 3"
    })
    void quantilesOfAChanceAreSharesThatRise(double stated, int observations) {
        ChanceBelief belief = ChanceBelief.of(stated, new Provenance(Evidence.MEASURED, observations, null));
        double before = 0;
        for (double p : new double[] {0.005, 0.1, 0.3, 0.5, 0.7, 0.9, 0.995}) {
            double quantile = belief.quantile(p);
            assertThat(quantile).as("at %s", p).isBetween(before - 1e-12, 1.0);
            before = quantile;
        }
    }

    @Test
    void asthmaMortalityHasItsPublishedBelief() {
        // Gelman and others, section 2.6: gamma(3, 5) and 3 deaths in 2 give gamma(6, 7), mean 0.86; 30 deaths in 20
        // give
        // gamma(33, 25), mean 1.32, chance above 1: 0.93
        RateBelief prior = new RateBelief(3, 5);
        assertThat(prior.after(3, 2)).isEqualTo(new RateBelief(6, 7));
        assertThat(prior.after(3, 2).mean()).isCloseTo(0.86, within(5e-3));
        RateBelief decade = prior.after(30, 20);
        assertThat(decade).isEqualTo(new RateBelief(33, 25));
        assertThat(decade.mean()).isCloseTo(1.32, within(1e-12));
        assertThat(decade.chanceAbove(1)).isCloseTo(0.93, within(5e-3));
        assertThat(decade.chanceAbove(decade.quantile(0.2))).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void theNumberOfEventsIsNegativeBinomial() {
        // gamma(1, b): geometric with success b / (b + t)
        RateBelief belief = new RateBelief(1, 3);
        IntStream.range(0, 5)
                .forEach(k -> assertThat(belief.predictive(k, 1)).isCloseTo(0.75 * Math.pow(0.25, k), within(1e-12)));
    }

    @Test
    void aMeanTimeBetweenFailuresCountsAsManyEventsAsItsEvidence() {
        RateBelief belief = RateBelief.ofMeanBetween(8760, EXPERT);
        assertThat(belief).isEqualTo(new RateBelief(3, 3 * 8760));
        // a year without failure
        assertThat(1 / belief.after(0, 8760).mean()).isCloseTo(4 * 8760 / 3.0, within(1e-9));
        assertThatThrownBy(() -> belief.after(0, -1)).hasMessageContaining("-1");
    }
}
