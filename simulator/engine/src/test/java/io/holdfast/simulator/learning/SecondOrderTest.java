package io.holdfast.simulator.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Evidence;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Provenance;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.UncertainHours;
import io.holdfast.simulator.result.Estimate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/** The uncertainty budget against closed forms. Level 4 standard errors, as the budget states them, seed fixed. */
class SecondOrderTest {

    private static final Id SCENARIO = Id.of("s");
    private static final Provenance EXPERT = new Provenance(Evidence.EXPERT, null, null);
    private static final Provenance CONTRACT = new Provenance(Evidence.CONTRACT, null, null);

    private static UncertainHours fixed(double hours, Provenance provenance) {
        return new UncertainHours(new Distribution.Fixed(hours), provenance);
    }

    private static Element repaired(String id, UncertainHours duration) {
        return Element.asset(id, "host")
                .methods(List.of(RecoveryMethod.of(MethodKind.REPAIR, duration)))
                .build();
    }

    private static Scenario damaging(UncertainHours detect, UncertainHours declare, String... ids) {
        Scenario plain = Scenario.of(
                "s",
                List.of(ids).stream().map(id -> Hit.on(id, DownState.DAMAGED)).toList(),
                null);
        return new Scenario(
                plain.id(),
                Label.NONE,
                null,
                null,
                plain.hits(),
                detect,
                declare,
                null,
                null,
                1,
                1,
                plain.when(),
                8760);
    }

    /** Detection, declaration and a repair that follow each other, none with any luck: 1 h, 2 h and 3 h as stated. */
    private static ContinuityModel steps() {
        return ContinuityModel.of(
                List.of(
                        repaired("db", fixed(3, CONTRACT)),
                        Element.process("p").needs("db").build()),
                List.of(damaging(fixed(1, EXPERT), fixed(2, Provenance.UNSAID), "db")));
    }

    private static BudgetRequest request(int draws, long trials, long seed) {
        return new BudgetRequest(SCENARIO, Id.of("p"), draws, trials, seed, 2);
    }

    private static UncertaintyBudget budget(ContinuityModel model, BudgetRequest request) {
        return switch (SecondOrder.run(model, request, RunMonitor.SILENT)) {
            case BudgetOutcome.Finished finished -> finished.budget();
            case BudgetOutcome.Cancelled cancelled -> throw new AssertionError("cancelled: " + cancelled);
        };
    }

    private static double error(Estimate estimate) {
        return (estimate.high() - estimate.low())
                / 2
                / TDistribution.of(VarianceShares.GROUPS - 1.0).inverseCumulativeProbability(0.975);
    }

    private static void isWithinFourErrors(Estimate estimate, double exact, double greatestError) {
        assertThat(error(estimate)).isBetween(0.0, greatestError);
        assertThat(estimate.value()).isCloseTo(exact, within(4 * error(estimate) + 1e-6));
    }

