package io.holdfast.simulator.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What the benchmark compares over a year computes the same network. */
class YearRivalsTest {

    @Test
    void rivalsAgree() {
        YearNetwork network = YearNetwork.of(100);
        double ours = new ThisYears(network).run(4_000);
        // availability of one history varies by 0.02 about, so its mean by 0.0003
        assertThat(new SsjYears(network).run(4_000)).isCloseTo(ours, within(0.002));
        assertThat(new PlainYears(network).run(4_000)).isCloseTo(ours, within(0.002));
        assertThat(ours).isBetween(0.5, 0.99);
    }
}
