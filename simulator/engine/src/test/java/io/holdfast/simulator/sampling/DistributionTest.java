package io.holdfast.simulator.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.model.Distribution;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TriangularDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every distribution, sampled by the keyed draws of the product, against Commons Math: Kolmogorov-Smirnov at level 1e-6
 * for each, so a right sampler fails one run of this class in 50,000; and its quantiles far into both tails.
 */
class DistributionTest {

    private static final int DRAWS = 20_000;
    private static final double LEVEL = 1e-6;
    private static final double Z90 = new NormalDistribution().inverseCumulativeProbability(0.9);

    /** A distribution, the published one it must follow, and how a time maps to that one's values. */
    record Case(Distribution ours, RealDistribution exact, double shift, double scale, double tolerance) {}

    static Stream<Case> continuous() {
        return Stream.of(
                new Case(new Distribution.Uniform(1, 3), new UniformRealDistribution(1, 3), 0, 1, 1e-6),
                new Case(new Distribution.Triangular(1, 2, 6), new TriangularDistribution(1, 2, 6), 0, 1, 2e-4),
                new Case(new Distribution.Triangular(1, 1, 6), new TriangularDistribution(1, 1, 6), 0, 1, 2e-4),
                new Case(new Distribution.Pert(1, 2, 6), new BetaDistribution(1.8, 4.2), 1, 5, 2e-4),
                new Case(new Distribution.Pert(0, 0, 4), new BetaDistribution(1, 5), 0, 4, 2e-4),
                new Case(new Distribution.Exponential(3), new ExponentialDistribution(3), 0, 1, 2e-4),
                new Case(
                        new Distribution.Lognormal(6, 14),
                        new LogNormalDistribution(Math.log(6), Math.log(14.0 / 6) / Z90),
                        0,
                        1,
                        2e-4),
                new Case(new Distribution.Weibull(0.7, 3), new WeibullDistribution(0.7, 3), 0, 1, 2e-4),
                new Case(new Distribution.Weibull(4, 3), new WeibullDistribution(4, 3), 0, 1, 2e-4),
                new Case(new Distribution.Gamma(0.7, 3), new GammaDistribution(0.7, 3), 0, 1, 2e-4),
                new Case(new Distribution.Gamma(9, 0.5), new GammaDistribution(9, 0.5), 0, 1, 2e-4));
    }

    private static double[] sample(Distribution ours) {
        Sampler sampler = Sampler.of(ours);
        KeyedDraws draws = new KeyedDraws(42);
        long key = AddressBook.key("element db method restore", Purpose.DURATION);
        return IntStream.range(0, DRAWS)
                .mapToDouble(trial -> {
                    draws.startTrial(trial);
                    return Ticks.toHours((double) sampler.fineTicks(draws.uniform(key, 0)));
                })
                .toArray();
    }

    private static double[] map(double[] values, DoubleUnaryOperator f) {
        return Arrays.stream(values).map(f).toArray();
    }

    @ParameterizedTest
    @MethodSource("continuous")
    void followsThePublishedDistribution(Case each) {
        double[] values = map(sample(each.ours()), hours -> (hours - each.shift()) / each.scale());
        assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(each.exact(), values))
                .isGreaterThan(LEVEL);
    }

    @ParameterizedTest
    @MethodSource("continuous")
    void hasThePublishedQuantilesFarIntoBothTails(Case each) {
        Sampler sampler = Sampler.of(each.ours());
        for (double mass : new double[] {1e-6, 1e-4, 0.01, 0.3, 0.5, 0.8, 0.99, 0.9999, 0.999999}) {
            double exact = each.shift() + each.scale() * each.exact().inverseCumulativeProbability(mass);
            assertThat(Ticks.toHours((double) sampler.fineTicks(mass)))
                    .as("%s at %s", each.ours(), mass)
                    .isCloseTo(exact, within(1e-6 + each.tolerance() * exact));
        }
    }

    @Test
    void theNormalIsCutBelowZeroAndNotHeapedThere() {
        NormalDistribution whole = new NormalDistribution(2, 2);
        double below = whole.cumulativeProbability(0);
        double[] values = map(
                sample(new Distribution.Normal(2, 2)),
                hours -> (whole.cumulativeProbability(hours) - below) / (1 - below));
        assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new UniformRealDistribution(0, 1), values))
                .isGreaterThan(LEVEL);
    }

    @Test
    void theObservedAreEquallyLikely() {
        double[] values = sample(new Distribution.Empirical(List.of(1.0, 2.0, 2.0, 5.0, 9.0)));
        double[] expected = {1, 2, 1, 1};
        long[] counts = {count(values, 1), count(values, 2), count(values, 5), count(values, 9)};
        assertThat(new ChiSquareTest().chiSquareTest(expected, counts)).isGreaterThan(LEVEL);
        assertThat(Arrays.stream(counts).sum()).isEqualTo(DRAWS);
    }

    private static long count(double[] values, double value) {
        return Arrays.stream(values).filter(each -> each == value).count();
    }

    @Test
    void statedQuantilesHoldTheirMassAndTheTailsStayAtTheEnds() {
        double[] values = sample(new Distribution.Quantiles(List.of(
                new Distribution.Quantiles.Point(0.1, 2),
                new Distribution.Quantiles.Point(0.5, 5),
                new Distribution.Quantiles.Point(0.9, 20))));
        double[] expected = {1, 2, 2, 2, 2, 1};
        long[] counts = {
            count(values, 2),
            between(values, 2, 3.5),
            between(values, 3.5, 5),
            between(values, 5, 12.5),
            between(values, 12.5, 20),
            count(values, 20)
        };
        assertThat(new ChiSquareTest().chiSquareTest(expected, counts)).isGreaterThan(LEVEL);
    }

    private static long between(double[] values, double from, double to) {
        return Arrays.stream(values).filter(each -> each > from && each < to).count();
    }

    @Test
    void aFixedTimeIsThatTime() {
        assertThat(sample(new Distribution.Fixed(4))).containsOnly(4);
    }
}
