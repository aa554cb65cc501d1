package io.holdfast.service.sla.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.service.sla.Agreement;
import io.holdfast.service.sla.MeasuredLevel;
import io.holdfast.service.sla.Measurement;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ServiceLevel;
import io.holdfast.simulator.model.ServiceLevel.Credit;
import io.holdfast.simulator.model.ServiceLevel.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was measured, held against what is promised: only where the two speak of the same, and only as far as it is known. */
class LevelsTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Taipei");

    private static Measurement measured(String period, int down, Integer... outages) {
        return new Measurement(
                1,
                1,
                "shop",
                "",
                period,
                BigDecimal.valueOf(down),
                Stream.of(outages).map(BigDecimal::valueOf).toList(),
                "monitoring",
                null,
                null,
                null,
                Instant.EPOCH,
                "ann");
    }

    private static MeasuredLevel level(@Nullable Double longest, List<Measurement> measured) {
        Element shop = Element.service("shop")
                .serviceLevel(new ServiceLevel(0.99, Period.MONTH, 1000, List.of(new Credit(0.99, 0.1)), List.of()))
                .build();
        Agreement sla = new Agreement(
                "customers",
                Agreement.Kind.SLA,
                null,
                null,
                Agreement.Covers.WHOLE,
                null,
                Period.MONTH,
                longest,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                null);
        return Levels.of(shop, List.of(sla), measured, ZONE).getFirst();
    }

    private static @Nullable Boolean met(int down, Integer... outages) {
        return level(2.0, List.of(measured("2026-09", down, outages)))
                .items()
                .getFirst()
                .met();
    }

    @Test
    @Tag("row:S5")
    void onlyPeriodsOfTheKindThatIsPromisedAreJudgedAndMakeATrend() {
        List<Measurement> months = IntStream.rangeClosed(1, 6)
                .mapToObj(month -> measured("2026-0" + (7 - month), 400 - 60 * month))
                .toList();
        MeasuredLevel alone = level(null, months);
        assertThat(alone.trend().direction()).isEqualTo("worse");
        MeasuredLevel mixed = level(
                null,
                Stream.of(months.stream(), Stream.of(measured("2025-Q4", 5_000), measured("2024", 50_000)))
                        .flatMap(each -> each)
                        .toList());
        assertThat(mixed.items()).hasSize(8);
        assertThat(mixed.judged()).isEqualTo(6);
        assertThat(mixed.met()).isEqualTo(6);
        assertThat(mixed.trend()).isEqualTo(alone.trend());
        assertThat(mixed.items().getFirst().credit()).isNotNull();
        assertThat(mixed.items().getLast().met()).isNull();
        assertThat(mixed.items().getLast().credit())
                .as("a year is not paid by the rule of a month")
                .isNull();
    }

    @Test
    @Tag("row:S5")
    void whereTheLongestOutageIsNotKnownNobodySaysThatItWasMet() {
        assertThat(met(120)).as("one of two hours at most").isTrue();
        assertThat(met(121)).as("it may have been one").isNull();
        assertThat(met(140, 20)).as("120 minutes are untold").isTrue();
        assertThat(met(200, 20)).isNull();
        assertThat(met(200, 100, 100)).isTrue();
        assertThat(met(200, 121)).isFalse();
        assertThat(met(433)).as("missed anyway: more than 1 % of 720 hours").isFalse();
        MeasuredLevel level = level(2.0, List.of(measured("2026-09", 121), measured("2026-08", 10)));
        assertThat(level.judged()).isEqualTo(1);
    }
}
