package io.holdfast.simulator.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.UncertainHours;
import io.holdfast.simulator.sampling.Sampler;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What drawing a parameter does to a stated time. */
class HoursLawTest {

    private static final double ONE_UP = 0.8413447460685429;

    static Stream<Distribution> all() {
        return Stream.of(
                new Distribution.Fixed(4),
                new Distribution.Uniform(1, 3),
                new Distribution.Triangular(1, 2, 6),
                new Distribution.Pert(1, 2, 6),
                new Distribution.Pert(0, 0, 4),
                new Distribution.Pert(2, 2, 2),
                new Distribution.Exponential(3),
                new Distribution.Normal(3, 1),
                new Distribution.Gamma(0.7, 3),
                new Distribution.Gamma(9, 0.5),
                new Distribution.Empirical(List.of(1.0, 2.0, 5.0)),
                new Distribution.Quantiles(
                        List.of(new Distribution.Quantiles.Point(0.1, 2), new Distribution.Quantiles.Point(0.9, 20))));
    }

    /** Of a family with one uncertain parameter every quantile moves by the same factor: sd of ln T over √1. */
    @ParameterizedTest
    @MethodSource("all")
    void onlyThePlaceMoves(Distribution stated) {
        HoursLaw law = HoursLaw.find(UncertainHours.of(stated)).orElseThrow();
        double deviation =
                Math.max(0.2, Math.sqrt(LogMoments.find(stated).orElseThrow().variance()));
        assertThat(law.hasSpread()).isFalse();
        for (double p : new double[] {0.001, 0.1, 0.37, 0.5, 0.9, 0.999}) {
            double exact = Sampler.of(stated).hours(p);
            assertThat(Sampler.of(law.at(0.5, 0.9)).hours(p)).isCloseTo(exact, within(2e-3 * exact + 1e-9));
            assertThat(Sampler.of(law.at(ONE_UP, 0.1)).hours(p))
                    .isCloseTo(exact * Math.exp(deviation), within((2e-3 * exact + 1e-9) * Math.exp(deviation)));
        }
    }

    @Test
    void lognormalAndWeibullKeepTheirGeometricMeanWhenTheSpreadChanges() {
        for (Distribution stated : List.of(new Distribution.Lognormal(6, 14), new Distribution.Weibull(1.5, 4))) {
            HoursLaw law = HoursLaw.find(UncertainHours.of(stated)).orElseThrow();
            LogMoments before = LogMoments.find(stated).orElseThrow();
            LogMoments wide = LogMoments.find(law.at(0.5, 0.99)).orElseThrow();
            NormalInverseGamma belief =
                    DurationBelief.of(UncertainHours.of(stated)).logHours();
            assertThat(law.hasSpread()).isTrue();
            assertThat(wide.mean()).isCloseTo(before.mean(), within(5e-3));
            assertThat(wide.variance())
                    .isCloseTo(belief.varianceQuantile(0.99), within(0.01 * belief.varianceQuantile(0.99)));
            // the place moves by the deviation of the drawn spread
            assertThat(LogMoments.find(law.at(ONE_UP, 0.99)).orElseThrow().mean())
                    .isCloseTo(before.mean() + Math.sqrt(belief.varianceQuantile(0.99)), within(5e-3));
        }
    }

    @Test
    void aTimeThatIsAlwaysNothingHasNothingUncertain() {
        assertThat(HoursLaw.find(UncertainHours.fixed(0))).isEmpty();
    }
}
