package io.holdfast.simulator.engine;

import static io.holdfast.simulator.engine.MethodBuilder.method;
import static io.holdfast.simulator.engine.Runs.exponential;
import static io.holdfast.simulator.engine.Runs.fixed;
import static io.holdfast.simulator.engine.Years.liesWithinFourErrors;
import static io.holdfast.simulator.engine.Years.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.model.Amount;
import io.holdfast.simulator.model.CommonCause;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Demand;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Failure;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.result.Estimate;
import io.holdfast.simulator.result.YearResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Years of operation against closed forms of renewal processes and birth-death chains; seed 42, four standard errors. */
class ExactYearTest {

    private static final YearRequest STEADY = new YearRequest(400, 60_000, 1_000, 42, 2);

    private static RecoveryMethod repair(double mean) {
        return method(MethodKind.REPAIR, exponential(mean)).build();
    }

    private static Element failing(String id, double mtbf, RecoveryMethod... methods) {
        return Element.asset(id, "host")
                .failure(new Failure(mtbf, 1))
                .methods(List.of(methods))
                .build();
    }

    @Test
    void availabilityIsMeanTimeUpOverMeanTimeOfACycle() {
        YearResult result = run(STEADY, failing("a", 100, repair(10)));
        liesWithinFourErrors(Years.of(result, "a").availability().mean(), 100.0 / 110);
        liesWithinFourErrors(Years.of(result, "a").outages().perYear(), 8760 / 110.0);
        liesWithinFourErrors(Years.of(result, "a").outages().meanHours(), 10);
    }

