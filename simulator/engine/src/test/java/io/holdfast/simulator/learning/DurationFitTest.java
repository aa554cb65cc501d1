package io.holdfast.simulator.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.sampling.KeyedDraws;
import io.holdfast.simulator.sampling.Sampler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The choice of a distribution by likelihood, against published fits and by its error rates. */
class DurationFitTest {

    /** Millions of revolutions to failure of 23 ball bearings: Lieblein and Zelen, J. Res. NBS 57 (1956). */
    private static final double[] BEARINGS = {
        17.88, 28.92, 33.00, 41.52, 42.12, 45.60, 48.48, 51.84, 51.96, 54.12, 55.56, 67.80, 68.64, 68.64, 68.88, 84.12,
        93.12, 98.64, 105.12, 105.84, 127.92, 128.04, 173.40
    };

    private static List<ObservedDuration> incidents(double... hours) {
        return Arrays.stream(hours).mapToObj(ObservedDuration::incident).toList();
    }

    private static FitOutcome.Fitted fitted(List<ObservedDuration> durations) {
        return (FitOutcome.Fitted) DurationFit.of(durations, 1);
    }

    private static Candidate of(FitOutcome.Fitted fit, Family family) {
        return fit.candidates().stream()
                .filter(each -> each.family() == family)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theBallBearingsHaveTheirPublishedFits() {
        FitOutcome.Fitted fit = fitted(incidents(BEARINGS));
        // Weibull: Thoman, Bain and Antle, Technometrics 11 (1969): shape 2.102, scale 81.88. All four: SciPy 1.17,
        // fit(floc=0)
        Distribution.Weibull weibull =
                (Distribution.Weibull) of(fit, Family.WEIBULL).distribution();
        assertThat(weibull.shape()).isCloseTo(2.1020600, within(2e-6));
        assertThat(weibull.scale()).isCloseTo(81.8783, within(2e-4));
        assertThat(of(fit, Family.WEIBULL).logLikelihood()).isCloseTo(-113.69129, within(1e-5));
        Distribution.Gamma gamma = (Distribution.Gamma) of(fit, Family.GAMMA).distribution();
        assertThat(gamma.shape()).isCloseTo(4.0254146, within(2e-5));
        assertThat(gamma.scale()).isCloseTo(17.9421, within(2e-4));
        assertThat(of(fit, Family.GAMMA).logLikelihood()).isCloseTo(-113.02928, within(1e-5));
        Distribution.Lognormal lognormal =
                (Distribution.Lognormal) of(fit, Family.LOGNORMAL).distribution();
        assertThat(lognormal.median()).isCloseTo(63.462837, within(1e-5));
        assertThat(Math.log(lognormal.p90() / lognormal.median()) / Sampler.Z90).isCloseTo(0.52164933, within(1e-7));
        assertThat(of(fit, Family.LOGNORMAL).logLikelihood()).isCloseTo(-113.12857, within(1e-5));
        assertThat(of(fit, Family.EXPONENTIAL).distribution()).isInstanceOf(Distribution.Exponential.class);
        assertThat(of(fit, Family.EXPONENTIAL).logLikelihood()).isCloseTo(-121.43488, within(1e-5));
        // AICc = 2 k - 2 ln L + 2 k (k + 1) / (n - k - 1), BIC = k ln n - 2 ln L
        assertThat(of(fit, Family.WEIBULL).aic()).isCloseTo(4 + 2 * 113.69129 + 12.0 / 20, within(3e-5));
        assertThat(of(fit, Family.EXPONENTIAL).bic()).isCloseTo(Math.log(23) + 2 * 121.43488, within(3e-5));
        assertThat(fit.best().family()).isEqualTo(Family.GAMMA);
        assertThat(fit.goodness().andersonDarling()).isCloseTo(0.215365, within(1e-5));
        assertThat(fit.goodness().distance()).isCloseTo(0.122972, within(1e-5));
        assertThat(fit.goodness().verdict()).isEqualTo(Goodness.Verdict.FITS);
        assertThat(fit.candidates().stream().mapToDouble(Candidate::weight).sum())
                .isCloseTo(1, within(1e-12));
        // the two best differ by 0.199, so their weights by exp(0.0993)
        assertThat(fit.candidates().get(0).weight() / fit.candidates().get(1).weight())
                .isCloseTo(Math.exp(113.12857 - 113.02928), within(1e-4));
    }

    private static Distribution example(Family family) {
        return switch (family) {
            case EXPONENTIAL -> new Distribution.Exponential(3);
            case WEIBULL -> new Distribution.Weibull(2.5, 4);
            case GAMMA -> new Distribution.Gamma(3, 0.5);
            case LOGNORMAL -> new Distribution.Lognormal(2, 8);
        };
    }

    private static double[] sample(Distribution distribution, int n, long seed) {
        Sampler sampler = Sampler.of(distribution);
        KeyedDraws draws = new KeyedDraws(seed);
        return IntStream.range(0, n)
                .mapToDouble(i -> sampler.hours(draws.uniform(77, i)))
                .toArray();
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void theFamilyThatMadeTheDurationsIsChosenOfFewParametersFirst(Family family) {
        FitOutcome.Fitted fit = fitted(incidents(sample(example(family), 2000, 3)));
        assertThat(fit.best().family()).isEqualTo(family);
        assertThat(fit.goodness().verdict()).isEqualTo(Goodness.Verdict.FITS);
    }

    /**
     * Stephens (1986), table 4.7: for a normal with both parameters estimated, A²(1 + 0.75/n + 2.25/n²) is above 0.752 with
     * chance 5 %. The bootstrap of 999 samples must agree but for its own error near the border: there 0.03 of A², 4 deviations.
     */
    @Test
    void theBootstrapAgreesWithStephensTable() {
        int rejected = 0;
        int decided = 0;
        for (int i = 0; i < 60; i++) {
            LogSample logs = LogSample.of(sample(example(Family.LOGNORMAL), 40, 100 + i));
            Goodness goodness = AndersonDarling.test(Candidate.of(Family.LOGNORMAL, logs), logs, i);
            double modified = goodness.andersonDarling() * (1 + 0.75 / 40 + 2.25 / 1600);
            if (Math.abs(modified - 0.752) > 0.08) {
                decided++;
                assertThat(goodness.pValue() < 0.05).as("A² %s", modified).isEqualTo(modified > 0.752);
                rejected += goodness.pValue() < 0.05 ? 1 : 0;
            }
        }
        assertThat(decided).isGreaterThan(50);
        assertThat(rejected).isLessThan(10); // binomial(60, 0.05): 10 or more once in 2,500
    }

    @Test
    void twoKindsOfDurationsInOneAreAPoorFit() {
        double[] both = DoubleStream.concat(
                        Arrays.stream(sample(new Distribution.Lognormal(0.1, 0.15), 150, 5)),
                        Arrays.stream(sample(new Distribution.Lognormal(20, 30), 150, 6)))
                .toArray();
        FitOutcome.Fitted fit = fitted(incidents(both));
        assertThat(fit.goodness().verdict()).isEqualTo(Goodness.Verdict.POOR);
        assertThat(fit.goodness().pValue()).isLessThanOrEqualTo(0.001);
    }

    @Test
    void manyDurationsShowASmallFaultAndTheFitIsCalledClose() {
        // whole numbers of quarters of an hour, as people write them down
        double[] rounded = Arrays.stream(sample(new Distribution.Lognormal(3, 9), 5000, 7))
                .map(hours -> Math.max(0.25, Math.rint(hours * 4) / 4))
                .toArray();
        FitOutcome.Fitted fit = fitted(incidents(rounded));
        assertThat(fit.best().family()).isEqualTo(Family.LOGNORMAL);
        assertThat(fit.goodness().verdict()).isEqualTo(Goodness.Verdict.CLOSE);
    }

    @Test
    void zerosMaintenanceAndOutliersAreCountedAndDoNotChangeTheChoice() {
        List<ObservedDuration> rows = new ArrayList<>(incidents(sample(new Distribution.Lognormal(1, 4), 400, 8)));
        FitOutcome.Fitted clean = fitted(rows);
        rows.add(ObservedDuration.incident(0));
        rows.add(ObservedDuration.drill(0));
        rows.add(new ObservedDuration(1e6, ObservedDuration.Kind.MAINTENANCE, true));
        assertThat(fitted(rows).candidates()).isEqualTo(clean.candidates());
        assertThat(fitted(rows).rows()).isEqualTo(new FitOutcome.Rows(403, 1, 2, 400, 0));
        rows.add(ObservedDuration.incident(5e6));
        assertThat(fitted(rows).rows()).isEqualTo(new FitOutcome.Rows(404, 1, 2, 401, 1));
        assertThat(fitted(rows).best().family()).isEqualTo(Family.LOGNORMAL);
    }

    @Test
    void tooFewAndAllEqualAreSaidAndNotFitted() {
        assertThat(DurationFit.of(List.of(), 1)).isEqualTo(new FitOutcome.TooFew(new FitOutcome.Rows(0, 0, 0, 0, 0)));
        assertThat(DurationFit.of(incidents(3), 1))
                .isEqualTo(new FitOutcome.TooFew(new FitOutcome.Rows(1, 0, 0, 1, 0)));
        assertThat(DurationFit.of(incidents(3, 5), 1))
                .isEqualTo(new FitOutcome.TooFew(new FitOutcome.Rows(2, 0, 0, 2, 0)));
        assertThat(DurationFit.of(incidents(0, 0, 0, 0, 0, 2), 1))
                .isEqualTo(new FitOutcome.TooFew(new FitOutcome.Rows(6, 0, 5, 1, 0)));
        FitOutcome equal = DurationFit.of(incidents(2, 2, 2, 2, 2, 2), 1);
        assertThat(equal).isInstanceOf(FitOutcome.AllEqual.class);
        assertThat(((FitOutcome.AllEqual) equal).hours()).isCloseTo(2, within(1e-12));
    }

    @Test
    void fiveAlmostEqualOrWildlyApartAreFitted() {
        assertThat(fitted(incidents(2, 2, 2, 2, 2.01)).goodness().verdict()).isNotEqualTo(Goodness.Verdict.FITS);
        FitOutcome.Fitted wide = fitted(incidents(1e-9, 1e-3, 1, 1e4, 1e9));
        assertThat(wide.best().family()).isEqualTo(Family.LOGNORMAL);
        assertThat(wide.goodness().verdict()).isEqualTo(Goodness.Verdict.TOO_FEW_TO_SAY);
    }

    @Test
    void whatCannotBeFittedIsRefusedWithAWayOut() {
        assertThatThrownBy(() -> incidents(1, -2)).hasMessageContaining("-2.0").hasMessageContaining("leave it out");
        assertThatThrownBy(() -> incidents(1, Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> incidents(Double.POSITIVE_INFINITY)).hasMessageContaining("Infinity");
        assertThatThrownBy(() -> DurationFit.of(List.of(ObservedDuration.brokenOff(3)), 1))
                .hasMessageContaining("3.0 hours")
                .hasMessageContaining("broken off");
        Candidate best = fitted(incidents(BEARINGS)).best();
        assertThatThrownBy(() -> best.score(incidents(0, 0))).hasMessageContaining("nothing to score");
    }

    @Test
    void theSameSeedGivesTheSameAnswerInAnyOrderOfRows() {
        List<ObservedDuration> rows = incidents(sample(new Distribution.Gamma(2, 3), 60, 9));
        assertThat(DurationFit.of(rows.reversed(), 5)).isEqualTo(DurationFit.of(rows, 5));
    }
}
