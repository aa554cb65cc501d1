package io.holdfast.simulator.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.model.Amount;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Demand;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.MethodKind;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A planned switch and the way back against closed forms. */
@Tag("row:D6")
class LiveDrillTest {

    private static Element switchable(String id, double hours, double success, String standby, String... needs) {
        return Element.asset(id, "database")
                .needs(needs)
                .methods(List.of(
                        Plays.method(MethodKind.FAILOVER, Plays.fixed(hours), success, null, "ops", standby),
                        Plays.method(MethodKind.RESTORE, Plays.fixed(100), 1, null, null)))
                .build();
    }

    private static ContinuityModel model(boolean announced, double first, double second) {
        return Plays.model(
                List.of(Plays.team("ops", 2, 0.5, 2)),
                List.of(),
                List.of(
                        Element.asset("here", "host").build(),
                        Element.asset("there", "host")
                                .capacity(new Amount("tps", 80))
                                .build(),
                        switchable("db", 1, first, "there", "here"),
                        switchable("app", 0.5, second, "there", "here"),
                        Element.process("sell")
                                .needs("db", "app")
                                .objectives(Plays.targets(1.5, null))
                                .demand(new Demand("tps", 100, 0))
                                .build(),
                        Element.process("other").needs("here").build()),
                List.of(),
                Plays.drill(Drill.Type.LIVE_FAILOVER, null, announced, "sell"));
    }

    private static DrillDetail.Switch live(TypeOutcome.Estimated type) {
        return (DrillDetail.Switch) type.detail();
    }

    @Test
    void isRolledBackUnlessEverySwitchSucceeds() {
        TypeOutcome.Estimated type = Plays.only(model(true, 0.9, 0.8));
        Plays.chance(live(type).rollback(), 1 - 0.9 * 0.8);
        Plays.chance(type.criteria().getFirst().chance(), 0.9 * 0.8);
        assertThat(live(type).switched()).containsExactly(Id.of("db"), Id.of("app"));
        assertThat(live(type).visible()).containsExactly(Id.of("sell"));
    }

    @Test
    void takesTheSwitchTheStayAndTheWayBack() {
        TypeOutcome.Estimated type = Plays.only(model(true, 1, 1));
        assertThat(type.duration().p50().value()).isCloseTo(1 + 2 + 1, within(1e-9));
        assertThat(live(type).switching().p50().value()).isCloseTo(1, within(1e-9));
        assertThat(live(type).back().p50().value()).isCloseTo(1, within(1e-9));
        Plays.mean(Plays.only(model(true, 0.9, 0.8)).duration().mean(), 0.72 * 4 + 0.28 * 2, 1);
    }

    @Test
    void letsCustomersNoticeTheSwitchAndTheWayBack() {
        ProductionRisk risk = Plays.only(model(true, 1, 1)).risk();
        assertThat(risk.why()).isEqualTo(ProductionRisk.Why.SIMULATED);
        assertThat(risk.chance().value()).isEqualTo(1);
        assertThat(java.util.Objects.requireNonNull(risk.length()).p50().value())
                .isCloseTo(2, within(1e-9));
    }

    @Test
    void aRolledBackSwitchIsDownInOneStretchAndMissesItsTarget() {
        TypeOutcome.Estimated type = Plays.only(model(true, 0, 1));
        assertThat(type.criteria().get(1).chance().value()).isZero();
        assertThat(Plays.only(model(true, 1, 1)).criteria().get(1).chance().value())
                .isEqualTo(1);
        assertThat(java.util.Objects.requireNonNull(type.risk().length()).p50().value())
                .isCloseTo(2, within(1e-9));
    }

    @Test
    void bindsTheCrewsBothWays() {
        Plays.mean(Plays.only(model(true, 0.9, 0.8)).peopleHours().mean(), 2 * 1.5, 0.1);
    }

    @Test
    void carriesTheDemandAtTheStandbyOrSaysThatItCannot() {
        TypeOutcome.Estimated type = Plays.only(model(true, 1, 1));
        DrillDetail.Headroom room = live(type).headroom().getFirst();
        assertThat(room.p50().value()).isCloseTo(80 - 100, within(1e-9));
        assertThat(room.belowZero().value()).isEqualTo(1);
        assertThat(type.passed().value()).isZero();
        DrillRequest atNight = new DrillRequest(Id.of("d"), Plays.TRIALS, 42, 2, null, null, 2, 0.5, 0);
        TypeOutcome.Estimated night = Plays.only(Plays.result(model(true, 1, 1), atNight));
        assertThat(live(night).headroom().getFirst().p50().value()).isCloseTo(80 - 50, within(1e-9));
        assertThat(night.passed().value()).isEqualTo(1);
    }

    @Test
    void tellsHoursApartOnlyWherePeopleHaveToCome() {
        assertThat(live(Plays.only(model(true, 1, 1))).window().best()).isNull();
        DrillDetail.Window window = live(Plays.only(model(false, 1, 1))).window();
        assertThat(window.best()).isEqualTo(DrillDetail.Window.Best.OFFICE);
        assertThat(java.util.Objects.requireNonNull(window.office()).p50().value())
                .isCloseTo(0.5 + 1 + 1, within(1e-9));
        assertThat(java.util.Objects.requireNonNull(window.off()).p50().value()).isCloseTo(2 + 1 + 1, within(1e-9));
    }

    @Test
    void switchesWhatTheStandbyNeedsAsWellAndNothingElse() {
        ContinuityModel model = Plays.model(
                List.of(Plays.team("ops", 9, 0, 0)),
                List.of(),
                List.of(
                        switchable("power-here", 1, 1, "power-there"),
                        switchable("power-there", 1, 1, "power-here"),
                        switchable("db", 1, 1, "power-there", "power-here"),
                        Element.asset("app", "application")
                                .needs("db", "power-here")
                                .methods(List.of(Plays.method(
                                        MethodKind.FAILOVER, Plays.fixed(1), 1, null, null, "db", "power-there")))
                                .build()),
                List.of(),
                Plays.drill(Drill.Type.LIVE_FAILOVER, null, true, "app"));
        assertThat(live(Plays.only(model)).switched()).containsExactly(Id.of("db"), Id.of("app"));
    }

    @Test
    void teachesOfTheSwitchItselfWithoutAScenario() {
        DrillRequest asked = new DrillRequest(Id.of("d"), 200, 42, 2, null, null, 2, 1, 200);
        Teaching teaching =
                Plays.only(Plays.result(model(true, 0.97, 1), asked)).teaching();
        assertThat(teaching.status()).isEqualTo(Teaching.Status.ESTIMATED);
        assertThat(teaching.element()).isEqualTo(Id.of("sell"));
        assertThat(teaching.lessons())
                .extracting(lesson -> lesson.input().owner().value())
                .isSubsetOf("db", "app");
        assertThat(teaching.lessons().getFirst().input().quantity().name()).isIn("DURATION", "SUCCESS");
        assertThat(teaching.expectedReduction()).isBetween(0.2, 0.6);
    }

    @Test
    void isRefusedWhereNothingCanFailOver() {
        ContinuityModel model = Plays.model(
                List.of(),
                List.of(),
                List.of(Element.asset("db", "database").build()),
                List.of(),
                Plays.drill(Drill.Type.LIVE_FAILOVER, null, true, "db"));
        DrillOutcome outcome = Plays.outcome(model, Plays.request(1));
        assertThat(((DrillOutcome.Refused) outcome).problems().getFirst().code())
                .isEqualTo("drill-no-failover");
    }
}
