package io.holdfast.simulator.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.Evidence;
import io.holdfast.simulator.model.Provenance;
import io.holdfast.simulator.model.UncertainHours;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What drills and incidents make of a stated duration. */
class DurationBeliefTest {

    private static final Distribution SIX_HOURS = new Distribution.Lognormal(6, 14);
    private static final Provenance EXPERT = new Provenance(Evidence.EXPERT, null, "workshop");

    private static DurationBelief expert(Distribution distribution) {
        return DurationBelief.of(new UncertainHours(distribution, EXPERT));
    }

    private static double logVariance() {
        double sigma = Math.log(14.0 / 6) / 1.2815515655446004;
        return sigma * sigma;
    }

    @ParameterizedTest
    @CsvSource({
        "MEASURED, 12, 12",
        "MEASURED, 0, 1",
        "MEASURED, , 1",
        "CONTRACT, 9, 4",
        "EXPERT, , 3",
        "DEFAULT, , 1",
        ", , 1"
    })
    void evidenceHasItsWeight(@Nullable Evidence evidence, @Nullable Integer observations, double weight) {
        Provenance provenance = new Provenance(evidence, observations, null);
        assertThat(EvidenceWeight.of(provenance)).isEqualTo(weight);
        NormalInverseGamma belief =
                DurationBelief.of(new UncertainHours(SIX_HOURS, provenance)).logHours();
        assertThat(belief.weight()).isEqualTo(weight);
        assertThat(2 * belief.shape()).isEqualTo(weight + 8);
        assertThat(belief.mean()).isCloseTo(Math.log(6), within(1e-12));
        assertThat(belief.variance()).isCloseTo(logVariance(), within(1e-12));
    }

    @Test
    void asManyActualsAsTheGuessIsWorthBringTheMedianHalfWay() {
        DurationBelief after = expert(SIX_HOURS)
                .after(List.of(ObservedDuration.drill(24), ObservedDuration.incident(24), ObservedDuration.drill(24)));
        assertThat(after.predictiveHours(0.5)).isCloseTo(12, within(1e-9)); // the geometric mean of 6 and 24
        assertThat(after.finished()).isEqualTo(3);
        // scale: 11 v / 2 + 3 * 3 * ln(4)^2 / (2 * 6); shape: 14 / 2
        double ln4 = Math.log(4);
        assertThat(after.logHours().variance()).isCloseTo((5.5 * logVariance() + 0.75 * ln4 * ln4) / 7, within(1e-12));
    }

    @Test
    void whatIsWrittenBackIsMeasuredAndReadsAsTheSameCentreAndSpread() {
        DurationBelief after = DurationBelief.of(
                        new UncertainHours(SIX_HOURS, new Provenance(Evidence.MEASURED, 5, "drills 2025")))
                .after(List.of(ObservedDuration.drill(3), ObservedDuration.drill(9)));
        UncertainHours updated = after.updated("drills 2025 and 2026");
        assertThat(updated.provenance()).isEqualTo(new Provenance(Evidence.MEASURED, 7, "drills 2025 and 2026"));
        NormalInverseGamma again = DurationBelief.of(updated).logHours();
        assertThat(again.mean()).isCloseTo(after.logHours().mean(), within(1e-12));
        assertThat(again.variance()).isCloseTo(after.logHours().variance(), within(1e-12));
        assertThat(again.weight()).isEqualTo(after.logHours().weight());
        assertThat(again.shape()).isCloseTo(after.logHours().shape(), within(1e-12));
    }

    @Test
    void notKnowingTheParametersMakesThePredictionWider() {
        DurationBelief after = expert(SIX_HOURS).after(List.of(ObservedDuration.drill(5), ObservedDuration.drill(8)));
        Distribution.Lognormal written =
                (Distribution.Lognormal) after.updated("two drills").distribution();
        assertThat(after.predictiveHours(0.5)).isCloseTo(written.median(), within(1e-9));
        assertThat(after.predictiveHours(0.9)).isGreaterThan(written.p90());
    }

    @Test
    void withoutActualsNothingIsWrittenBack() {
        DurationBelief belief = expert(new Distribution.Pert(1, 2, 6));
        assertThat(belief.after(List.of()).updated("none")).isEqualTo(belief.stated());
        assertThat(belief.after(List.of(new ObservedDuration(99, ObservedDuration.Kind.MAINTENANCE, true))))
                .isEqualTo(belief);
    }

    @Test
    void aFixedTimeBeginsWithALittleSpread() {
        NormalInverseGamma belief = expert(new Distribution.Fixed(4)).logHours();
        assertThat(belief.mean()).isCloseTo(Math.log(4), within(1e-12));
        assertThat(belief.variance()).isCloseTo(0.04, within(1e-12));
    }