    @Test
    void everythingIsUpAndNewAtTheStart() {
        YearResult result = run(new YearRequest(40_000, 20, 0, 42, 2), failing("a", 100, repair(10)));
        double steady = 100.0 / 110;
        double rate = 0.01 + 0.1;
        liesWithinFourErrors(
                Years.of(result, "a").availability().mean(),
                steady + (1 - steady) * (1 - Math.exp(-rate * 20)) / (rate * 20));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.9587187007", "2, 0.9897468413", "5, 0.9934741169"})
    void repairableThreeOfFiveWithCrews(int crews, double published) {
        List<Element> elements = new ArrayList<>();
        for (String id : List.of("a", "b", "c", "d", "e")) {
            elements.add(failing(
                    id,
                    100,
                    method(MethodKind.REPAIR, exponential(10)).crew("ops", 1).build()));
        }
        elements.add(Element.service("s")
                .needs(List.of(Years.atLeast(3, "a", "b", "c", "d", "e")))
                .build());
        YearResult result = run(STEADY, Years.withTeam(crews, elements));
        liesWithinFourErrors(Years.of(result, "s").availability().mean(), published);
    }

    @Test
    void theShapeOfTheClockKeepsItsMean() {
        for (double shape : new double[] {0.7, 3}) {
            Element a = Element.asset("a", "host")
                    .failure(new Failure(200, shape))
                    .methods(List.of(method(MethodKind.REPAIR, fixed(8)).build()))
                    .build();
            liesWithinFourErrors(
                    Years.of(run(new YearRequest(400, 100_000, 20_000, 42, 2), a), "a")
                            .availability()
                            .mean(),
                    200.0 / 208);
        }
    }

    @Test
    void membersOfAGroupFailAloneAndTogether() {
        double beta = 0.2;
        List<Element> elements = new ArrayList<>();
        for (String id : List.of("a", "b")) {
            elements.add(Element.asset(id, "host")
                    .failure(new Failure(100, 1))
                    .commonCause(new CommonCause("pair", beta))
                    .methods(List.of(repair(10)))
                    .build());
        }
        elements.add(
                Element.service("s").needs(List.of(Years.atLeast(1, "a", "b"))).build());
        YearResult result = run(STEADY, ContinuityModel.of(elements, List.of()));
        double alone = (1 - beta) / 100;
        double together = beta / 100;
        double repaired = 0.1;
        double one = (2 * alone + together) / repaired;
        double two = (together + one * (alone + together)) / (2 * repaired);
        liesWithinFourErrors(Years.of(result, "s").availability().mean(), 1 - two / (1 + one + two));
    }

    @Test
    void methodsTriedCountForOneRecovery() {
        Element a = failing(
                "a",
                100,
                method(MethodKind.REPAIR, fixed(2)).success(0.5).build(),
                method(MethodKind.REPLACE, fixed(5)).build());
        liesWithinFourErrors(Years.of(run(STEADY, a), "a").availability().mean(), 100 / 104.5);
    }

    @Test
    void anInterimMethodWithNothingLeftCountsAsBack() {
        Element a = failing(
                "a", 100, method(MethodKind.REPAIR, fixed(1)).capacity(0.5).build());
        YearResult result = run(STEADY, a);
        liesWithinFourErrors(Years.of(result, "a").availability().mean(), 100.0 / 101);
        liesWithinFourErrors(Years.of(result, "a").outages().perYear(), 8760 / 101.0);
    }

    @Test
    void theClockStandsStillDuringRecoveryOnAnInterimMethod() {
        Element a = failing(
                "a",
                100,
                method(MethodKind.WORKAROUND, fixed(1)).lasts(5).build(),
                method(MethodKind.REPAIR, fixed(10)).build());
        // down for 1 h, up for 5 h on the workaround, down again until the repair that began after 1 h has taken its 10
        liesWithinFourErrors(Years.of(run(STEADY, a), "a").availability().mean(), 1 - 6.0 / 111);
    }

    @Test
    void theClockRunsWhileNeedsAreUnmet() {
        Element power = failing("power", 50, repair(50));
        Element host = Element.asset("host", "host")
                .failure(new Failure(100, 1))
                .methods(List.of(method(MethodKind.REPAIR, exponential(10)).build()))
                .needs("power")
                .build();
        YearResult result = run(STEADY, power, host);
        // two independent alternating processes: repair waits for nothing
        liesWithinFourErrors(Years.of(result, "host").availability().mean(), 0.5 * 100 / 110);
    }

    @Test
    void overlappingHazardsHoldAnElementToTheLastEnd() {
        double perYear = 2_000;
        Element a = Element.asset("a", "link").build();
        YearResult result = run(
                STEADY,
                ContinuityModel.of(
                        List.of(a), List.of(Years.arriving("storm", perYear, DownState.OUTAGE, fixed(3), "a"))));
        double rate = perYear / 8760;
        liesWithinFourErrors(Years.of(result, "a").availability().mean(), Math.exp(-rate * 3));
    }

    @Test
    void onlyAWorseStateBeginsTheRecoveryAnew() {
        double damages = 40;
        double destroys = 20;
        Element a = Element.asset("a", "host")
                .methods(List.of(
                        method(MethodKind.REPAIR, fixed(30)).build(),
                        method(MethodKind.REBUILD, fixed(100))
                                .answers(DownState.DESTROYED)
                                .build()))
                .build();
        YearResult result = run(
                STEADY,
                ContinuityModel.of(
                        List.of(a),
                        List.of(
                                Years.arriving("quake", damages, DownState.DAMAGED, null, "a"),
                                Years.arriving("fire", destroys, DownState.DESTROYED, null, "a"))));
        double d = damages / 8760;
        double f = destroys / 8760;
        double worsened = 1 - Math.exp(-f * 30);
        double down = d / (d + f) * (worsened / f + worsened * 100) + f / (d + f) * 100;
        double up = 1 / (d + f);
        liesWithinFourErrors(Years.of(result, "a").availability().mean(), up / (up + down));
    }

    @Test
    void servicePeriodsAreMetWhereNoOutageReachesIn() {
        double perYear = 6;
        double rate = perYear / 8760;
        Element a = Element.asset("a", "link").build();
        Element s = Years.withServiceLevel(Element.service("s").needs("a"), 0.9999, 1000, 0.1);
        YearResult result = run(
                new YearRequest(20_000, 8760, 0, 42, 2),
                ContinuityModel.of(
                        List.of(a, s), List.of(Years.arriving("storm", perYear, DownState.OUTAGE, fixed(1), "a"))));
        // a storm up to an hour before a month reaches into it, but nothing comes before the first
        double met = (Math.exp(-rate * 730) + 11 * Math.exp(-rate * 731)) / 12;
        YearResult.OfElement of = Years.of(result, "s");
        Estimate share = Objects.requireNonNull(of.slaMet());
        double error = (share.high() - share.low()) / 2 / 1.96;
        assertThat(share.value()).isCloseTo(met, within(4 * error));
        liesWithinFourErrors(Objects.requireNonNull(of.penalty()).mean(), 12 * (1 - met) * 1000 * 0.1);
    }

    @Test
    void aPartOfAPeriodDoesNotCount() {
        Element a = Element.asset("a", "link").build();
        Element s = Years.withServiceLevel(Element.service("s").needs("a"), 0.9999, 1000, 0.1);
        ContinuityModel model = ContinuityModel.of(
                List.of(a, s), List.of(Years.arriving("storm", 2_000, DownState.OUTAGE, fixed(1), "a")));
        assertThat(Years.of(run(new YearRequest(50, 800, 100, 42, 2), model), "s")
                        .slaMet())
                .isNull();
        YearResult.OfElement two = Years.of(run(new YearRequest(50, 1600, 100, 42, 2), model), "s");
        assertThat(Objects.requireNonNull(two.penalty()).mean().value()).isEqualTo(2 * 100);
    }

    @Test
    void moneyIsLostByTheHourOfEachDisruption() {
        double perYear = 3;
        double rate = perYear / 8760;
        Element a = Element.asset("a", "link").build();
        Element p = Years.losing(Element.process("p").needs("a"), 100);
        YearResult result = run(
                new YearRequest(20_000, 8760, 0, 42, 2),
                ContinuityModel.of(
                        List.of(a, p), List.of(Years.arriving("storm", perYear, DownState.OUTAGE, fixed(4), "a"))));
        // down with chance 1 - exp(-rate t) in the first four hours, 1 - exp(-4 rate) after
        double down = 4 - (1 - Math.exp(-4 * rate)) / rate + (8760 - 4) * (1 - Math.exp(-4 * rate));
        YearResult.OfElement of = Years.of(result, "p");
        liesWithinFourErrors(Objects.requireNonNull(of.loss()).mean(), 100 * down);
        // no storm: nothing lost; exactly one: 400; the chance of none is exp(-3)
        YearResult.Exceedance median = Objects.requireNonNull(result.loss()).exceedance().stream()
                .filter(point -> point.probability() == 0.5)
                .findFirst()
                .orElseThrow();
        assertThat(median.loss().value()).isEqualTo(1200);
    }

    @Test
    void nothingSeenIsAnUpperBoundAndNotZero() {
        YearResult result = run(new YearRequest(100, 8760, 0, 42, 1), failing("a", 1e9, repair(10)));
        YearResult.OfElement of = Years.of(result, "a");
        assertThat(of.availability().mean().value()).isEqualTo(1);
        assertThat(of.availability().mean().low()).isCloseTo(1 - 3.8416 / 103.8416, within(1e-3));
        assertThat(of.outages().perYear().high()).isCloseTo(0.0369, within(1e-3));
        assertThat(of.outages().meanHours()).isNull();
    }

    @Test
    void threadsAndBlocksDoNotChangeTheResult() {
        Element a = failing("a", 100, repair(10));
        YearResult one = run(new YearRequest(37, 5_000, 100, 42, 1), a);
        YearResult five = run(new YearRequest(37, 5_000, 100, 42, 5), a);
        assertThat(five).isEqualTo(one);
    }

    @Test
    void anUnrelatedElementChangesNothing() {
        Element a = failing("a", 100, repair(10));
        Element b = failing("b", 30, repair(10));
        YearRequest request = new YearRequest(20, 5_000, 0, 42, 2);
        assertThat(Years.of(run(request, b, a), "a")).isEqualTo(Years.of(run(request, a), "a"));
    }

    @Test
    void growingDemandExceedsACapacityWhenTheGeometricSeriesDoes() {
        Element gateway = Element.asset("gateway", "host")
                .capacity(new Amount("tps", 200))
                .build();
        Element spare =
                Element.asset("spare", "host").capacity(new Amount("tps", 500)).build();
        Element p = Element.process("p")
                .needs("gateway")
                .demand(new Demand("tps", 100, 0.25))
                .build();
        Element q = Element.process("q")
                .needs("gateway")
                .demand(new Demand("tps", 20, 0))
                .build();
        YearResult result = run(new YearRequest(1, 10, 0, 42, 1), gateway, spare, p, q);
        assertThat(result.capacity()).hasSize(1);
        assertThat(result.capacity().getFirst().load()).isEqualTo(120);
        assertThat(Objects.requireNonNull(result.capacity().getFirst().exhaustedInYears()))
                .isCloseTo(Math.log(1.8) / Math.log(1.25), within(1e-6));
    }
}
