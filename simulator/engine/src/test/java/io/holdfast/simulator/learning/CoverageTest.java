package io.holdfast.simulator.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.result.ElementResult;
import io.holdfast.simulator.result.Estimate;
import io.holdfast.simulator.result.QuantileEstimate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Coverage of past predictions. */
class CoverageTest {

    /** Predicted times come from the simulator's tables, whose relative error is at most 2e-4. */
    private static final double TABLE = 1e-4;

    private static final Distribution UNIT = new Distribution.Uniform(0, 1);

    private static List<PastPrediction> uniform(double... actuals) {
        List<PastPrediction> all = new ArrayList<>();
        for (double actual : actuals) {
            all.add(new PastPrediction(UNIT, ObservedDuration.drill(actual)));
        }
        return all;
    }

    private static List<PastPrediction> repeated(int inside, int outside) {
        List<PastPrediction> all =
                new ArrayList<>(Collections.nCopies(inside, uniform(0.5).getFirst()));
        all.addAll(Collections.nCopies(outside, uniform(1.5).getFirst()));
        return all;
    }

    @Test
    void theIntervalGivesNewcombesFigures() {
        // Newcombe, Statistics in Medicine 17 (1998), table I, method 5 (Clopper-Pearson)
        Estimate many = Coverage.interval(81, 263, 0.05);
        assertThat(many.low()).isCloseTo(0.2527, within(5e-5));
        assertThat(many.high()).isCloseTo(0.3676, within(5e-5));
        Estimate few = Coverage.interval(1, 29, 0.05);
        assertThat(few.low()).isCloseTo(0.0009, within(5e-5));
        assertThat(few.high()).isCloseTo(0.1776, within(5e-5));
        Estimate none = Coverage.interval(0, 20, 0.05);
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(0.1684, within(5e-5));
        assertThat(Coverage.interval(20, 20, 0.05).high()).isEqualTo(1);
    }

    @Test
    void ofFourteenDrillsTwelveInsideTheBandAreTooFewToSay() {
        Coverage coverage = Coverage.of(repeated(12, 2));
        Coverage.Band eighty = coverage.bands().get(1);
        assertThat(eighty.promised()).isEqualTo(0.8);
        assertThat(eighty.inside()).isEqualTo(12);
        assertThat(eighty.total()).isEqualTo(14);
        // Clopper-Pearson of 12 of 14: [0.572, 0.982]
        assertThat(eighty.share().low()).isCloseTo(0.572, within(5e-4));
        assertThat(eighty.share().high()).isCloseTo(0.982, within(5e-4));
        assertThat(eighty.verdict()).isEqualTo(Coverage.Verdict.TOO_FEW_TO_SAY);
    }

    @Test
    void bandsCountTheirEndsIn() {
        Coverage coverage = Coverage.of(uniform(0.1, 0.9, 0.09, 0.91, 0.25, 0.75, 0.024, 0.5));
        assertThat(coverage.bands().stream().map(Coverage.Band::inside)).containsExactly(3, 5, 7);
        assertThat(coverage.pits().get(2).middle()).isCloseTo(0.09, within(TABLE));
    }

    @Test
    void asManyInsideAsPromisedIsWellCalibrated() {
        // 25 evenly spread, at 0.02, 0.06 and so on
        Coverage coverage = Coverage.of(
                uniform(IntStream.range(0, 25).mapToDouble(i -> (i + 0.5) / 25).toArray()));
        assertThat(coverage.verdict()).isEqualTo(Coverage.Verdict.WELL_CALIBRATED);
        assertThat(coverage.bands().stream().map(Coverage.Band::inside)).containsExactly(13, 21, 23);
    }

    @Test
    void twentyTwoAreTheLeastThatCanBeCalledWellCalibrated() {
        double[] even = {
            0.02, 0.07, 0.12, 0.17, 0.22, 0.27, 0.32, 0.37, 0.42, 0.47, 0.52, 0.57, 0.62, 0.67, 0.72, 0.77, 0.82, 0.87,
            0.92, 0.97, 0.5
        };
        assertThat(Coverage.of(uniform(even)).verdict()).isEqualTo(Coverage.Verdict.TOO_FEW_TO_SAY);
        List<PastPrediction> one = new ArrayList<>(uniform(even));
        one.addAll(uniform(0.3));
        assertThat(Coverage.of(one).verdict()).isEqualTo(Coverage.Verdict.WELL_CALIBRATED);
    }

    @Test
    void manyOutsideIsTooNarrowAndAllInTheMiddleTooWide() {
        assertThat(Coverage.of(repeated(5, 10)).verdict()).isEqualTo(Coverage.Verdict.TOO_NARROW);
        // all in the middle: the half that the 50 % band promises is exceeded
        assertThat(Coverage.of(repeated(25, 0)).verdict()).isEqualTo(Coverage.Verdict.TOO_WIDE);
        assertThat(Coverage.of(repeated(0, 3)).bands().get(1).verdict()).isEqualTo(Coverage.Verdict.TOO_NARROW);
        assertThat(Coverage.of(List.of()).verdict()).isEqualTo(Coverage.Verdict.TOO_FEW_TO_SAY);
        assertThat(Coverage.of(List.of()).bands().getFirst().share().value()).isNaN();
    }

