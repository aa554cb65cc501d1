package io.holdfast.simulator.rare;

import static io.holdfast.simulator.rare.Rare.NO_DIAGRAM;
import static io.holdfast.simulator.rare.Rare.anyOf;
import static io.holdfast.simulator.rare.Rare.estimate;
import static io.holdfast.simulator.rare.Rare.everyHost;
import static io.holdfast.simulator.rare.Rare.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.exact.ExactAnswer;
import io.holdfast.simulator.exact.ExactRisk;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.UncertainHours;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rare events of small models whose answer has a formula, with and without a diagram. */
class RareRunTest {

    private static final Id X = Id.of("x");
    private static final long TRIALS = 20_000;

    private static final double ALONE = 2e-3;
    private static final double TOGETHER = 1e-7;

    /** Three hosts fail alone or by a common cause. */
    private static final ContinuityModel COMMON = anyOf(3, everyHost(ALONE), together(TOGETHER, 0, 1, 2));

    private static final double DISRUPTED = TOGETHER + (1 - TOGETHER) * ALONE * ALONE * ALONE;

    /** The first of three repairs of mean 3 takes longer than 4 hours. */
    private static final double LATE = DISRUPTED * Math.exp(-3 * 4 / Rare.REPAIR);

    @ParameterizedTest
    @ValueSource(ints = {NO_DIAGRAM, ExactRisk.DEFAULT_NODES})
    void aCommonCauseAndJointFailuresAddUpToTheirChance(int nodeLimit) {
        RareElement element = Rare.of(COMMON, X, TRIALS, 42, nodeLimit);
        RareEstimate disrupted = estimate(element, RareQuestion.DISRUPTED);
        RareEstimate late = estimate(element, RareQuestion.NOT_WITHIN_RTO);
        if (nodeLimit == NO_DIAGRAM) {
            assertThat(disrupted.method()).isEqualTo(RareMethod.IMPORTANCE);
            assertThat(disrupted.chance().value()).isCloseTo(DISRUPTED, within(4 * Rare.standardError(disrupted)));
        } else {
            assertThat(disrupted.method()).isEqualTo(RareMethod.EXACT);
            assertThat(disrupted.chance().value()).isCloseTo(DISRUPTED, withinPercentage(1e-9));
            assertThat(element.jointFailures().getFirst().probability()).isEqualTo(TOGETHER);
            assertThat(element.jointFailures().getFirst().hits().getFirst().elements())
                    .hasSize(3);
            assertThat(element.jointFailures()).hasSize(2);
        }
        assertThat(late.method()).isEqualTo(RareMethod.IMPORTANCE);
        assertThat(Rare.standardError(late)).isLessThan(LATE / 10);
        assertThat(late.chance().value()).isCloseTo(LATE, within(4 * Rare.standardError(late)));
    }

    /**
     * The interval holds the exact value in 95 % of 200 seeds: fewer than 177 (4 standard errors) happen by chance once in
     * 30,000.
     */
    @ParameterizedTest
    @ValueSource(ints = {NO_DIAGRAM, ExactRisk.DEFAULT_NODES})
    void intervalsHoldTheExactValueAsOftenAsTheySay(int nodeLimit) {
        int disruptedHeld = 0;
        int lateHeld = 0;
        for (long seed = 0; seed < 200; seed++) {
            RareElement element = Rare.of(COMMON, X, 2_000, seed, nodeLimit);
            disruptedHeld += holds(estimate(element, RareQuestion.DISRUPTED), DISRUPTED) ? 1 : 0;
            lateHeld += holds(estimate(element, RareQuestion.NOT_WITHIN_RTO), LATE) ? 1 : 0;
        }
        assertThat(lateHeld).isGreaterThanOrEqualTo(177);
        if (nodeLimit == NO_DIAGRAM) {
            assertThat(disruptedHeld).isGreaterThanOrEqualTo(177);
        }
    }

    private static boolean holds(RareEstimate estimate, double exact) {
        return estimate.chance().low() <= exact && exact <= estimate.chance().high();
    }

    /** The database is hit for certain and has two standbys, hit with chance 1e-3 each: never is both. */
    @Test
    void whatMakesARecoveryImpossibleIsFoundBehindTheMethods() {
        ContinuityModel model = ContinuityModel.of(
                List.of(
                        Element.asset("s-1", "host").build(),
                        Element.asset("s-2", "host").build(),
                        Element.asset("x", "database")
                                .methods(List.of(onto(MethodKind.FAILOVER, "s-1"), onto(MethodKind.RESTORE, "s-2")))
                                .build()),
                List.of(Scenario.of("s", List.of(Hit.on("x", DownState.DESTROYED), everyHost(1e-3)), null)));
        RareElement element = Rare.of(model, X, TRIALS, 7, ExactRisk.DEFAULT_NODES);
        assertThat(estimate(element, RareQuestion.DISRUPTED).chance().value()).isEqualTo(1);
        RareEstimate never = estimate(element, RareQuestion.NEVER);
        assertThat(never.method()).isEqualTo(RareMethod.IMPORTANCE);
        assertThat(Rare.standardError(never)).isLessThan(1e-7);
        assertThat(never.chance().value()).isCloseTo(1e-6, within(4 * Rare.standardError(never)));
    }

