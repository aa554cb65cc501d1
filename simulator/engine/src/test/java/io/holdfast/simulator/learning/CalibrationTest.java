package io.holdfast.simulator.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/**
 * Simulation-based calibration: parameters are drawn from what is believed before, actuals from the parameters; then the place of each
 * parameter in what is believed after is even over [0, 1]. Source: Cook, Gelman and Rubin, <i>J. of Computational and Graphical
 * Statistics</i> 15 (2006); Talts and others, arXiv 1804.06788 (2018). Ten bins; a χ² of 9 degrees exceeds 27.88 with chance 0.001,
 * so that a test of right code fails for one seed in a thousand and figure. The seeds are fixed.
 */
class CalibrationTest {

    private static final double LIMIT = 27.88;
    private static final int WORLDS = Boolean.getBoolean("holdfast.long") ? 12_000 : 1_500;
    private static final NormalDistribution NORMAL = new NormalDistribution();

    private final SplittableRandom random = new SplittableRandom(Long.getLong("holdfast.seed", 20261126));

    private double normal() {
        return NORMAL.inverseCumulativeProbability(random.nextDouble());
    }

    private double variance(double shape, double scale) {
        return scale / new GammaDistribution(shape, 1).inverseCumulativeProbability(random.nextDouble());
    }

    private static double chiSquared(List<Double> places) {
        int[] bins = new int[10];
        places.forEach(p -> bins[Math.min(9, (int) (p * 10))]++);
        double expected = places.size() / 10.0;
        return Arrays.stream(bins)
                .mapToDouble(n -> (n - expected) * (n - expected) / expected)
                .sum();
    }

    private static void isEven(List<Double> places, String what) {
        assertThat(chiSquared(places)).as("χ² of %s", what).isLessThan(LIMIT);
    }

    private static double placeOfMean(NormalInverseGamma belief, double mean) {
        return belief.t()
                .cumulativeProbability((mean - belief.mean()) / Math.sqrt(belief.variance() / belief.weight()));
    }

    private static double placeOfVariance(NormalInverseGamma belief, double variance) {
        return 1 - new GammaDistribution(belief.shape(), 1).cumulativeProbability(belief.scale() / variance);
    }

    /** How far the distribution of places is from even at most. */
    private static double distance(List<Double> places) {
        double[] sorted = places.stream().mapToDouble(each -> each).sorted().toArray();
        double most = 0;
        for (int i = 0; i < sorted.length; i++) {
            most = Math.max(most, Math.abs(sorted[i] - (i + 0.5) / sorted.length));
        }
        return most;
    }

    /** About a quarter of the work is broken off. */
    @Test
    void beliefsAboutOneTimeAreCalibratedAlsoWhereWorkIsBrokenOff() {
        OneTime places = oneTime(1.6);
        isEven(places.means(), "the mean");
        isEven(places.variances(), "the variance");
        isEven(places.next(), "the next one");
    }

    /**
     * Half of it: the exact belief is lopsided, which no belief of this form can be. Places are
     * off by some 0.03; of so many worlds that of exact ones exceeds 0.05 with chance 0.001 (Kolmogorov and Smirnov).
     */
    @Test
    void whereHalfOfAllWorkIsBrokenOffBeliefsAreCloseToCalibrated() {
        OneTime places = oneTime(1);
        assertThat(distance(places.means())).isLessThan(0.05);
        assertThat(distance(places.variances())).isLessThan(0.05);
        assertThat(distance(places.next())).isLessThan(0.05);
    }

    private record OneTime(List<Double> means, List<Double> variances, List<Double> next) {}

