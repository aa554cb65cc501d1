package io.holdfast.simulator.engine;

import static io.holdfast.simulator.engine.MethodBuilder.method;
import static io.holdfast.simulator.engine.Runs.TRIALS;
import static io.holdfast.simulator.engine.Runs.chance;
import static io.holdfast.simulator.engine.Runs.elementOf;
import static io.holdfast.simulator.engine.Runs.exponential;
import static io.holdfast.simulator.engine.Runs.fixed;
import static io.holdfast.simulator.engine.Runs.hitting;
import static io.holdfast.simulator.engine.Runs.one;
import static io.holdfast.simulator.engine.Runs.repair;
import static io.holdfast.simulator.engine.Runs.rto;
import static io.holdfast.simulator.engine.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.UncertainHours;
import io.holdfast.simulator.result.ElementResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds, pools, soft needs and interim capacity against exact answers; four standard errors each. */
class ExactServingTest {

    private static NeedTerms terms(@Nullable UncertainHours holdsFor, @Nullable Double soft) {
        return new NeedTerms(null, holdsFor, soft, null, null, Map.of());
    }

    private static Objectives goals(double rto, @Nullable Double mbco) {
        return new Objectives(null, rto, null, mbco, null, null);
    }

    private static double meanAt(ElementResult result, double hours) {
        return result.capacity().stream()
                .filter(point -> point.hours() == hours)
                .findFirst()
                .orElseThrow()
                .mean()
                .value();
    }

    @Test
    void aHoldBridgesWhatEndsBeforeIt() {
        Element power = Element.asset("power", "power").build();
        Element app = Element.asset("app", "application")
                .needs(List.of(new Need.AllOf(List.of(one("power")), terms(exponential(3), null))))
                .objectives(rto(1))
                .build();
        Scenario scenario = ExactRecoveryTest.scenario(
                hitting(DownState.OUTAGE, "power").hits(), null, exponential(2), Scenario.OfficeHours.ANY, 8760);
        ElementResult result = elementOf(run(List.of(power, app), scenario), "app");
        // the outage, Exp(2), outlives the hold, Exp(3), with chance (1/3) / (1/3 + 1/2), and then by Exp(2)
        chance(result.disrupted(), 0.4);
        chance(result.recovery().withinRto(), 0.6 + 0.4 * (1 - Math.exp(-0.5)));
    }

    @Test
    void aPoolIsMetByItsMinimumAndDeliversItsSum() {
        List<Element> elements = new ArrayList<>(IntStream.range(0, 3)
                .mapToObj(i -> Element.asset("h" + i, "host")
                        .methods(List.of(repair(exponential(2))))
                        .build())
                .toList());
        elements.add(Element.process("p")
                .needs(List.of(new Need.Pool(
                        List.of(one("h0"), one("h1"), one("h2")), List.of(0.4, 0.4, 0.4), 0.8, NeedTerms.NONE)))
                .objectives(rto(1))
                .build());
        ElementResult result = elementOf(run(elements, hitting(DownState.DAMAGED, "h0", "h1", "h2")), "p");
        double p = 1 - Math.exp(-0.5);
        chance(result.recovery().withinRto(), p * p * (3 - 2 * p));
        assertThat(meanAt(result, 1)).isCloseTo(0.8 * 3 * p * p * (1 - p) + p * p * p, within(4 * 0.5 / 447));
    }

    @Test
    void aSoftNeedLeavesItsShare() {
        Element db = Element.asset("db", "database")
                .methods(List.of(repair(exponential(2))))
                .build();
        List<Need> needs = List.of(new Need.AllOf(List.of(one("db")), terms(null, 0.3)));
        Element modest =
                Element.service("modest").needs(needs).objectives(rto(1)).build();
        Element strict =
                Element.service("strict").needs(needs).objectives(goals(2, 0.5)).build();
        var result = run(List.of(db, modest, strict), hitting(DownState.DAMAGED, "db"));
        assertThat(elementOf(result, "modest").disrupted().value()).isZero();
        assertThat(meanAt(elementOf(result, "modest"), 1))
                .isCloseTo(1 - 0.7 * Math.exp(-0.5), within(4 * 0.35 / Math.sqrt(TRIALS)));
        // standard error of the median of Exp(2): 2 / sqrt(n)
        assertThat(elementOf(result, "modest").full().p50().value())
                .isCloseTo(2 * Math.log(2), within(4 * 2 / Math.sqrt(TRIALS)));
        chance(elementOf(result, "strict").recovery().withinRto(), 1 - Math.exp(-1));
    }

    @Test
    void interimServesBeforeFull() {
        Element db = Element.asset("db", "database")
                .objectives(goals(1, 0.5))
                .methods(List.of(
                        method(MethodKind.FAILOVER, fixed(1)).capacity(0.6).build(),
                        method(MethodKind.RESTORE, exponential(4)).build()))
                .build();
        ElementResult result = elementOf(run(List.of(db), hitting(DownState.DESTROYED, "db")), "db");
        assertThat(result.recovery().p95().value()).isEqualTo(1);
        assertThat(result.full().p50().value()).isCloseTo(1 + 4 * Math.log(2), within(4 * 4 / Math.sqrt(TRIALS)));
        assertThat(meanAt(result, 4)).isCloseTo(1 - 0.4 * Math.exp(-3.0 / 4), within(4 * 0.2 / Math.sqrt(TRIALS)));
    }

    @Test
    void theRestartBeginsWhenTheNeedIsBack() {
        Element power = Element.asset("power", "power")
                .methods(List.of(repair(fixed(1))))
                .build();
        Element app = Element.asset("app", "application")
                .needs("power")
                .restart(fixed(2))
                .build();
        var result = run(List.of(power, app), hitting(DownState.DAMAGED, "power"));
        assertThat(elementOf(result, "app").recovery().p50().value()).isEqualTo(3);
        assertThat(elementOf(result, "power").recovery().p50().value()).isEqualTo(1);
    }
}
