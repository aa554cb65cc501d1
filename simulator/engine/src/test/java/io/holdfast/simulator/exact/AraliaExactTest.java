package io.holdfast.simulator.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Published fault trees: the top event's probability, and its minimal cut sets. */
class AraliaExactTest {

    private static EventDiagram diagram(Aralia tree) {
        ExactRisk risk = new ExactRisk(tree.compiled(), ExactRisk.DEFAULT_NODES);
        return switch (risk.diagram(tree.topNumber(), BooleanQuestion.DISRUPTED)) {
            case DiagramOutcome.Built built -> built.atOnce();
            case DiagramOutcome.Refused refused -> throw new AssertionError(tree.name() + ": " + refused.answer());
        };
    }

    private static CutSets cutSets(EventDiagram event) {
        return Objects.requireNonNull(CutSets.find(event, event.chancesInOrder(), ExactRisk.DEFAULT_NODES));
    }

    @Test
    void allTenTopEventsHaveTheirPublishedProbability() throws IOException {
        List<Aralia> trees = Aralia.all();
        assertThat(trees).hasSize(10);
        for (Aralia tree : trees) {
            double probability = diagram(tree).probability();
            assertThat(probability).as(tree.name()).isCloseTo(tree.independent(), withinPercentage(1e-10));
            BigDecimal published = new BigDecimal(tree.published());
            assertThat(new BigDecimal(probability).round(new MathContext(published.precision())))
                    .as(tree.name())
                    .isEqualByComparingTo(published);
        }
    }

    /** The pairs and triples of baobab2 are counted in the tests of SCRAM (rakhimov/scram, Baobab 2): 6 and 121. */
    @Test
    void theSmallestCutSetsOfBaobab2AreAsManyAsPublished() throws IOException {
        Aralia tree = Aralia.all().stream()
                .filter(each -> each.name().equals("baobab2"))
                .findFirst()
                .orElseThrow();
        CutSets cuts = Objects.requireNonNull(CutSets.find(diagram(tree), 3, ExactRisk.DEFAULT_NODES));
        assertThat(cuts.countsBySize())
                .containsExactly(BigInteger.ZERO, BigInteger.ZERO, BigInteger.valueOf(6), BigInteger.valueOf(121));
        assertThat(cuts.likeliest(1000)).hasSize(127);
    }

    @Test
    void everyCutSetBringsTheEventAndNoneOfItsMembersCanBeLeftOut() throws IOException {
        for (Aralia tree : Aralia.all()) {
            EventDiagram event = diagram(tree);
            List<CutSet> cuts = cutSets(event).likeliest(2_000);
            double before = 1;
            for (CutSet cut : cuts) {
                assertThat(cut.probability()).isLessThanOrEqualTo(before * (1 + 1e-12));
                before = cut.probability();
                boolean[] happens = new boolean[event.chances().size()];
                cut.chances().forEach(chance -> happens[chance] = true);
                assertThat(event.isBad(happens)).as(tree.name() + " " + cut).isTrue();
                for (int chance : cut.chances()) {
                    happens[chance] = false;
                    assertThat(event.isBad(happens))
                            .as(tree.name() + " " + cut + " without " + chance)
                            .isFalse();
                    happens[chance] = true;
                }
            }
        }
    }

    /** For a coherent event max P(cut) ≤ P ≤ 1 − ∏(1 − P(cut)) over all its minimal cuts (Esary and Proschan, 1963). */
    @Test
    void theCutSetsBoundTheProbabilityFromBothSides() throws IOException {
        List<String> compared = new ArrayList<>();
        for (Aralia tree : Aralia.all()) {
            EventDiagram event = diagram(tree);
            CutSets all = cutSets(event);
            int count = all.countsBySize().stream()
                    .reduce(BigInteger.ZERO, BigInteger::add)
                    .intValueExact();
            if (count <= 30_000) {
                List<CutSet> cuts = all.likeliest(Integer.MAX_VALUE);
                assertThat(cuts).hasSize(count);
                double noneOfThem = 0;
                for (CutSet cut : cuts) {
                    noneOfThem += StrictMath.log1p(-cut.probability());
                }
                assertThat(event.probability())
                        .as(tree.name())
                        .isBetween(cuts.getFirst().probability(), -StrictMath.expm1(noneOfThem) * (1 + 1e-9));
                compared.add(tree.name());
            }
        }
        assertThat(compared).hasSize(8);
    }
}
