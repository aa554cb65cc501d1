package io.holdfast.simulator.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.model.Distribution;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

/**
 * The keyed draws against a slow stream of other making. Two-sample Kolmogorov-Smirnov at level 1e-6 on what trials are made
 * of: sums, races and thinned times of several quantities. Fixed seeds.
 */
class ReferenceStreamTest {

    private static final int TRIALS = 20_000;
    private static final long SEED = 11;
    private static final Sampler WORK = Sampler.of(new Distribution.Lognormal(2, 8));
    private static final Sampler RESTART = Sampler.of(new Distribution.Exponential(1));

    private static Draws keyed(int trial) {
        KeyedDraws draws = new KeyedDraws(SEED);
        draws.startTrial(trial);
        return draws;
    }

    private static Draws philox(int trial) {
        return new PhiloxDraws(SEED, trial);
    }

    /** The longest of eight: work, done again where it fails, then a restart. */
    private static double longest(Draws draws) {
        return IntStream.range(0, 8)
                .mapToDouble(host -> {
                    String address = "element host-" + host;
                    long duration = AddressBook.key(address, Purpose.DURATION);
                    long success = AddressBook.key(address, Purpose.SUCCESS);
                    double hours = WORK.hours(draws.uniform(duration, 0));
                    if (draws.uniform(success, 0) >= 0.7) {
                        hours += WORK.hours(draws.uniform(duration, 1));
                    }
                    return hours + RESTART.hours(draws.uniform(AddressBook.key(address, Purpose.RESTART), 0));
                })
                .max()
                .orElseThrow();
    }

    private static double[] sample(IntFunction<Draws> draws) {
        return IntStream.range(0, TRIALS)
                .mapToDouble(trial -> longest(draws.apply(trial)))
                .toArray();
    }

    @Test
    void keyedDrawsAndPhiloxGiveTheSameDistribution() {
        double[] ours = sample(ReferenceStreamTest::keyed);
        double[] theirs = sample(ReferenceStreamTest::philox);
        assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(ours, theirs, false))
                .isGreaterThan(1e-6);
        assertThat(ours).isNotEqualTo(theirs);
    }
}