    private static InputShare of(UncertaintyBudget budget, String address) {
        return budget.inputs().stream()
                .filter(each -> each.input().ref().address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    /** A fixed time begins with spread 0.2, so its place has deviation 0.2 / √w. */
    private static double variance(double hours, double weight) {
        return CutNormal.variance(hours, 0.2 / Math.sqrt(weight));
    }

    @Test
    void stepsInARowShareTheVarianceAsTheirOwnVariances() {
        UncertaintyBudget budget = budget(steps(), request(1500, 40, 7));
        double whole = variance(1, 3) + variance(2, 1) + variance(3, 4);
        isWithinFourErrors(budget.p95().notKnowing(), whole, 0.05 * whole);
        isWithinFourErrors(of(budget, "s DETECT").share(), variance(1, 3) / whole, 0.02);
        isWithinFourErrors(of(budget, "s DECLARE").share(), variance(2, 1) / whole, 0.03);
        isWithinFourErrors(of(budget, "db:repair DURATION").share(), variance(3, 4) / whole, 0.03);
        isWithinFourErrors(budget.rest(), 0, 0.03);
        assertThat(budget.inputs())
                .extracting(each -> each.input().ref().quantity())
                .containsExactly(Quantity.DECLARE, Quantity.DURATION, Quantity.DETECT);
        // no luck anywhere: the recovery time of a draw is one number
        assertThat(budget.p95().luck()).isCloseTo(0, within(1e-9));
        assertThat(budget.recovery().luck()).isCloseTo(0, within(1e-9));
        assertThat(budget.recovery().notKnowing())
                .isCloseTo(budget.p95().notKnowing().value(), within(1e-6));
        assertThat(budget.recovery().shareOfLuck()).isCloseTo(0, within(1e-6));
        assertThat(budget.p95().median()).isCloseTo(6, within(0.1));
    }

    @Test
    void whatADrillTeachesIsItsShareByTheWeightOfTheInput() {
        UncertaintyBudget budget = budget(steps(), request(500, 40, 7));
        InputShare declare = budget.inputs().getFirst();
        assertThat(declare.weight()).isEqualTo(1);
        assertThat(declare.expectedReduction(0)).isZero();
        assertThat(declare.expectedReduction(1)).isCloseTo(declare.share().value() / 2, within(1e-12));
        assertThat(declare.expectedReduction(1_000_000))
                .isCloseTo(declare.share().value(), within(1e-5));
        assertThat(budget.deviationIfKnown(declare))
                .isCloseTo(
                        Math.sqrt(budget.p95().notKnowing().value()
                                * (1 - declare.share().value())),
                        within(1e-12));
    }

    /** The standard error that the budget states is honest: 95 % intervals hold the exact share in at least 50 of 60 seeds. */
    @Test
    void intervalsHoldTheExactShare() {
        double exact = variance(2, 1) / (variance(1, 3) + variance(2, 1) + variance(3, 4));
        int held = 0;
        for (int seed = 0; seed < 60; seed++) {
            Estimate share =
                    of(budget(steps(), request(120, 40, seed)), "s DECLARE").share();
            held += share.low() <= exact && exact <= share.high() ? 1 : 0;
        }
        assertThat(held).isGreaterThanOrEqualTo(50); // binomial(60, 0.95): fewer once in 2,000
    }

    private static ContinuityModel twoHosts() {
        return ContinuityModel.of(
                List.of(
                        repaired("a", new UncertainHours(new Distribution.Exponential(2), measured(10))),
                        repaired("b", new UncertainHours(new Distribution.Exponential(3), measured(20))),
                        Element.process("p").needs("a", "b").build()),
                List.of(Scenario.of(
                        "s", List.of(Hit.on("a", DownState.DAMAGED), Hit.on("b", DownState.DAMAGED)), null)));
    }

    private static Provenance measured(int observations) {
        return new Provenance(Evidence.MEASURED, observations, null);
    }

    /** The 95 % quantile of the greater of two exponentials: (1 − exp(−x/a)) (1 − exp(−x/b)) = 0.95. */
    private static double quantileOfGreater(double a, double b) {
        return new BrentSolver(1e-12)
                .solve(1000, x -> (1 - Math.exp(-x / a)) * (1 - Math.exp(-x / b)) - 0.95, 1e-9, 50 * (a + b));
    }

    /** E[θ²] and so on of two exponential repairs with measured means, whose greater one is the recovery time. */
    @Test
    void theGreaterOfTwoExponentialsSharesAsTheExactQuantileDoes() {
        int steps = 200;
        // the log of an exponential time has deviation π/√6
        double sa = Math.PI / Math.sqrt(6) / Math.sqrt(10);
        double sb = Math.PI / Math.sqrt(6) / Math.sqrt(20);
        double[] givenA = new double[steps];
        double[] givenB = new double[steps];
        double mean = 0;
        double square = 0;
        for (int i = 0; i < steps; i++) {
            for (int j = 0; j < steps; j++) {
                double x = quantileOfGreater(
                        2 * Math.exp(sa * CutNormal.at(steps, i)), 3 * Math.exp(sb * CutNormal.at(steps, j)));
                givenA[i] += x / steps;
                givenB[j] += x / steps;
                mean += x / steps / steps;
                square += x * x / steps / steps;
            }
        }
        double whole = square - mean * mean;
        UncertaintyBudget budget = budget(twoHosts(), request(400, 1000, 11));
        isWithinFourErrors(budget.p95().notKnowing(), whole, 0.15 * whole);
        isWithinFourErrors(of(budget, "a:repair DURATION").share(), variance(givenA, mean) / whole, 0.06);
        isWithinFourErrors(of(budget, "b:repair DURATION").share(), variance(givenB, mean) / whole, 0.06);
        assertThat(variance(givenB, mean) / whole).isBetween(0.5, 0.9); // the case is no trivial one
        assertThat(budget.p95().never()).isZero();
        // luck in the P95 of a draw: the mean of two runs of 1,000 trials
        assertThat(budget.p95().luck()).isBetween(0.0, 0.1 * whole);
    }

    private static double variance(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean) / values.length;
        }
        return sum;
    }

