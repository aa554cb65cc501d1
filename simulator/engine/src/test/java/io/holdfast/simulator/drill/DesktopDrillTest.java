package io.holdfast.simulator.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.model.Contact;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Plan;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.result.Finding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The response chain against what can be worked out by hand. */
@Tag("row:D3")
class DesktopDrillTest {

    private static final Scenario FIRE = Plays.with(
            Scenario.of("fire", List.of(Hit.on("db", DownState.DAMAGED)), null), Plays.fixed(0.5), Plays.fixed(1));

    private static ContinuityModel model(boolean announced, double rto, Contact... contacts) {
        Element db = Element.asset("db", "database")
                .objectives(Plays.targets(rto, null))
                .methods(List.of(Plays.method(MethodKind.REPAIR, Plays.fixed(2), 1, null, "ops")))
                .build();
        return Plays.model(
                List.of(Plays.team("ops", 3, 0.5, 1.5), Plays.team("idle", 3, 9, 9)),
                List.of(contacts),
                List.of(db),
                List.of(FIRE),
                Plays.drill(Drill.Type.DESKTOP, "fire", announced, "db"));
    }

    private static ContinuityModel twoContacts(boolean announced, double rto) {
        return model(
                announced,
                rto,
                Plays.contact("lead", "ops", 0.8, 0.25, "second"),
                Plays.contact("second", "ops", 0.9, 0.5, null));
    }

    private static DrillDetail.CallTree tree(TypeOutcome.Estimated type) {
        return (DrillDetail.CallTree) type.detail();
    }

    private static double met(TypeOutcome.Estimated type, Criterion.Kind kind) {
        return type.criteria().stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow()
                .chance()
                .value();
    }