    private static RecoveryMethod onto(MethodKind kind, String standby) {
        RecoveryMethod plain = RecoveryMethod.of(kind, UncertainHours.of(new Distribution.Exponential(1)));
        return new RecoveryMethod(
                plain.id(),
                plain.kind(),
                plain.label(),
                plain.automatic(),
                plain.success(),
                plain.duration(),
                List.<Need>of(new Need.One(Id.of(standby))),
                plain.alsoNeeds(),
                plain.capacity(),
                plain.lasts(),
                plain.data(),
                plain.crew(),
                plain.answers());
    }

    @Test
    void whatWasNeverSeenHasAnUpperBoundAboveZeroAndBelowTheDisruption() {
        RareEstimate never = estimate(Rare.of(COMMON, X, TRIALS, 42, ExactRisk.DEFAULT_NODES), RareQuestion.NEVER);
        assertThat(never.seen()).isZero();
        assertThat(never.chance().value()).isZero();
        assertThat(never.chance().low()).isZero();
        assertThat(never.chance().high()).isPositive().isLessThan(DISRUPTED / 100);
        RareEstimate blind = estimate(Rare.of(COMMON, X, TRIALS, 42, NO_DIAGRAM), RareQuestion.NEVER);
        assertThat(blind.chance().high()).isGreaterThan(1e-4).isLessThan(1e-2);
    }

    @Test
    void whatIsNotRareIsLeftToPlainTrials() {
        RareElement element = Rare.of(anyOf(1, everyHost(0.5)), X, TRIALS, 42, ExactRisk.DEFAULT_NODES);
        RareEstimate late = estimate(element, RareQuestion.NOT_WITHIN_RTO);
        double exact = 0.5 * Math.exp(-4 / Rare.REPAIR);
        assertThat(late.method()).isEqualTo(RareMethod.PLAIN);
        assertThat(late.effectiveTrials()).isEqualTo(TRIALS);
        assertThat(late.chance().value()).isCloseTo(exact, within(4 * Math.sqrt(exact * (1 - exact) / TRIALS)));
        assertThat(element.downAtEvent())
                .isInstanceOfSatisfying(
                        ExactAnswer.Known.class,
                        known -> assertThat(known.probability()).isEqualTo(0.5));
    }

    /** Of 40 hosts in rings, no order of chances keeps the diagram below 1,000 nodes. */
    @Test
    void whereTheDiagramIsTooLargeTheMomentOfTheEventIsSampled() {
        ContinuityModel model = Rare.pairsOf(40, 0.1);
        RareElement exact = Rare.of(model, X, 1_000, 42, ExactRisk.DEFAULT_NODES);
        RareElement sampled = Rare.of(model, X, 1_000, 42, 1_000);
        assertThat(exact.downAtEvent())
                .isInstanceOfSatisfying(
                        ExactAnswer.Known.class,
                        known -> assertThat(sampled.downAtEvent())
                                .isInstanceOfSatisfying(ExactAnswer.Sampled.class, seen -> {
                                    double p = known.probability();
                                    assertThat(seen.trials()).isGreaterThan(100_000_000);
                                    assertThat(seen.chance().value())
                                            .isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / seen.trials())));
                                    assertThat(seen.chance().low())
                                            .isLessThan(seen.chance().value());
                                    assertThat(seen.reason()).contains("outgrows 1000 nodes");
                                }));
    }

    @Test
    void whatNothingCanHitIsExactlyNever() {
        ContinuityModel model = anyOf(1, together(0.5, 0));
        ContinuityModel apart = ContinuityModel.of(
                List.of(model.elements().getFirst(), Element.service("x").build()), model.scenarios());
        RareElement element = Rare.of(apart, X, 1_000, 42, ExactRisk.DEFAULT_NODES);
        assertThat(element.estimates()).allSatisfy(each -> {
            assertThat(each.method()).isEqualTo(RareMethod.EXACT);
            assertThat(each.chance().high()).isZero();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {NO_DIAGRAM, ExactRisk.DEFAULT_NODES})
    void threadsChangeNoBit(int nodeLimit) {
        RareElement alone = Rare.of(COMMON, new RareRequest(Id.of("s"), List.of(X), TRIALS, 5, 1), nodeLimit);
        for (int threads : new int[] {2, 5}) {
            RareRequest request = new RareRequest(Id.of("s"), List.of(X), TRIALS, 5, threads);
            assertThat(Rare.of(COMMON, request, nodeLimit)).isEqualTo(alone);
        }
    }

    @Test
    void stopsWhenItIsTold() {
        RunMonitor impatient = new RunMonitor() {
            @Override
            public void onProgress(long trialsDone) {
                // heard
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThat(RareRun.run(COMMON, new RareRequest(Id.of("s"), List.of(X), TRIALS, 5, 2), impatient))
                .isEqualTo(new RareOutcome.Cancelled(0));
    }

    @Test
    void refusesWhatTheModelDoesNotHave() {
        RareRequest request = new RareRequest(Id.of("s"), List.of(Id.of("y")), TRIALS, 5, 2);
        assertThatThrownBy(() -> RareRun.run(COMMON, request, RunMonitor.SILENT))
                .hasMessageContaining("no element 'y'");
        assertThatThrownBy(() -> new RareRequest(Id.of("s"), List.of(X), 10, 5, 2))
                .hasMessageContaining("trials is 10");
    }
}
