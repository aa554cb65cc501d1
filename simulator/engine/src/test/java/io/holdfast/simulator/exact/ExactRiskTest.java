package io.holdfast.simulator.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.holdfast.simulator.compile.ModelCompiler;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.UncertainHours;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

/** The exact method on cases whose answer has a formula, and its refusals. */
class ExactRiskTest {

    private static Hit hit(double probability, boolean together, String... ids) {
        List<Id> of = List.of(ids).stream().map(Id::of).toList();
        return new Hit(of, null, null, null, null, null, probability, together, DownState.DAMAGED);
    }

    private static List<Element> hosts(int count) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> Element.asset("h-" + i, "host").build())
                .toList());
    }

    private static List<Need> ones(int count) {
        return IntStream.range(0, count)
                .<Need>mapToObj(i -> new Need.One(Id.of("h-" + i)))
                .toList();
    }

    private static ExactRisk risk(List<Element> elements, int limit, Hit... hits) {
        ContinuityModel model = ContinuityModel.of(elements, List.of(Scenario.of("s", List.of(hits), null)));
        return new ExactRisk(ModelCompiler.compile(model, model.scenarios().getFirst()), limit);
    }

    private static double known(ExactRisk risk, int e, BooleanQuestion question) {
        return switch (risk.answer(e, question)) {
            case ExactAnswer.Known known -> known.probability();
            case ExactAnswer.Between between -> throw new AssertionError(between);
            case ExactAnswer.Sampled sampled -> throw new AssertionError(sampled);
            case ExactAnswer.TooLarge tooLarge -> throw new AssertionError(tooLarge);
            case ExactAnswer.Undefined undefined -> throw new AssertionError(undefined);
        };
    }

    private static Hit everyHost(double probability) {
        return new Hit(null, null, null, List.of("host"), null, null, probability, false, DownState.DAMAGED);
    }

    @Test
    void sixtyOfAHundredIsTheBinomialTail() {
        List<Element> elements = hosts(100);
        elements.add(Element.service("x")
                .needs(List.of(new Need.AtLeast(60, ones(100), NeedTerms.NONE)))
                .build());
        BinomialDistribution hit = new BinomialDistribution(100, 0.05);
        double exact =
                IntStream.rangeClosed(41, 100).mapToDouble(hit::probability).sum();
        assertThat(exact).isLessThan(1e-20);
        assertThat(known(risk(elements, 10_000, everyHost(0.05)), 100, BooleanQuestion.DISRUPTED))
                .isCloseTo(exact, withinPercentage(1e-7));
    }

    @Test
    void aLongChainOfHostsIsOneMinusTheProduct() {
        int hosts = 2_900;
        List<Element> elements = hosts(hosts);
        elements.add(Element.service("x").needs(ones(hosts)).build());
        double exact = -StrictMath.expm1(hosts * StrictMath.log1p(-1e-6));
        assertThat(known(risk(elements, 100_000, everyHost(1e-6)), hosts, BooleanQuestion.DOWN_AT_EVENT))
                .isCloseTo(exact, withinPercentage(1e-9));
    }

    @Test
    void aCommonCauseIsOneChanceAndHitsOfOneElementAddUp() {
        List<Element> elements = hosts(2);
        elements.add(Element.service("x")
                .needs(List.of(new Need.AtLeast(1, ones(2), NeedTerms.NONE)))
                .build());
        ExactRisk risk = risk(
                elements,
                10_000,
                hit(1e-4, true, "h-0", "h-1"),
                hit(1e-2, false, "h-0", "h-1"),
                hit(0.5, false, "h-0"),
                hit(0, false, "x"));
        double first = 1 - 0.99 * 0.5;
        assertThat(known(risk, 2, BooleanQuestion.DISRUPTED))
                .isCloseTo(1e-4 + (1 - 1e-4) * first * 0.01, withinPercentage(1e-10));
        assertThat(risk.chances().size()).isEqualTo(4);
    }

    @Test
    void aPoolIsDownBelowItsMinimumAndDisruptedBelowTheMinimumShareOfItsOwner() {
        List<Element> elements = hosts(4);
        elements.add(Element.service("x")
                .needs(List.of(new Need.Pool(ones(4), List.of(0.3, 0.3, 0.2, 0.2), 0.3, NeedTerms.NONE)))
                .objectives(new Objectives(null, null, null, 0.75, null, null))
                .build());
        ExactRisk risk = risk(elements, 10_000, everyHost(0.1));
        double down = 0;
        double disrupted = 0;
        double delivered = 0;
        double[] shares = {0.3, 0.3, 0.2, 0.2};
        for (int bits = 0; bits < 16; bits++) {
            double p = 1;
            double sum = 0;
            for (int i = 0; i < 4; i++) {
                boolean hit = (bits >> i & 1) == 1;
                p *= hit ? 0.1 : 0.9;
                sum += hit ? 0 : shares[i];
            }
            down += sum < 0.3 - 1e-9 ? p : 0;
            disrupted += sum < 0.75 - 1e-9 ? p : 0;
            delivered += sum < 0.3 - 1e-9 ? 0 : p * sum;
        }
        assertThat(known(risk, 4, BooleanQuestion.DOWN_AT_EVENT)).isCloseTo(down, withinPercentage(1e-10));
        assertThat(known(risk, 4, BooleanQuestion.DISRUPTED)).isCloseTo(disrupted, withinPercentage(1e-10));
        assertThat(risk.findMeanShareAtEvent(4).orElseThrow()).isCloseTo(delivered, withinPercentage(1e-10));
    }

    @Test
    void aHeldNeedIsMetAtTheEventAndLeavesTheDisruptionBetweenTwoValues() {
        List<Element> elements = hosts(1);
        NeedTerms held = new NeedTerms(null, UncertainHours.fixed(2), null, null, null, Map.of());
        elements.add(Element.service("x")
                .needs(List.of(new Need.AllOf(ones(1), held)))
                .build());
        ExactRisk risk = risk(elements, 10_000, hit(0.25, false, "h-0"), hit(0.01, false, "x"));
        assertThat(known(risk, 1, BooleanQuestion.DOWN_AT_EVENT)).isCloseTo(0.01, withinPercentage(1e-12));
        assertThat(risk.answer(1, BooleanQuestion.DISRUPTED))
                .isInstanceOfSatisfying(ExactAnswer.Between.class, between -> {
                    assertThat(between.low()).isCloseTo(0.01, withinPercentage(1e-12));
                    assertThat(between.high()).isCloseTo(1 - 0.99 * 0.75, withinPercentage(1e-12));
                });
    }

    @Test
    void elementsThatNeedEachOtherFallTogether() {
        List<Element> elements = List.of(
                Element.asset("a", "host").needs("b").build(),
                Element.asset("b", "host").needs("a").build());
        ExactRisk risk = risk(elements, 10_000, hit(0.1, false, "a"), hit(0.2, false, "b"));
        assertThat(known(risk, 0, BooleanQuestion.DISRUPTED)).isCloseTo(0.28, withinPercentage(1e-10));
        assertThat(known(risk, 1, BooleanQuestion.DISRUPTED)).isCloseTo(0.28, withinPercentage(1e-10));
    }

    @Test
    void whatIsHitForCertainIsDownForCertain() {
        List<Element> elements = hosts(1);
        elements.add(Element.service("x").needs(ones(1)).build());
        ExactRisk risk = risk(elements, 10_000, hit(1, false, "h-0"), hit(0.5, false, "x"));
        assertThat(known(risk, 1, BooleanQuestion.DISRUPTED)).isEqualTo(1);
    }

    @Test
    void saysWhatIsTooLargeAndWhatToDo() {
        List<Element> elements = hosts(24);
        List<Double> shares = IntStream.range(0, 24)
                .mapToObj(i -> 0.02 + 0.01 / StrictMath.sqrt(2.0 + i))
                .toList();
        elements.add(Element.service("x")
                .needs(List.of(new Need.Pool(ones(24), shares, 0.3, NeedTerms.NONE)))
                .build());
        assertThat(risk(elements, 2_000, everyHost(0.1)).answer(24, BooleanQuestion.DISRUPTED))
                .isInstanceOfSatisfying(
                        ExactAnswer.TooLarge.class,
                        tooLarge -> assertThat(tooLarge.reason()).contains("'x'", "2000 nodes", "ask the simulation"));
        List<Element> many = hosts(3_001);
        many.add(Element.service("x").needs(ones(3_001)).build());
        assertThat(risk(many, 100_000, everyHost(0.1)).answer(3_001, BooleanQuestion.DISRUPTED))
                .isInstanceOfSatisfying(
                        ExactAnswer.TooLarge.class,
                        tooLarge -> assertThat(tooLarge.reason()).contains("3001 independent chances", "at most 3000"));
        assertThatThrownBy(() -> risk(elements, 5, everyHost(0.1))).hasMessageContaining("nodeLimit is 5");
    }

    @Test
    void namesThePoolThatLiesOnACycle() {
        List<Element> elements = List.of(
                Element.asset("a", "host")
                        .needs(List.of(
                                new Need.Pool(List.of(new Need.One(Id.of("b"))), List.of(1.0), 0.5, NeedTerms.NONE)))
                        .build(),
                Element.asset("b", "host").needs("a").build());
        assertThat(risk(elements, 10_000, hit(0.1, false, "a")).answer(1, BooleanQuestion.DISRUPTED))
                .isInstanceOfSatisfying(
                        ExactAnswer.Undefined.class,
                        undefined -> assertThat(undefined.reason()).contains("'a'", "cycle of needs with a pool"));
    }

    @Test
    void aCertainEventHasTheEmptyCutSet() {
        List<Element> elements = hosts(1);
        ExactRisk risk = risk(elements, 10_000, hit(1, false, "h-0"));
        EventDiagram event = ((DiagramOutcome.Built) risk.diagram(0, BooleanQuestion.DISRUPTED)).atOnce();
        CutSets cuts = java.util.Objects.requireNonNull(CutSets.find(event, 5, 1_000));
        assertThat(cuts.likeliest(3)).containsExactly(new CutSet(List.of(), 1));
    }
}