    private OneTime oneTime(double window) {
        NormalInverseGamma prior = NormalInverseGamma.of(1, 3, 0.4, 11);
        List<Double> means = new ArrayList<>();
        List<Double> variances = new ArrayList<>();
        List<Double> next = new ArrayList<>();
        for (int world = 0; world < WORLDS; world++) {
            double variance = variance(prior.shape(), prior.scale());
            double mean = prior.mean() + normal() * Math.sqrt(variance / prior.weight());
            NormalInverseGamma belief = prior;
            List<Double> bounds = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                double value = mean + normal() * Math.sqrt(variance);
                double limit = window + 0.5 * normal(); // of the drill, which knows nothing of the value
                if (value <= limit) {
                    belief = belief.after(value);
                } else {
                    bounds.add(limit);
                }
            }
            belief = belief.afterMoreThan(bounds);
            means.add(placeOfMean(belief, mean));
            variances.add(placeOfVariance(belief, variance));
            next.add(belief.predictiveProbability(mean + normal() * Math.sqrt(variance)));
        }
        return new OneTime(means, variances, next);
    }

    @Test
    void whoLeavesBrokenOffWorkOutIsNotCalibrated() {
        NormalInverseGamma prior = NormalInverseGamma.of(1, 3, 0.4, 11);
        List<Double> means = new ArrayList<>();
        for (int world = 0; world < WORLDS; world++) {
            double variance = variance(prior.shape(), prior.scale());
            double mean = prior.mean() + normal() * Math.sqrt(variance / prior.weight());
            double[] finished = IntStream.range(0, 6)
                    .mapToDouble(i -> mean + normal() * Math.sqrt(variance))
                    .filter(value -> value <= 1 + 0.5 * normal())
                    .toArray();
            means.add(placeOfMean(prior.after(finished), mean));
        }
        assertThat(chiSquared(means)).isGreaterThan(10 * LIMIT);
    }

    /** Five guesses measured up to four times each, some of it broken off, and one that nobody measured. */
    @Test
    void theSharedBiasIsCalibratedAndSoIsWhatItSaysOfGuessesWithoutDrills() {
        NormalInverseGamma prior = NormalInverseGamma.of(0.5, 3, 0.2, 11);
        List<Double> places = new ArrayList<>();
        List<Double> spreads = new ArrayList<>();
        List<Double> surenesses = new ArrayList<>();
        List<Double> undrilled = new ArrayList<>();
        List<Double> drilled = new ArrayList<>();
        for (int world = 0; world < WORLDS / 12; world++) {
            double place = Bias.PLACE_DEVIATION * normal();
            double spread = Math.exp(Bias.SPREAD_DEVIATION * normal());
            double sureness = Math.exp(Bias.SURENESS_DEVIATION * normal());
            List<Guess> guesses = new ArrayList<>();
            double[] next = new double[6];
            for (int g = 0; g < 6; g++) {
                double variance = variance(prior.shape(), prior.scale() * spread);
                double mean = prior.mean() + place + normal() * Math.sqrt(variance / (prior.weight() * sureness));
                double[] seen = IntStream.range(0, g == 5 ? 0 : 1 + random.nextInt(4))
                        .mapToDouble(i -> mean + normal() * Math.sqrt(variance))
                        .toArray();
                double limit = 1.5;
                guesses.add(Guess.of(
                        prior,
                        Arrays.stream(seen).filter(x -> x <= limit).toArray(),
                        Arrays.stream(seen)
                                .filter(x -> x > limit)
                                .map(x -> limit)
                                .toArray()));
                next[g] = mean + normal() * Math.sqrt(variance);
            }
            Bias bias = Bias.of(guesses);
            places.add(bias.probability(Bias.Point::place, place));
            spreads.add(bias.probability(point -> Math.log(point.spread()), Math.log(spread)));
            surenesses.add(bias.probability(point -> Math.log(point.sureness()), Math.log(sureness)));
            undrilled.add(bias.belief(5).predictiveProbability(next[5]));
            drilled.add(bias.belief(0).predictiveProbability(next[0]));
        }
        isEven(places, "the factor of medians");
        isEven(spreads, "the factor of spread");
        isEven(surenesses, "the factor of weight");
        isEven(undrilled, "the next one of a guess without drill");
        isEven(drilled, "the next one of a drilled guess");
    }

    /** Between the few values of its axis as on them: the chances are those of the normal distributions that nothing was seen of yet. */
    @Test
    void beforeAnythingIsSeenTheChancesOfTheSharedBiasAreThoseOfTheirNormalDistributions() {
        Bias bias = Bias.of(List.of());
        for (double z = -2; z <= 2; z += 0.25) {
            double exact = NORMAL.cumulativeProbability(z);
            assertThat(bias.probability(Bias.Point::place, z * Bias.PLACE_DEVIATION))
                    .isCloseTo(exact, within(0.004));
            assertThat(bias.probability(point -> Math.log(point.spread()), z * Bias.SPREAD_DEVIATION))
                    .isCloseTo(exact, within(0.004));
            assertThat(bias.probability(point -> Math.log(point.sureness()), z * Bias.SURENESS_DEVIATION))
                    .isCloseTo(exact, within(0.004));
        }
        double high = Math.exp(NORMAL.inverseCumulativeProbability(0.975) * Bias.SURENESS_DEVIATION);
        assertThat(bias.sureness().high()).isCloseTo(high, within(0.02 * high));
        assertThat(bias.sureness().low()).isCloseTo(1 / high, within(0.02 / high));
    }

    /** One guess of known spread and boundless sureness: β has a normal belief in closed form. */
    @Test
    void withSpreadAllButKnownTheFactorOfMediansHasItsClosedForm() {
        NormalInverseGamma sure = NormalInverseGamma.of(0, 1e7, 0.09, 1e7);
        double[] seen = new double[40];
        Arrays.setAll(seen, i -> 0.4 + 0.3 * NORMAL.inverseCumulativeProbability((i + 0.5) / 40));
        Bias bias = Bias.of(List.of(Guess.of(sure, seen, new double[0])));
        // φ is learned from 40 values whose variance is 0.09 nearly: precision 40 / 0.09 + 1 / 0.49
        double mean = 0.4 * (40 / 0.09) / (40 / 0.09 + 1 / 0.49);
        assertThat(Math.log(bias.place().value())).isCloseTo(mean, within(2e-3));
        double deviation = Math.sqrt(1 / (40 / 0.09 + 1 / 0.49));
        assertThat(Math.log(bias.place().high() / bias.place().low()) / (2 * 1.96))
                .isCloseTo(deviation, within(0.06 * deviation));
    }

    @Test
    void theMixtureIsCloseToTheBeliefThatStandsForIt() {
        NormalInverseGamma prior = NormalInverseGamma.of(1, 3, 0.2, 11);
        List<Guess> guesses = List.of(
                Guess.of(prior, new double[] {1.6, 1.9, 1.2}, new double[] {2}),
                Guess.of(prior, new double[] {1.1}, new double[0]),
                Guess.of(prior, new double[0], new double[0]));
        Bias bias = Bias.of(guesses);
        for (int guess = 0; guess < guesses.size(); guess++) {
            NormalInverseGamma belief = bias.belief(guess);
            for (double p : new double[] {0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95}) {
                assertThat(bias.predictiveProbability(guess, belief.predictiveQuantile(p)))
                        .as("guess %d at %s", guess, p)
                        .isCloseTo(p, within(0.012));
            }
        }
    }

    @Test
    void nothingSeenLeavesTheBiasAsItWasBelieved() {
        Bias bias = Bias.of(List.of(Guess.of(NormalInverseGamma.of(1, 3, 0.2, 11), new double[0], new double[0])));
        assertThat(bias.place().value()).isCloseTo(1, within(1e-9));
        assertThat(Math.log(bias.place().high())).isCloseTo(1.96 * Bias.PLACE_DEVIATION, within(0.02));
        assertThat(Math.log(bias.spread().high())).isCloseTo(1.96 / 2 * Bias.SPREAD_DEVIATION, within(0.03));
    }
}