    /** Of T exponential with mean θ, luck is E[θ²] and not knowing Var θ. */
    @Test
    void theRecoveryTimeIsSplitByTheLawOfTotalVariance() {
        ContinuityModel model = ContinuityModel.of(
                List.of(
                        repaired("a", new UncertainHours(new Distribution.Exponential(2), measured(8))),
                        Element.process("p").needs("a").build()),
                List.of(Scenario.of("s", List.of(Hit.on("a", DownState.DAMAGED)), null)));
        int draws = 500;
        double s = Math.PI / Math.sqrt(6) / Math.sqrt(8);
        double luck = 4 * CutNormal.exponentialMoment(2 * s);
        double notKnowing = CutNormal.variance(2, s);
        UncertaintyBudget budget = budget(model, request(draws, 500, 5));
        double deviationOfSquare =
                4 * Math.sqrt(CutNormal.exponentialMoment(4 * s) - Math.pow(CutNormal.exponentialMoment(2 * s), 2));
        assertThat(budget.recovery().luck())
                .isCloseTo(luck, within(4 * deviationOfSquare / Math.sqrt(draws) + 4 * luck * 2 / Math.sqrt(1000)));
        double mean = 2 * CutNormal.exponentialMoment(s);
        double fourth = CutNormal.mean(4000, z -> Math.pow(2 * Math.exp(s * z) - mean, 4));
        double ofVariance = Math.sqrt((fourth - notKnowing * notKnowing) / draws);
        assertThat(budget.recovery().notKnowing())
                .isCloseTo(notKnowing, within(4 * ofVariance + 8 * Math.sqrt(2.0 / 1000) * notKnowing));
        assertThat(budget.recovery().shareOfLuck()).isCloseTo(luck / (luck + notKnowing), within(0.05));
        // P95 is θ ln 20, so one input is all there is to know
        assertThat(budget.inputs()).hasSize(1);
        isWithinFourErrors(budget.inputs().getFirst().share(), 1, 0.02);
        isWithinFourErrors(budget.p95().notKnowing(), notKnowing * Math.pow(Math.log(20), 2), 0.2 * notKnowing * 9);
    }

    /** A lognormal time has two unknowns; P95 is the median times exp(1.645 σ), and knowing both is knowing all. */
    @Test
    void aLognormalTimeIsUncertainInPlaceAndSpread() {
        ContinuityModel model = ContinuityModel.of(
                List.of(
                        repaired("a", new UncertainHours(new Distribution.Lognormal(2, 5), measured(12))),
                        Element.process("p").needs("a").build()),
                List.of(Scenario.of("s", List.of(Hit.on("a", DownState.DAMAGED)), null)));
        UncertaintyBudget budget = budget(model, request(400, 1000, 3));
        NormalInverseGamma belief = DurationBelief.of(
                        new UncertainHours(new Distribution.Lognormal(2, 5), measured(12)))
                .logHours();
        int steps = 200;
        double mean = 0;
        double square = 0;
        for (int i = 0; i < steps; i++) {
            double variance = belief.varianceQuantile(0.005 + 0.99 * (i + 0.5) / steps);
            for (int j = 0; j < steps; j++) {
                double x = 2
                        * Math.exp(CutNormal.at(steps, j) * Math.sqrt(variance / 12) + 1.6448536 * Math.sqrt(variance));
                mean += x / steps / steps;
                square += x * x / steps / steps;
            }
        }
        isWithinFourErrors(budget.p95().notKnowing(), square - mean * mean, 0.2 * (square - mean * mean));
        // polynomials of degree 3 leave a little of a product of exponentials unexplained
        Estimate share = budget.inputs().getFirst().share();
        assertThat(share.value()).isCloseTo(1, within(4 * error(share) + 0.01));
        assertThat(error(share)).isLessThan(0.02);
    }

