package io.holdfast.simulator.engine;

import static io.holdfast.simulator.engine.MethodBuilder.method;
import static io.holdfast.simulator.engine.Runs.TRIALS;
import static io.holdfast.simulator.engine.Runs.chance;
import static io.holdfast.simulator.engine.Runs.elementOf;
import static io.holdfast.simulator.engine.Runs.exponential;
import static io.holdfast.simulator.engine.Runs.fixed;
import static io.holdfast.simulator.engine.Runs.hitting;
import static io.holdfast.simulator.engine.Runs.isCloseTo;
import static io.holdfast.simulator.engine.Runs.one;
import static io.holdfast.simulator.engine.Runs.repair;
import static io.holdfast.simulator.engine.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.model.Amount;
import io.holdfast.simulator.model.Demand;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Impact;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.result.ElementResult;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Money and headroom against exact answers; four standard errors where chance plays a part. */
class ExactMeasuresTest {

    private static ElementResult.Loss loss(ElementResult result) {
        return Objects.requireNonNull(result.loss());
    }

    private static ElementResult.Headroom headroom(ElementResult result) {
        return Objects.requireNonNull(result.headroom());
    }

    @Test
    void lossIsPiecewiseLinearAndItsLastSlopeGoesOn() {
        Element process = Element.process("p")
                .impact(new Impact(
                        List.of(new Impact.Point(0, 0), new Impact.Point(4, 200), new Impact.Point(24, 5000)),
                        false,
                        Map.of()))
                .methods(List.of(repair(exponential(3))))
                .build();
        ElementResult result = elementOf(run(List.of(process), hitting(DownState.DAMAGED, "p")), "p");
        // integral of the slopes 50 and 240 times P(T > t); the deviation is below 240 * sqrt(E T^2)
        double exact = 50 * 3 * (1 - Math.exp(-4.0 / 3)) + 240 * 3 * Math.exp(-4.0 / 3);
        isCloseTo(loss(result).mean(), exact, 240 * 3 * Math.sqrt(2));
        // the 95 % quantile of the loss is the loss at that of the time
        double p95 = -3 * Math.log(0.05);
        assertThat(loss(result).p95().value())
                .isCloseTo(200 + 240 * (p95 - 4), within(240 * 4 * 3 * Math.sqrt(0.95 / (0.05 * TRIALS)) + 3));
    }

    @Test
    void theMissingShareIsChargedUntilFullRestoration() {
        Element process = Element.process("p")
                .impact(new Impact(List.of(new Impact.Point(0, 0), new Impact.Point(1, 100)), true, Map.of()))
                .methods(List.of(
                        method(MethodKind.FAILOVER, fixed(1)).capacity(0.6).build(),
                        method(MethodKind.RESTORE, exponential(4)).build()))
                .build();
        ElementResult result = elementOf(run(List.of(process), hitting(DownState.DESTROYED, "p")), "p");
        isCloseTo(loss(result).mean(), 100 + 40 * 4, 40 * 4);
    }

    @Test
    void theOtherHostCarriesAllWhenOneIsLost() {
        List<Element> elements = List.of(
                host("h0"),
                host("h1"),
                Element.process("p")
                        .demand(new Demand("tps", 120, 0))
                        .needs(List.of(
                                new Need.Pool(List.of(one("h0"), one("h1")), List.of(1.0, 1.0), 1, NeedTerms.NONE)))
                        .build());
        Hit hit = new Hit(List.of(Id.of("h0")), null, null, null, null, null, 0.3, false, DownState.DAMAGED);
        ElementResult result = elementOf(run(elements, Scenario.of("s", List.of(hit), null)), "p");
        // 100 - 60 in normal running, 100 - 120 with one host
        chance(headroom(result).belowZero(), 0.3);
        assertThat(headroom(result).p05().value()).isEqualTo(-20);
        assertThat(headroom(result).p50().value()).isEqualTo(40);
        assertThat(result.disrupted().value()).isZero();
    }

    @Test
    void demandIsMultipliedAndInterimCapacityCounts() {
        Element db = Element.asset("db", "database")
                .capacity(new Amount("tps", 200))
                .methods(List.of(
                        method(MethodKind.FAILOVER, fixed(1)).capacity(0.6).build(),
                        method(MethodKind.RESTORE, fixed(4)).build()))
                .build();
        Element process = Element.process("p")
                .demand(new Demand("tps", 100, 0))
                .needs("db")
                .build();
        Scenario base = hitting(DownState.DESTROYED, "db");
        Scenario busy = new Scenario(
                base.id(), base.label(), null, null, base.hits(), null, null, null, null, 1, 1.5, base.when(), 8760);
        ElementResult result = elementOf(run(List.of(db, process), busy, 1000, 1), "p");
        assertThat(headroom(result).p50().value()).isEqualTo(200 * 0.6 - 150);
        assertThat(headroom(result).degraded().value()).isEqualTo(1);
        assertThat(result.recovery().p50().value()).isEqualTo(1);
        assertThat(result.full().p50().value()).isEqualTo(5);
    }

    private static Element host(String id) {
        return Element.asset(id, "host")
                .capacity(new Amount("tps", 100))
                .methods(List.of(repair(exponential(2))))
                .build();
    }
}
