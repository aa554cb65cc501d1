package io.holdfast.service.plan.internal;

import static io.holdfast.service.plan.internal.Plots.asset;
import static io.holdfast.service.plan.internal.Plots.method;
import static io.holdfast.service.plan.internal.Plots.needing;
import static io.holdfast.service.plan.internal.Plots.plan;
import static io.holdfast.service.plan.internal.Plots.process;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.service.plan.ContinuityPlan;
import io.holdfast.service.plan.ContinuityPlan.Gap;
import io.holdfast.service.plan.ContinuityPlan.TeamNeed;
import io.holdfast.service.plan.Named;
import io.holdfast.service.plan.PlanState;
import io.holdfast.service.plan.Step;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.MethodKind;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlanBuilderTest {

    private static List<String> elements(List<Step> steps) {
        return steps.stream().map(step -> step.element().id()).toList();
    }

    @Test
    @Tag("row:B13")
    void aStepComesAfterTheStepsThatItNeeds() {
        ContinuityPlan plan = plan(
                DownState.DESTROYED,
                List.of("app", "db", "host"),
                process("pay", "app"),
                asset("app", needing("db"), method(MethodKind.REBUILD, 1)),
                asset("db", needing("host"), method(MethodKind.RESTORE, 3)),
                asset("host", List.of(), method(MethodKind.REPLACE, 2)));
        assertThat(elements(plan.recovery())).containsExactly("host", "db", "app");
        assertThat(plan.reconstitution()).isEmpty();
        assertThat(plan.recovery().getLast().prerequisites().getFirst().steps()).containsExactly(2);
        assertThat(plan.validation()).extracting(check -> check.element().id()).containsExactly("pay");
    }

    @Test
    void aNeedWithoutAStepOfItsOwnLeadsToTheStepBehindIt() {
        ContinuityPlan plan = plan(
                DownState.DESTROYED,
                List.of("app", "host"),
                process("pay", "app"),
                asset("app", needing("cluster"), method(MethodKind.REBUILD, 1)),
                asset("cluster", needing("host")),
                asset("host", List.of(), method(MethodKind.REPLACE, 2)));
        assertThat(elements(plan.recovery())).containsExactly("host", "app");
        assertThat(plan.recovery().getLast().prerequisites().getFirst().of())
                .containsExactly(new Named("cluster", "cluster"));
        assertThat(plan.recovery().getLast().prerequisites().getFirst().steps()).containsExactly(1);
    }

    @Test
    void whatTheProcessDoesNotWaitForIsRebuiltLater() {
        ContinuityPlan plan = plan(
                DownState.DESTROYED,
                List.of("primary"),
                process("pay", "db"),
                asset("db", needing("primary"), Plots.failover(0.1, 1, "standby"), method(MethodKind.RESTORE, 1)),
                asset("primary", List.of(), method(MethodKind.REPLACE, 500)),
                asset("standby", List.of()));
        assertThat(elements(plan.recovery())).containsExactly("db");
        assertThat(elements(plan.reconstitution())).containsExactly("primary");
    }

    @Test
    @Tag("row:B13")
    @Tag("row:B15")
    void anInterimSolutionIsRetiredByALaterStep() {
        ContinuityPlan plan = plan(
                DownState.DESTROYED,
                List.of("db"),
                process("pay", "db"),
                asset("db", List.of(), Plots.failover(0.1, 0.6, "standby"), method(MethodKind.REBUILD, 40)),
                asset("standby", List.of()));
        assertThat(elements(plan.recovery())).containsExactly("db");
        assertThat(plan.recovery().getFirst().capacity()).isEqualTo(0.6);
        assertThat(elements(plan.reconstitution())).containsExactly("db");
        assertThat(plan.interim()).singleElement().satisfies(each -> {
            assertThat(each.step()).isEqualTo(1);
            assertThat(each.retiredBy()).isEqualTo(2);
        });
        assertThat(plan.recovery().getFirst().otherwise().getFirst().step()).isEqualTo(2);
    }

    @Test
    void aMethodThatIsTriedWhenAnotherFailsStandsBesideIt() {
        ContinuityPlan plan = plan(
                DownState.DAMAGED,
                List.of("db"),
                process("pay", "db"),
                asset("db", List.of(), Plots.uncertain(MethodKind.REPAIR, 1, 0.7), method(MethodKind.REBUILD, 5)));
        Step step = plan.recovery().getFirst();
        assertThat(plan.recovery()).hasSize(1);
        assertThat(step.success()).isEqualTo(0.7);
        assertThat(step.otherwise()).singleElement().satisfies(other -> {
            assertThat(other.method().kind()).isEqualTo("rebuild");
            assertThat(other.used()).isNotNull();
            assertThat(other.step()).isNull();
        });
    }

    @Test
    @Tag("row:B8")
    void everyBandIsTheRunsToTheDigit() {
        Plots.Built built = Plots.built(
                DownState.DESTROYED,
                List.of("app", "db"),
                process("pay", "app"),
                asset("app", needing("db"), Plots.spread(MethodKind.REBUILD, 2)),
                asset("db", List.of(), Plots.spread(MethodKind.RESTORE, 6)));
        for (Step step : built.plan().recovery()) {
            var method =
                    built.run().element(step.element().id()).path("methods").path(0);
            assertThat(step.start().p50())
                    .isEqualTo(method.path("start").path("p50").asDouble());
            assertThat(step.start().p95())
                    .isEqualTo(method.path("start").path("p95").asDouble());
            assertThat(step.done().p50())
                    .isEqualTo(method.path("done").path("p50").asDouble());
            assertThat(step.done().p95())
                    .isEqualTo(method.path("done").path("p95").asDouble());
        }
        assertThat(built.plan().recovery()).hasSize(2);
    }

    @Test
    void aStepThatFindsTheTeamBusyWaitsForIt() {
        ContinuityPlan plan = plan(
                DownState.DESTROYED,
                List.of("a", "b", "c"),
                process("pay", "a", "b", "c"),
                asset("a", List.of(), Plots.manned(MethodKind.REBUILD, 4, 2)),
                asset("b", List.of(), Plots.manned(MethodKind.REBUILD, 6, 2)),
                asset("c", needing("a"), Plots.manned(MethodKind.REBUILD, 1, 3)));
        TeamNeed need = plan.teams().getFirst();
        assertThat(need.peak()).isEqualTo(4); // a and b from the beginning
        assertThat(need.peakAt()).isEqualTo(0.0);
        assertThat(need.peakSteps()).hasSize(2);
        assertThat(need.available()).isEqualTo(4);
        assertThat(need.isShort()).isFalse();
        assertThat(plan.gaps()).extracting(Gap::code).doesNotContain("team-short");
        // a is done at 4 h, but of four people two work on b until 6 h and c takes three
        assertThat(plan.recovery())
                .filteredOn(step -> step.element().id().equals("c"))
                .singleElement()
                .satisfies(step -> assertThat(step.start().p50()).isEqualTo(6.0));
    }

    @Test
    @Tag("row:B21")
    void gapsAreFoundInTheModel() {
        ContinuityPlan plan = plan(
                DownState.DESTROYED,
                List.of("a"),
                process("pay", "a"),
                asset("a", List.of(), Plots.uncertain(MethodKind.REBUILD, 4, 0.5)));
        assertThat(plan.gaps())
                .extracting(Gap::code)
                .contains("step-without-owner", "step-without-people", "no-other-method", "guessed-duration");
    }

    @Test
    void whomToCallGoesFromTheLeadToTheDeputies() {
        ContinuityPlan plan = plan(
                DownState.DESTROYED,
                List.of("a"),
                process("pay", "a"),
                asset("a", List.of(), Plots.manned(MethodKind.REBUILD, 4, 2)));
        assertThat(Objects.requireNonNull(plan.activation()).calls())
                .singleElement()
                .satisfies(call ->
                        assertThat(call.callOrder()).extracting(Named::id).containsExactly("lead", "second"));
        assertThat(plan.gaps())
                .filteredOn(gap -> gap.code().equals("contact-without-deputy"))
                .singleElement()
                .satisfies(gap -> assertThat(gap.about()).extracting(Named::id).containsExactly("second"));
    }

    @Test
    void aScenarioThatDoesNotHitNeedsNoPlan() {
        ContinuityPlan plan = plan(
                DownState.DESTROYED,
                List.of("elsewhere"),
                process("pay", "a"),
                asset("a", List.of()),
                asset("elsewhere", List.of(), method(MethodKind.REBUILD, 4)));
        assertThat(plan.state()).isEqualTo(PlanState.NOT_HIT);
        assertThat(plan.recovery()).isEmpty();
        assertThat(plan.estimate()).isNotNull();
    }

    @Test
    void whatIsNeverRecoveredHasNoBandAndMissesItsTarget() {
        Element lost = asset("a", List.of());
        ContinuityPlan plan = plan(DownState.DESTROYED, List.of("a"), process("pay", "a"), lost);
        assertThat(plan.state()).isEqualTo(PlanState.READY);
        assertThat(Objects.requireNonNull(plan.estimate()).back().p50()).isNull();
        assertThat(plan.missed()).extracting(missed -> missed.target()).containsExactly("rto");
        assertThat(plan.recovery()).isEmpty();
    }

    @Test
    void withoutARunThereAreTargetsButNoTimes() {
        ContinuityPlan plan = Plots.withoutRun(process("pay", "a"), asset("a", List.of()));
        assertThat(plan.state()).isEqualTo(PlanState.NO_RUN);
        assertThat(plan.targets().rtoHours()).isEqualTo(4.0);
        assertThat(plan.estimate()).isNull();
    }
}
