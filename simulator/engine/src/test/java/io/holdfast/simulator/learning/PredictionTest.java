package io.holdfast.simulator.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.Evidence;
import io.holdfast.simulator.model.Provenance;
import io.holdfast.simulator.model.UncertainHours;
import io.holdfast.simulator.sampling.Sampler;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/** What is written back: the prediction, not knowing included, and with it the belief. */
class PredictionTest {

    private static final NormalInverseGamma BELIEF = new NormalInverseGamma(Math.log(5), 7, 9, 3);

    private static UncertainHours written() {
        return Prediction.of(BELIEF, Evidence.MEASURED, 4, "four drills");
    }

    @Test
    void theEngineDrawsStudentsTOnTheLogarithm() {
        Sampler times = Sampler.of(written().distribution());
        // scale sqrt(3 * 8 / (9 * 7)), 18 degrees; t table: 1.330391 at 0.9, 1.734064 at 0.95, 2.552380 at 0.99
        double scale = Math.sqrt(24.0 / 63);
        assertThat(times.hours(0.5)).isCloseTo(5, within(1e-6));
        assertThat(times.hours(0.9)).isCloseTo(5 * Math.exp(1.330391 * scale), within(1e-4));
        assertThat(times.hours(0.95) / (5 * Math.exp(1.734064 * scale))).isCloseTo(1, within(3e-3));
        assertThat(times.hours(0.01) / (5 * Math.exp(-2.552380 * scale))).isCloseTo(1, within(3e-3));
        TDistribution t = TDistribution.of(18);
        for (double p = 0.002; p < 1; p += 0.002) {
            assertThat(times.hours(p) / (5 * Math.exp(scale * t.inverseCumulativeProbability(p))))
                    .as("at %s", p)
                    .isCloseTo(1, within(p < 0.02 || p > 0.98 ? 1e-2 : 5e-3));
        }
    }

    @Test
    void theBeliefIsMadeWholeAgain() {
        NormalInverseGamma again = DurationBelief.of(written()).logHours();
        assertThat(again.mean()).isCloseTo(BELIEF.mean(), within(1e-7));
        assertThat(again.weight()).isEqualTo(7);
        assertThat(again.shape()).isEqualTo(9);
        assertThat(again.scale()).isCloseTo(BELIEF.scale(), within(1e-6));
    }

    @Test
    void learningInTwoStepsThroughTheModelIsLearningAtOnce() {
        UncertainHours guess =
                new UncertainHours(new Distribution.Pert(2, 4, 12), new Provenance(Evidence.EXPERT, null, "workshop"));
        List<ObservedDuration> first = List.of(ObservedDuration.drill(3), ObservedDuration.drill(9));
        List<ObservedDuration> second = List.of(ObservedDuration.drill(6), ObservedDuration.brokenOff(8));
        NormalInverseGamma steps = DurationBelief.of(
                        DurationBelief.of(guess).after(first).predicted("a"))
                .after(second)
                .logHours();
        NormalInverseGamma once =
                DurationBelief.of(guess).after(first).after(second).logHours();
        assertThat(steps.mean()).isCloseTo(once.mean(), within(1e-6));
        assertThat(steps.weight()).isCloseTo(once.weight(), within(1e-6));
        assertThat(steps.shape()).isCloseTo(once.shape(), within(1e-5));
        assertThat(steps.scale()).isCloseTo(once.scale(), within(1e-5));
    }

    @Test
    void observationsAreThoseThatWereFinished() {
        UncertainHours measured = new UncertainHours(
                new Distribution.Lognormal(6, 14), new Provenance(Evidence.MEASURED, 5, "drills 2025"));
        UncertainHours after = DurationBelief.of(measured)
                .after(List.of(ObservedDuration.drill(3), ObservedDuration.brokenOff(9)))
                .predicted("drills");
        assertThat(after.provenance().observations()).isEqualTo(6);
        assertThat(after.provenance().evidence()).isEqualTo(Evidence.MEASURED);
        assertThat(DurationBelief.of(measured).after(List.of()).predicted("none"))
                .isEqualTo(measured);
    }

    /** A second-order run draws the not knowing: a time that has it in it already must not have it twice. */
    @Test
    void aPredictionIsDrawnFromTheMiddleOfItsBelief() {
        HoursLaw law = HoursLaw.find(written()).orElseThrow();
        NormalInverseGamma.Parameters middle = BELIEF.draw(0.5, 0.5);
        Sampler drawn = Sampler.of(law.at(0.5, 0.5));
        assertThat(drawn.hours(0.5)).isCloseTo(5, within(0.01));
        assertThat(Math.log(drawn.hours(0.9) / 5) / Sampler.Z90).isCloseTo(Math.sqrt(middle.variance()), within(2e-3));
    }

    @Test
    void withoutSpreadOrFreedomItIsAStatedTime() {
        Provenance learned = new Provenance(Evidence.MEASURED, 4, null, 7.0, 18.0);
        assertThat(Prediction.beliefBehind(new UncertainHours(new Distribution.Fixed(4), learned)))
                .isEmpty();
        assertThat(DurationBelief.of(new UncertainHours(new Distribution.Fixed(4), learned))
                        .logHours()
                        .weight())
                .isEqualTo(7);
        assertThat(Prediction.beliefBehind(UncertainHours.of(new Distribution.Lognormal(4, 9))))
                .isEmpty();
    }
}
