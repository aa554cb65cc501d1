package io.holdfast.simulator.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.UncertainHours;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The scenario in a parallel environment against closed forms. */
@Tag("row:D5")
class ScenarioDrillTest {

    private static ContinuityModel model(boolean announced, @Nullable String scenario, double rto) {
        Element db = Element.asset("db", "database")
                .methods(List.of(Plays.method(
                        MethodKind.REPAIR, UncertainHours.of(new Distribution.Exponential(2)), 1, null, "ops")))
                .build();
        Element far = Element.asset("far", "database")
                .methods(List.of(Plays.method(MethodKind.REPAIR, Plays.fixed(50), 1, null, "ops")))
                .build();
        Element sell = Element.process("sell")
                .needs("db")
                .objectives(Plays.targets(rto, null))
                .build();
        Scenario fire = Plays.with(
                Scenario.of("fire", List.of(Hit.on("db", DownState.DAMAGED), Hit.on("far", DownState.DAMAGED)), null),
                Plays.fixed(3),
                Plays.fixed(1));
        return Plays.model(
                List.of(Plays.team("ops", 2, 0.5, 2)),
                List.of(),
                List.of(db, far, sell),
                List.of(fire),
                Plays.drill(Drill.Type.SCENARIO, scenario, announced, "sell"));
    }

    @Test
    void takesDecisionWayAndRepairWhenAnnounced() {
        TypeOutcome.Estimated type = Plays.only(model(true, "fire", 3.5));
        Plays.mean(type.duration().mean(), 1 + 0.5 + 2, 2);
        Plays.chance(type.passed(), 1 - Math.exp(-1));
        assertThat(type.criteria()).hasSize(1);
        assertThat(type.criteria().getFirst().kind()).isEqualTo(Criterion.Kind.WITHIN_RTO);
        assertThat(((DrillDetail.Timeline) type.detail()).disrupted().value()).isEqualTo(1);
    }

    @Test
    @Tag("row:D7")
    void addsDetectionAndARandomHourWhenUnannounced() {
        double off = 128.0 / 168;
        Plays.mean(Plays.only(model(false, "fire", 3.5)).duration().mean(), 3 + 1 + off * 2 + (1 - off) * 0.5 + 2, 2.2);
    }

    @Test
    void theRequestMayOverruleTheMode() {
        DrillRequest loud = new DrillRequest(
                io.holdfast.simulator.model.Id.of("d"), Plays.TRIALS, 42, 2, Boolean.TRUE, null, 1, 1, 0);
        DrillResult result = Plays.result(model(false, "fire", 3.5), loud);
        assertThat(result.announced()).isTrue();
        Plays.mean(Plays.only(result).duration().mean(), 3.5, 2);
    }

    @Test
    void countsOnlyThePeopleThatTheScopeNeeds() {
        Plays.mean(Plays.only(model(true, "fire", 3.5)).peopleHours().mean(), 2, 2);
    }

    @Test
    void playsAParallelEnvironment() {
        ProductionRisk risk = Plays.only(model(true, "fire", 3.5)).risk();
        assertThat(risk.chance().value()).isCloseTo(0, within(0.0));
        assertThat(risk.why()).isEqualTo(ProductionRisk.Why.PARALLEL_ENVIRONMENT);
    }

    @Test
    void isRefusedWithoutAScenario() {
        DrillOutcome outcome = Plays.outcome(model(true, null, 3.5), Plays.request(1));
        assertThat(outcome).isInstanceOf(DrillOutcome.Refused.class);
        assertThat(((DrillOutcome.Refused) outcome).problems().getFirst().code())
                .isEqualTo("drill-no-scenario");
    }
}
