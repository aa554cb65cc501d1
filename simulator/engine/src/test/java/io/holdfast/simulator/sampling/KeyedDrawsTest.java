package io.holdfast.simulator.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

/**
 * Keyed draws are uniform along every coordinate of their address and independent across it. Fixed seeds; level 1e-6 for
 * uniformity, six standard errors (2e-9) for correlation.
 */
class KeyedDrawsTest {

    private static final int DRAWS = 20_000;
    private static final long KEY = AddressBook.key("element db", Purpose.RESTART);

    private static double[] draw(IntToDoubleFunction each) {
        return IntStream.range(0, DRAWS).mapToDouble(each).toArray();
    }

    private static double at(long seed, long trial, long key, int occurrence) {
        KeyedDraws draws = new KeyedDraws(seed);
        draws.startTrial(trial);
        return draws.uniform(key, occurrence);
    }

    private static void isUniform(double[] values) {
        assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new UniformRealDistribution(0, 1), values))
                .isGreaterThan(1e-6);
    }

    private static void areIndependent(double[] some, double[] others) {
        assertThat(Math.abs(new PearsonsCorrelation().correlation(some, others)))
                .isLessThan(6 / Math.sqrt(DRAWS));
    }

    private static long key(int number) {
        return AddressBook.key("element host-" + number, Purpose.DURATION);
    }

    @Test
    void uniformOverTrialsSeedsAddressesAndOccurrences() {
        isUniform(draw(i -> at(42, i, KEY, 0)));
        isUniform(draw(i -> at(i, 0, KEY, 0)));
        isUniform(draw(i -> at(42, 0, key(i), 0)));
        isUniform(draw(i -> at(42, 0, KEY, i)));
    }

    @Test
    void independentOfTheNextTrialSeedAddressAndOccurrence() {
        double[] first = draw(i -> at(42, i, KEY, 0));
        areIndependent(first, draw(i -> at(42, i + 1, KEY, 0)));
        areIndependent(first, draw(i -> at(43, i, KEY, 0)));
        areIndependent(first, draw(i -> at(42, i, key(1), 0)));
        areIndependent(first, draw(i -> at(42, i, KEY, 1)));
        areIndependent(draw(i -> at(42, 0, key(i), 0)), draw(i -> at(42, 0, key(i + 1), 0)));
    }

    @Test
    void successIsIndependentOfTheDurationItSharesBitsWith() {
        long duration = AddressBook.key("element db method restore", Purpose.DURATION);
        long success = AddressBook.key("element db method restore", Purpose.SUCCESS);
        isUniform(draw(i -> at(42, i, success, 0)));
        areIndependent(draw(i -> at(42, i, duration, 0)), draw(i -> at(42, i, success, 0)));
        areIndependent(draw(i -> at(42, i, duration, 1)), draw(i -> at(42, i, success, 0)));
    }

    @Test
    void cellsSayTheSameAsTheNumber() {
        SplittableRandom random = new SplittableRandom(3);
        for (double chance : new double[] {0, 1e-12, 0.1, 0.25, 1 / 3.0, 0.5, 0.999, 1}) {
            for (int i = 0; i < 1000; i++) {
                long bits = i % 2 == 0 ? random.nextLong() : (KeyedDraws.cells(chance) + i % 5 - 2) << 12;
                assertThat((bits >>> 12) < KeyedDraws.cells(chance)).isEqualTo(KeyedDraws.unit(bits) < chance);
            }
        }
    }

    @Test
    void theSameAddressGivesTheSameNumberInAnyOrder() {
        KeyedDraws draws = new KeyedDraws(42);
        draws.startTrial(7);
        double before = draws.uniform(KEY, 0);
        draws.startTrial(8);
        draws.startTrial(7);
        assertThat(draws.uniform(key(3), 2)).isNotEqualTo(before);
        assertThat(draws.uniform(KEY, 0)).isEqualTo(before);
    }
}
