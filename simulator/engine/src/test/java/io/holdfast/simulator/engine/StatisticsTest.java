package io.holdfast.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.result.Estimate;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;
import org.junit.jupiter.api.Test;

/** Intervals against published and worked figures. */
class StatisticsTest {

    @Test
    void wilsonGivesNewcombesFigures() {
        // Newcombe, Statistics in Medicine 17 (1998), table I, method 3: 81 of 263 and 1 of 29
        Estimate many = Statistics.chance(81, 263);
        assertThat(many.low()).isCloseTo(0.2553, within(5e-5));
        assertThat(many.high()).isCloseTo(0.3662, within(5e-5));
        Estimate few = Statistics.chance(1, 29);
        assertThat(few.low()).isCloseTo(0.0061, within(5e-5));
        assertThat(few.high()).isCloseTo(0.1718, within(5e-5));
    }

    @Test
    void noOccurrenceIsNotCertainty() {
        // z^2 / (n + z^2)
        double exact = Statistics.Z * Statistics.Z / (1000 + Statistics.Z * Statistics.Z);
        assertThat(Statistics.chance(0, 1000).low()).isZero();
        assertThat(Statistics.chance(0, 1000).high()).isCloseTo(exact, within(1e-12));
        assertThat(Statistics.chance(1000, 1000).low()).isCloseTo(1 - exact, within(1e-12));
        assertThat(Statistics.chance(1000, 1000).high()).isEqualTo(1);
    }

    @Test
    void chancesHaveTheBitsOfCommonsMath() {
        WilsonScoreInterval wilson = new WilsonScoreInterval();
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 2_000; i++) {
            int trials = random.nextInt(1, 1 << random.nextInt(1, 31));
            int count = random.nextInt(trials + 1);
            ConfidenceInterval theirs = wilson.createInterval(trials, count, 0.95);
            Estimate ours = Statistics.chance(count, trials);
            assertThat(ours.low()).isEqualTo(count == 0 ? 0 : Math.max(0, theirs.getLowerBound()));
            assertThat(ours.high()).isEqualTo(count == trials ? 1 : Math.min(1, theirs.getUpperBound()));
        }
    }

    @Test
    void theIntervalNarrowsUpToTheMostTrials() {
        // the normal approximation, which a share of a half of so many trials is close to
        long most = RunRequest.MOST_TRIALS;
        double half = Statistics.Z / (2 * StrictMath.sqrt((double) most));
        Estimate even = Statistics.chance(most / 2, most);
        assertThat(even.high() - even.low()).isCloseTo(2 * half, within(1e-12));
        assertThatThrownBy(() -> Statistics.chance(2, 1)).hasMessageContaining("2 of 1");
    }

    @Test
    void aQuantileIsTheOrderStatisticOfItsRank() {
        assertThat(Statistics.rank(0.95, 100)).isEqualTo(95);
        assertThat(Statistics.rank(0.95, 101)).isEqualTo(96);
        assertThat(Statistics.rank(0.05, 10)).isEqualTo(1);
    }

    @Test
    void moreTrialsThanCanBeCountedAreRefused() {
        assertThatThrownBy(() -> new RunRequest(Id.of("s"), 1L << 31, 1, 1))
                .hasMessageContaining("2147483648")
                .hasMessageContaining("at most 2147483647");
    }
}