    @Test
    void whereAnActualLiesIsThePredictedDistributionFunction() {
        assertThat(Pit.of(new Distribution.Exponential(3), 6).middle()).isCloseTo(1 - Math.exp(-2), within(TABLE));
        assertThat(Pit.of(new Distribution.Lognormal(6, 14), 14).middle()).isCloseTo(0.9, within(TABLE));
        assertThat(Pit.of(new Distribution.Triangular(0, 1, 2), 1).middle()).isCloseTo(0.5, within(TABLE));
        assertThat(Pit.of(UNIT, 2).middle()).isEqualTo(1);
        assertThat(Pit.of(UNIT, 0).middle()).isCloseTo(0, within(TABLE));
    }

    @Test
    void aValueWithAChanceOfItsOwnLiesInARange() {
        Pit pit = Pit.of(new Distribution.Empirical(List.of(1.0, 2.0, 2.0, 5.0)), 2);
        assertThat(pit.low()).isCloseTo(0.25, within(1e-12));
        assertThat(pit.high()).isCloseTo(0.75, within(1e-12));
        assertThat(Pit.of(new Distribution.Fixed(4), 4)).isEqualTo(new Pit(0, 1));
        assertThat(Pit.of(new Distribution.Fixed(4), 5).low()).isEqualTo(1);
    }

    @Test
    void whatQuantilesDoNotSayIsNotCounted() {
        Distribution quantiles = new Distribution.Quantiles(List.of(
                new Distribution.Quantiles.Point(0.1, 2),
                new Distribution.Quantiles.Point(0.5, 5),
                new Distribution.Quantiles.Point(0.9, 20)));
        Coverage coverage = Coverage.of(List.of(
                new PastPrediction(quantiles, ObservedDuration.drill(3)),
                new PastPrediction(quantiles, ObservedDuration.drill(30)),
                new PastPrediction(quantiles, ObservedDuration.drill(1))));
        assertThat(coverage.pits().getFirst().middle()).isCloseTo(0.1 + 0.4 / 3, within(1e-9));
        assertThat(coverage.pits().get(1)).isEqualTo(new Pit(0.9, 1));
        assertThat(coverage.pits().get(2)).isEqualTo(new Pit(0, 0.1));
        assertThat(coverage.bands().stream().map(Coverage.Band::total)).containsExactly(3, 3, 0);
    }

    @Test
    void whatLiesBeyondTheStatedQuantilesIsOutsideTheirBand() {
        Distribution ends = new Distribution.Quantiles(
                List.of(new Distribution.Quantiles.Point(0.1, 2), new Distribution.Quantiles.Point(0.9, 20)));
        Coverage coverage = Coverage.of(List.of(
                new PastPrediction(ends, ObservedDuration.drill(2)),
                new PastPrediction(ends, ObservedDuration.drill(20)),
                new PastPrediction(ends, ObservedDuration.drill(1.9)),
                new PastPrediction(ends, ObservedDuration.drill(21))));
        assertThat(coverage.bands().get(1).inside()).isEqualTo(2);
    }

    @Test
    void maintenanceAndWhatWasBrokenOffIsLeftOut() {
        Coverage coverage = Coverage.of(List.of(
                new PastPrediction(UNIT, new ObservedDuration(9, ObservedDuration.Kind.MAINTENANCE, true)),
                new PastPrediction(UNIT, ObservedDuration.brokenOff(0.4)),
                new PastPrediction(UNIT, ObservedDuration.drill(0.4))));
        assertThat(coverage.leftOut()).isEqualTo(2);
        assertThat(coverage.pits()).hasSize(1);
    }

    @Test
    void aRunPredictsByItsRecoveryCurve() {
        QuantileEstimate none = new QuantileEstimate(null, null, null);
        ElementResult.Recovery recovery = new ElementResult.Recovery(
                null,
                null,
                none,
                none,
                none,
                none,
                none,
                none,
                null,
                null,
                new Estimate(0, 0, 0),
                List.of(
                        new ElementResult.CurvePoint(0, 0),
                        new ElementResult.CurvePoint(1, 0.1),
                        new ElementResult.CurvePoint(2, 0.1),
                        new ElementResult.CurvePoint(4, 0.9)));
        assertThat(PastPrediction.ofRun(recovery))
                .isEqualTo(new Distribution.Quantiles(
                        List.of(new Distribution.Quantiles.Point(0.1, 1), new Distribution.Quantiles.Point(0.9, 4))));
        ElementResult.Recovery never = new ElementResult.Recovery(
                null, null, none, none, none, none, none, none, null, null, new Estimate(1, 1, 1), List.of());
        assertThatThrownBy(() -> PastPrediction.ofRun(never)).hasMessageContaining("never back");
    }
}