    /** The moments of ln T by formulas other than those of the code. */
    @Test
    void logMomentsAreThoseOfTheDistribution() {
        closeTo(new Distribution.Exponential(3), Math.log(3) - 0.5772156649015329, 1.6449340668482264, 1e-9);
        // a gamma of shape 1 and a Weibull of shape 1 are exponential
        closeTo(new Distribution.Gamma(1, 3), Math.log(3) - 0.5772156649015329, 1.6449340668482264, 1e-7);
        closeTo(new Distribution.Weibull(1, 3), Math.log(3) - 0.5772156649015329, 1.6449340668482264, 1e-9);
        // ln of a uniform on [0, 1]: mean -1, variance 1
        closeTo(new Distribution.Uniform(0, 1), -1, 1, 3e-3);
        closeTo(new Distribution.Empirical(List.of(1.0, Math.E)), 0.5, 0.25, 1e-12);
        // a beta(5, 1) on [0, 1], u^(1/5): mean -1/5, variance 1/25
        closeTo(new Distribution.Pert(0, 1, 1), -0.2, 0.04, 3e-4);
        assertThat(LogMoments.find(new Distribution.Fixed(0))).isEmpty();
    }

    private static void closeTo(Distribution distribution, double mean, double variance, double tolerance) {
        LogMoments moments = LogMoments.find(distribution).orElseThrow();
        assertThat(moments.mean()).as(distribution.toString()).isCloseTo(mean, within(tolerance));
        assertThat(moments.variance()).as(distribution.toString()).isCloseTo(variance, within(tolerance));
    }

    /** The belief after work that was broken off, against a plain integral over a grid of mu and sigma^2. */
    @ParameterizedTest
    @ValueSource(doubles = {2, 6, 20, 40})
    void workBrokenOffShiftsTheBeliefAsTheExactIntegralSays(double hours) {
        DurationBelief before = expert(SIX_HOURS);
        DurationBelief after = before.after(List.of(ObservedDuration.brokenOff(hours)));
        double[] exact = Grid.after(before.logHours(), Math.log(hours));
        assertThat(after.brokenOff()).isEqualTo(1);
        assertThat(after.finished()).isZero();
        // the four matched moments: 1/sigma^2, mu / sigma^2, mu^2 / sigma^2
        NormalInverseGamma belief = after.logHours();
        double tau = belief.shape() / belief.scale();
        assertThat(tau).isCloseTo(exact[0], within(2e-3 * exact[0]));
        assertThat(tau * belief.mean()).isCloseTo(exact[1], within(2e-3 * exact[1]));
        assertThat(1 / belief.weight() + tau * belief.mean() * belief.mean())
                .isCloseTo(exact[2], within(2e-3 * exact[2]));
        // and what the exact belief predicts, though only the moments were matched
        assertThat(belief.predictiveProbability(Math.log(6))).isCloseTo(exact[3], within(0.01));
        assertThat(belief.predictiveProbability(Math.log(14))).isCloseTo(exact[4], within(0.01));
        assertThat(after.predictiveHours(0.5)).isGreaterThan(before.predictiveHours(0.5));
    }

    @Test
    void workBrokenOffAlmostAtOnceSaysAlmostNothing() {
        DurationBelief before = expert(SIX_HOURS);
        NormalInverseGamma after =
                before.after(List.of(ObservedDuration.brokenOff(1e-4))).logHours();
        assertThat(after.mean()).isCloseTo(before.logHours().mean(), within(1e-3));
        assertThat(after.weight()).isCloseTo(before.logHours().weight(), within(0.02));
        assertThat(after.shape()).isCloseTo(before.logHours().shape(), within(0.1));
    }

    @Test
    void theOrderOfActualsDoesNotMatter() {
        List<ObservedDuration> actuals = List.of(
                ObservedDuration.brokenOff(9),
                ObservedDuration.drill(4),
                ObservedDuration.brokenOff(3),
                ObservedDuration.drill(7));
        assertThat(expert(SIX_HOURS).after(actuals.reversed()))
                .isEqualTo(expert(SIX_HOURS).after(actuals));
    }

    @Test
    void whatCannotBeLearnedFromIsRefusedWithAWayOut() {
        assertThatThrownBy(() -> expert(SIX_HOURS).after(List.of(ObservedDuration.drill(0))))
                .hasMessageContaining("0 hours")
                .hasMessageContaining("0.0167");
        assertThatThrownBy(() -> expert(new Distribution.Fixed(0))).hasMessageContaining("always 0");
        assertThatThrownBy(() -> ObservedDuration.drill(-1)).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> ObservedDuration.drill(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> expert(SIX_HOURS).after(List.of(ObservedDuration.brokenOff(1e30))))
                .hasMessageContaining("beyond all");
        assertThatThrownBy(() -> expert(SIX_HOURS).predictiveHours(1)).hasMessageContaining("between 0 and 1");
    }
}