    @Test
    void reachesATeamUnlessLeadAndDeputyBothDoNotAnswer() {
        TypeOutcome.Estimated type = Plays.only(twoContacts(true, 4));
        assertThat(tree(type).teams()).hasSize(1);
        DrillDetail.CalledTeam ops = tree(type).teams().getFirst();
        Plays.chance(ops.alerted(), 1 - 0.2 * 0.1);
        Plays.chance(type.criteria().getFirst().chance(), 0.98);
        Plays.mean(ops.alertedAt().mean(), (0.8 * 0.25 + 0.2 * 0.9 * 0.75) / 0.98, 0.2);
        assertThat(ops.alertedAt().p50().value()).isCloseTo(0.25, within(1e-9));
        assertThat(ops.alertedAt().p95().value()).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void decidesAfterTheCallAndMakesItsWayAfterTheDecision() {
        TypeOutcome.Estimated type = Plays.only(twoContacts(true, 4));
        assertThat(tree(type).decided().p50().value()).isCloseTo(1.25, within(1e-9));
        assertThat(tree(type).response().p50().value()).isCloseTo(1.75, within(1e-9));
        Plays.mean(type.duration().mean(), 0.8 * 1.75 + 0.18 * 2.25 + 0.02 * 0.75, 0.4);
        assertThat(type.duration().never().value()).isZero();
        Plays.chance(tree(type).response().never(), 0.02);
    }

    @Test
    void bindsOnePersonOfATeamFromTheCallToTheEnd() {
        Plays.mean(Plays.only(twoContacts(true, 4)).peopleHours().mean(), 0.98 * 1.5, 0.3);
    }

    @Test
    void leavesTheRecoveryItsTimeOnlyWhereTheLeadAnswers() {
        TypeOutcome.Estimated type = Plays.only(twoContacts(true, 4));
        Criterion time = type.criteria().get(1);
        assertThat(time.kind()).isEqualTo(Criterion.Kind.RESPONSE_LEAVES_TIME);
        assertThat(time.targetHours()).isCloseTo(2.0, within(1e-9));
        Plays.chance(time.chance(), 0.8);
        Plays.chance(type.passed(), 0.8);
    }

    @Test
    void addsDetectionAndARandomHourWhenUnannounced() {
        TypeOutcome.Estimated type = Plays.only(twoContacts(false, 4));
        double off = 128.0 / 168;
        double way = off * 1.5 + (1 - off) * 0.5;
        Plays.mean(tree(type).response().mean(), 0.5 + (0.8 * 0.25 + 0.18 * 0.75) / 0.98 + 1 + way, 0.6);
    }

    @Test
    void callsEverybodyInACircleOfDeputiesOnce() {
        ContinuityModel circle =
                model(true, 4, Plays.contact("a", "ops", 0.5, 0.25, "b"), Plays.contact("b", "ops", 0.5, 0.25, "a"));
        TypeOutcome.Estimated type = Plays.only(circle);
        Plays.chance(tree(type).teams().getFirst().alerted(), 0.75);
        assertThat(type.gaps()).extracting(Finding::code).contains("deputies-in-a-circle");
    }

    @Test
    void aTeamWithoutContactIsNeverAlertedAndIsAGap() {
        TypeOutcome.Estimated type = Plays.only(model(true, 4));
        assertThat(met(type, Criterion.Kind.EVERY_TEAM_ALERTED)).isZero();
        assertThat(type.passed().value()).isZero();
        assertThat(type.gaps()).extracting(Finding::code).contains("team-without-contact");
    }

    @Test
    void touchesNothingOfProduction() {
        ProductionRisk risk = Plays.only(twoContacts(true, 4)).risk();
        assertThat(risk.chance().high()).isZero();
        assertThat(risk.why()).isEqualTo(ProductionRisk.Why.ON_PAPER);
    }

    @Test
    void findsTargetsOutOfReach() {
        TypeOutcome.Estimated type = Plays.only(twoContacts(true, 1));
        assertThat(type.gaps()).extracting(Finding::code).contains("target-likely-missed", "method-slower-than-target");
        assertThat(type.criteria()).extracting(Criterion::kind).containsExactly(Criterion.Kind.EVERY_TEAM_ALERTED);
        assertThat(Plays.only(twoContacts(true, 5)).gaps())
                .extracting(Finding::code)
                .doesNotContain("target-likely-missed", "method-slower-than-target");
    }

    @Test
    @Tag("row:D10")
    void findsMandatoryFieldsAndStepsWithoutOwner() {
        ContinuityModel base = twoContacts(true, 5);
        assertThat(Plays.only(base).gaps())
                .extracting(Finding::kind)
                .contains(
                        Finding.Kind.DRILL_PURPOSE_MISSING,
                        Finding.Kind.DRILL_SCENARIO_NOT_DESCRIBED,
                        Finding.Kind.DRILL_TIMING_MISSING,
                        Finding.Kind.DRILL_STEPS_MISSING,
                        Finding.Kind.DRILL_RESOURCES_MISSING,
                        Finding.Kind.DRILL_PARTICIPANTS_MISSING,
                        Finding.Kind.DRILL_NOTIFICATION_MISSING);
        Label written = new Label(
                null,
                Map.of(),
                "ops",
                "to practise",
                List.of(),
                null,
                Map.of("x-timing", "9:00", "x-resources", "room", "x-notification", "by mail", "x-scenario", "a fire"));
        Drill whole = new Drill(
                Id.of("d"),
                written,
                List.of(Drill.Type.DESKTOP),
                List.of(Id.of("db")),
                Id.of("fire"),
                true,
                List.of(Map.of("name", "call", "owner", "ops"), Map.of("name", "decide")));
        List<Finding> gaps = Plays.only(with(base, whole, null)).gaps();
        assertThat(gaps).extracting(Finding::code).containsExactly("drill-step-without-owner");
        assertThat(gaps.getFirst().facts()).containsEntry("step", "2").containsEntry("name", "decide");
    }

    private static ContinuityModel with(ContinuityModel model, Drill drill, @Nullable Plan plan) {
        return new ContinuityModel(
                model.label(),
                null,
                null,
                List.of(),
                model.teams(),
                model.contacts(),
                model.elements(),
                plan == null ? List.of() : List.of(plan),
                model.scenarios(),
                List.of(drill));
    }

    @Test
    @Tag("row:B17")
    void judgesDatesAsOfTheDayThatIsGivenAndNeverByAClock() {
        ContinuityModel base = twoContacts(true, 5);
        Label reviewed = new Label(null, Map.of(), null, null, List.of(), null, Map.of("x-reviewed", "2025-03-01"));
        Plan plan = new Plan(Id.of("p"), reviewed, List.of(Id.of("db")), List.of());
        ContinuityModel dated = with(base, base.drills().getFirst(), plan);
        assertThat(codes(dated, null)).contains("dates-not-judged").doesNotContain("plan-out-of-date");
        assertThat(codes(dated, "2026-03-01")).doesNotContain("plan-out-of-date", "dates-not-judged");
        assertThat(codes(dated, "2026-03-02")).contains("plan-out-of-date").doesNotContain("dates-not-judged");
    }

    private static List<String> codes(ContinuityModel model, @Nullable String day) {
        DrillDay asOf = day == null ? null : new DrillDay(day);
        DrillRequest request = new DrillRequest(Id.of("d"), 100, 1, 1, null, asOf, 1, 1, 0);
        return Plays.only(Plays.result(model, request)).gaps().stream()
                .map(Finding::code)
                .toList();
    }
}
