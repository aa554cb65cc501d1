package io.holdfast.simulator.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.MethodData;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.UncertainHours;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Restores aside from production against closed forms. */
@Tag("row:D4")
class RestoreDrillTest {

    private static final MethodData DAILY = new MethodData.Backup(24, 1, 1);

    private static Element store(String id, UncertainHours duration, double success, @Nullable Double rpo) {
        RecoveryMethod restore = Plays.method(MethodKind.RESTORE, duration, success, DAILY, "ops");
        return Element.asset(id, "database")
                .needs("host")
                .objectives(Plays.targets(null, rpo))
                .methods(List.of(Plays.method(MethodKind.FAILOVER, Plays.fixed(0.1), 1, null, null), restore))
                .build();
    }

    private static ContinuityModel model(int people, @Nullable Scenario scenario, Element... stores) {
        Element host = Element.asset("host", "host").build();
        List<Element> elements = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(host), List.of(stores).stream())
                .toList();
        return Plays.model(
                List.of(Plays.team("ops", people, 0.5, 2)),
                List.of(),
                elements,
                scenario == null ? List.of() : List.of(scenario),
                Plays.drill(
                        Drill.Type.DATA_RECOVERY,
                        scenario == null ? null : "event",
                        scenario == null,
                        List.of(stores).stream().map(each -> each.id().value()).toArray(String[]::new)));
    }

    private static UncertainHours exponential(double mean) {
        return UncertainHours.of(new Distribution.Exponential(mean));
    }

    private static DrillDetail.Store first(TypeOutcome.Estimated type) {
        return ((DrillDetail.Restores) type.detail()).stores().getFirst();
    }

    @Test
    void takesTheSumWithOneCrewAndTheLongerWithTwo() {
        Element a = store("a", Plays.fixed(2), 1, null);
        Element b = store("b", Plays.fixed(3), 1, null);
        assertThat(Plays.only(model(1, null, a, b)).duration().p50().value()).isCloseTo(5, within(1e-9));
        assertThat(Plays.only(model(2, null, a, b)).duration().p50().value()).isCloseTo(3, within(1e-9));
    }

    @Test
    void isTheMaximumOfExponentialsWithACrewForEach() {
        Element a = store("a", exponential(2), 1, null);
        Element b = store("b", exponential(2), 1, null);
        Plays.mean(Plays.only(model(2, null, a, b)).duration().mean(), 2 * 1.5, 2.3);
        Plays.mean(Plays.only(model(1, null, a, b)).duration().mean(), 4, 2.9);
    }

    @Test
    void bindsTheCrewWhileItWorksHoweverManyThereAre() {
        Element a = store("a", exponential(2), 0.5, null);
        Element b = store("b", exponential(2), 1, null);
        Plays.mean(Plays.only(model(1, null, a, b)).peopleHours().mean(), 4, 2.9);
        Plays.mean(Plays.only(model(2, null, a, b)).peopleHours().mean(), 4, 2.9);
    }

    @Test
    @Tag("row:D14")
    void restoresWhatPassesItsIntegrityCheckAndComparesTheCopyWithTheRpo() {
        TypeOutcome.Estimated type = Plays.only(model(1, null, store("a", Plays.fixed(2), 0.9, 13.0)));
        Plays.chance(first(type).restored(), 0.9);
        Plays.chance(first(type).duration().never(), 0.1);
        Plays.chance(type.criteria().get(1).chance(), 0.9 * 0.5);
        Plays.chance(type.passed(), 0.45);
        Plays.mean(first(type).dataLoss().mean(), 13, 7);
        assertThat(type.duration().p95().value()).isCloseTo(2, within(1e-9));
    }

    @Test
    void copiesYoungerThanTheWrongDataAreUseless() {
        Scenario event = new Scenario(
                io.holdfast.simulator.model.Id.of("event"),
                Label.NONE,
                null,
                null,
                List.of(Hit.on("a", DownState.CORRUPTED)),
                Plays.fixed(4),
                Plays.fixed(100),
                null,
                Plays.fixed(30),
                1,
                1,
                Scenario.OfficeHours.OFF,
                8760);
        TypeOutcome.Estimated type = Plays.only(model(1, event, store("a", Plays.fixed(2), 1, null)));
        Double p50 = first(type).dataLoss().p50().value();
        assertThat(p50).isNotNull().isBetween(41.5, 42.5);
        assertThat(type.duration().p50().value())
                .as(
                        "unannounced: detection, the way to the place outside office hours, the restore; nothing is declared")
                .isCloseTo(4 + 2 + 2, within(1e-9));
    }

    @Test
    void aSwitchToAReplicaIsNoRestore() {
        Element replica = Element.asset("a", "database")
                .methods(List.of(Plays.method(
                        MethodKind.FAILOVER, Plays.fixed(1), 1, new MethodData.Replica(Plays.fixed(0)), null)))
                .build();
        DrillOutcome outcome = Plays.outcome(model(1, null, replica), Plays.request(1));
        assertThat(outcome).isInstanceOf(DrillOutcome.Refused.class);
        assertThat(((DrillOutcome.Refused) outcome).problems().getFirst().code())
                .isEqualTo("drill-no-store");
    }

    @Test
    void putsNothingOfProductionAtRisk() {
        ProductionRisk risk =
                Plays.only(model(1, null, store("a", Plays.fixed(2), 1, null))).risk();
        assertThat(risk.chance().high()).isZero();
        assertThat(risk.why()).isEqualTo(ProductionRisk.Why.ASIDE_FROM_PRODUCTION);
    }
}
