package io.holdfast.service.sla.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.service.sla.Trend;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Trends by hand, and periods on the calendar. */
class TrendsTest {

    private static Trend of(double... values) {
        return Trends.of(IntStream.range(0, values.length).asDoubleStream().toArray(), values);
    }

    @Test
    @Tag("row:S5")
    void theSlopeIsTheMedianOfAllSlopesAndTheChanceThatOfSoRareAnOrder() {
        Trend rising = of(1, 2, 3, 4, 100);
        assertThat(rising.slope()).as("one outlier does not move it").isEqualTo(1.0);
        assertThat(rising.p()).isCloseTo(2.0 / 120, within(1e-15));
        assertThat(rising.direction()).isEqualTo("better");
        assertThat(of(5, 4, 3, 2, 1).direction()).isEqualTo("worse");
        Trend nearly = of(1, 2, 3, 5, 4);
        assertThat(nearly.p()).as("1 and 4 of 120 orders, on both sides").isCloseTo(10.0 / 120, within(1e-15));
        assertThat(nearly.direction()).isEqualTo("none");
    }

    @Test
    @Tag("row:S5")
    void withTooFewPeriodsItSaysSo() {
        assertThat(of(1, 2, 3, 4).direction()).isEqualTo("too-few");
        assertThat(of(1, 2, 3, 4).p()).isNull();
        assertThat(of(1, 1, 2, 3, 4, 5, 6).direction()).as("ties need more").isEqualTo("too-few");
        assertThat(of(3).slope()).isNull();
        Trend tied = of(1, 1, 2, 2, 3, 3, 4, 4, 5, 5);
        assertThat(tied.p()).as("S = 40, variance 120: z = 39 / 10.954").isCloseTo(3.7e-4, within(1e-5));
    }

    @Test
    void aPeriodIsACalendarPeriodInItsZone() {
        assertThat(MeasuredPeriod.find("2026-Q4").orElseThrow().start()).isEqualTo("2026-10-01");
        assertThat(MeasuredPeriod.find("2026-Q4").orElseThrow().end()).isEqualTo("2027-01-01");
        assertThat(MeasuredPeriod.find("2026-13")).isEmpty();
        assertThat(MeasuredPeriod.find("2026-Q5")).isEmpty();
        assertThat(MeasuredPeriod.find("2024-02").orElseThrow().hours(ZoneId.of("Asia/Taipei")))
                .isEqualByComparingTo("696");
        assertThat(MeasuredPeriod.find("2026-03").orElseThrow().hours(ZoneId.of("Europe/Berlin")))
                .as("an hour is left out")
                .isEqualByComparingTo("743");
    }
}
