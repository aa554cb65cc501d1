package io.holdfast.simulator.engine;

import static io.holdfast.simulator.engine.MethodBuilder.method;
import static io.holdfast.simulator.engine.Runs.elementOf;
import static io.holdfast.simulator.engine.Runs.exponential;
import static io.holdfast.simulator.engine.Runs.fixed;
import static io.holdfast.simulator.engine.Runs.hitting;
import static io.holdfast.simulator.engine.Runs.isCloseTo;
import static io.holdfast.simulator.engine.Runs.repair;
import static io.holdfast.simulator.engine.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.ServiceLevel;
import io.holdfast.simulator.model.ServiceLevel.Credit;
import io.holdfast.simulator.model.ServiceLevel.Period;
import io.holdfast.simulator.result.ElementResult;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Workarounds that end, and credits, against exact answers. */
class ExactEndsTest {

    private static Element host(double repairHours) {
        return Element.asset("host", "host")
                .methods(List.of(repair(fixed(repairHours))))
                .build();
    }

    private static ElementResult paper(double repairHours) {
        Element process = Element.process("p")
                .needs("host")
                .methods(List.of(method(MethodKind.WORKAROUND, fixed(1))
                        .capacity(0.3)
                        .lasts(4)
                        .build()))
                .build();
        return elementOf(run(List.of(host(repairHours), process), hitting(DownState.DAMAGED, "host"), 100, 1), "p");
    }

    @Test
    void aWorkaroundCarriesTheProcessAsLongAsItCanBeKeptUp() {
        ElementResult result = paper(10);
        assertThat(result.recovery().p50().value()).isEqualTo(10);
        assertThat(result.interrupted().p50().value()).isEqualTo(1 + 5);
        assertThat(result.capacity().stream()
                        .filter(point -> point.hours() == 4)
                        .findFirst()
                        .orElseThrow()
                        .mean()
                        .value())
                .isEqualTo(0.3);
        assertThat(result.capacity().stream()
                        .filter(point -> point.hours() == 8)
                        .findFirst()
                        .orElseThrow()
                        .mean()
                        .value())
                .isZero();
    }

    @Test
    void aWorkaroundThatOutlastsTheRepairBridgesIt() {
        ElementResult result = paper(3);
        assertThat(result.recovery().p50().value()).isEqualTo(1);
        assertThat(result.full().p50().value()).isEqualTo(3);
    }

    private static ElementResult.Loss penalty(Element host, ServiceLevel level, long trials) {
        Element service =
                Element.service("s-1").needs("host").serviceLevel(level).build();
        return Objects.requireNonNull(elementOf(
                        run(List.of(host, service), hitting(DownState.DAMAGED, "host"), trials, 1), "s-1")
                .penalty());
    }

    @Test
    void theLowestLimitUndercutAndTheLongestLimitExceededAreBothPaid() {
        ServiceLevel level = new ServiceLevel(
                0.999,
                Period.MONTH,
                1000,
                List.of(new Credit(0.999, 0.1), new Credit(0.99, 0.3)),
                List.of(new Credit(4, 0.05), new Credit(8, 0.2), new Credit(12, 0.4)));
        // ten hours of 730 leave 0.9863 of the month
        assertThat(penalty(host(10), level, 10).mean().value()).isEqualTo(300 + 200);
    }

    @Test
    void neverMoreThanTheFeeIsPaidForAPeriod() {
        ServiceLevel level = new ServiceLevel(
                0.999, Period.MONTH, 1000, List.of(new Credit(0.999, 0.9)), List.of(new Credit(4, 0.5)));
        assertThat(penalty(host(10), level, 10).mean().value()).isEqualTo(1000);
        // 1000 hours touch two months; the outage began in the first
        assertThat(penalty(host(1000), level, 10).mean().value()).isEqualTo(1000 + 900);
    }

    @Test
    void creditsOfExponentialOutagesAreTheirChances() {
        Element host = Element.asset("host", "host")
                .methods(List.of(repair(exponential(6))))
                .build();
        ServiceLevel level = new ServiceLevel(null, Period.MONTH, 1000, List.of(), List.of(new Credit(8, 0.2)));
        double chance = Math.exp(-8.0 / 6);
        Element service =
                Element.service("s-1").needs("host").serviceLevel(level).build();
        ElementResult result = elementOf(run(List.of(host, service), hitting(DownState.DAMAGED, "host")), "s-1");
        isCloseTo(
                Objects.requireNonNull(result.penalty()).mean(), 200 * chance, 200 * Math.sqrt(chance * (1 - chance)));
    }
}