    @Test
    void anInputThatNothingRestsOnHasNoShareAndOneThatNeverCameIntoPlayIsIdle() {
        List<Element> elements = new ArrayList<>(twoHosts().elements().subList(0, 2));
        elements.add(repaired("quick", new UncertainHours(new Distribution.Lognormal(1e-3, 2e-3), EXPERT)));
        elements.add(repaired("unhit", new UncertainHours(new Distribution.Lognormal(50, 500), Provenance.UNSAID)));
        elements.add(Element.process("p").needs("a", "b", "quick", "unhit").build());
        ContinuityModel model = ContinuityModel.of(
                elements,
                List.of(Scenario.of(
                        "s",
                        List.of("a", "b", "quick").stream()
                                .map(id -> Hit.on(id, DownState.DAMAGED))
                                .toList(),
                        null)));
        UncertaintyBudget budget = budget(model, request(200, 300, 2));
        assertThat(budget.inputs()).hasSize(3);
        isWithinFourErrors(of(budget, "quick:repair DURATION").share(), 0, 0.05);
        assertThat(budget.idle()).extracting(each -> each.ref().address()).containsExactly("unhit:repair DURATION");
    }

    @Test
    void threadsChangeNothingAndTheSeedDoes() {
        BudgetRequest one = new BudgetRequest(SCENARIO, Id.of("p"), 80, 200, 9, 1);
        UncertaintyBudget alone = budget(twoHosts(), one);
        UncertaintyBudget three = budget(twoHosts(), new BudgetRequest(SCENARIO, Id.of("p"), 80, 200, 9, 3));
        assertThat(three.inputs()).isEqualTo(alone.inputs());
        assertThat(three.p95()).isEqualTo(alone.p95());
        assertThat(three.recovery()).isEqualTo(alone.recovery());
        assertThat(three.rest()).isEqualTo(alone.rest());
        assertThat(budget(twoHosts(), request(80, 200, 10)).p95()).isNotEqualTo(alone.p95());
    }

    @Test
    void canBeStoppedAndSaysHowFarItCame() {
        RunMonitor stops = new RunMonitor() {
            private volatile long done;

            @Override
            public void onProgress(long trialsDone) {
                done = trialsDone;
            }

            @Override
            public boolean isCancelled() {
                return done >= 1000;
            }
        };
        BudgetOutcome outcome = SecondOrder.run(twoHosts(), request(200, 200, 1), stops);
        assertThat(outcome).isInstanceOf(BudgetOutcome.Cancelled.class);
        assertThat(((BudgetOutcome.Cancelled) outcome).trialsDone()).isBetween(1000L, 2000L);
    }

    @Test
    void whatCannotBeSplitIsRefusedWithAWayOut() {
        ContinuityModel idle = ContinuityModel.of(
                List.of(
                        new io.holdfast.simulator.model.ElementBuilder(Id.of("p"), ElementType.PROCESS, "process")
                                .build(),
                        repaired("a", fixed(1, EXPERT))),
                List.of(Scenario.of("s", List.of(Hit.on("a", DownState.DAMAGED)), null)));
        assertThatThrownBy(() -> budget(idle, request(60, 40, 1)))
                .hasMessageContaining("Nothing uncertain bears on 'p'");
        assertThatThrownBy(() -> budget(steps(), new BudgetRequest(SCENARIO, Id.of("nobody"), 60, 40, 1, 1)))
                .hasMessageContaining("no element 'nobody'");
        assertThatThrownBy(() -> budget(steps(), new BudgetRequest(Id.of("t"), Id.of("p"), 60, 40, 1, 1)))
                .hasMessageContaining("no scenario 't'");
        assertThatThrownBy(() -> request(59, 40, 1)).hasMessageContaining("59");
        assertThatThrownBy(() -> request(60, 39, 1)).hasMessageContaining("39");
    }
}
