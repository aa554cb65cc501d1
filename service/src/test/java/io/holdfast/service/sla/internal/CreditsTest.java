package io.holdfast.service.sla.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.service.sla.CreditAnswer;
import io.holdfast.simulator.compile.CreditTerms;
import io.holdfast.simulator.model.ServiceLevel;
import io.holdfast.simulator.model.ServiceLevel.Credit;
import io.holdfast.simulator.model.ServiceLevel.Period;
import io.holdfast.simulator.sampling.Ticks;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Credits by hand at every boundary, and against the simulator's rule. */
class CreditsTest {

    private static final ServiceLevel LEVEL = new ServiceLevel(
            0.999,
            Period.MONTH,
            300_000,
            List.of(new Credit(0.999, 0.1), new Credit(0.99, 0.3)),
            List.of(new Credit(1, 0.05), new Credit(4, 0.1), new Credit(12, 0.3)));

    private static CreditAnswer month(String down, String... outages) {
        return Credits.of(
                LEVEL,
                new BigDecimal(down),
                BigDecimal.valueOf(730),
                List.of(outages).stream().map(BigDecimal::new).toList());
    }

    @Test
    @Tag("row:S5")
    void whatIsEqualToALimitNeitherUndercutsNorExceedsIt() {
        assertThat(month("0.73").money()).as("exactly 99.9 %%").isZero();
        assertThat(month("0.73").met()).isTrue();
        assertThat(month("0.7301").money()).isEqualTo(30_000);
        assertThat(month("0.7301").met()).isFalse();
        assertThat(month("7.3").money()).as("exactly 99 %%").isEqualTo(30_000);
        assertThat(month("7.31").money())
                .as("the lowest limit that is undercut")
                .isEqualTo(90_000);
        assertThat(month("0", "1").money()).isZero();
        assertThat(month("0", "1.001").money()).isEqualTo(15_000);
        assertThat(month("0", "4.001", "1.5").money())
                .as("each outage for itself")
                .isEqualTo(45_000);
        assertThat(month("0", "13", "13", "13", "13").money())
                .as("the fee at most")
                .isEqualTo(300_000);
        assertThat(month("14", "13").share()).as("both ways add up").isCloseTo(0.6, within(1e-12));
    }

    @Test
    @Tag("row:S5")
    void aPeriodOfAnyMonthIsJudgedByWhatTheSimulatorPays() {
        Random luck = new Random(5);
        CreditTerms terms = CreditTerms.of(LEVEL);
        for (int round = 0; round < 5_000; round++) {
            long total = 0;
            double shares = 0;
            List<BigDecimal> outages = new ArrayList<>();
            for (int o = luck.nextInt(4); o > 0; o--) {
                long ticks = 1 + luck.nextLong(Ticks.ofHours(15));
                total += ticks;
                shares += terms.shareOfOutage(ticks);
                outages.add(hours(ticks));
            }
            CreditAnswer answer = Credits.of(LEVEL, hours(total), BigDecimal.valueOf(730), outages);
            assertThat(answer.money()).isCloseTo(terms.money(total, shares), within(1e-6));
        }
    }

    private static BigDecimal hours(long ticks) {
        return BigDecimal.valueOf(ticks).divide(BigDecimal.valueOf(Ticks.ofHours(1)), MathContext.DECIMAL128);
    }
}
