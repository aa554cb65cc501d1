package io.holdfast.simulator.engine;

import static io.holdfast.simulator.engine.Runs.TRIALS;
import static io.holdfast.simulator.engine.Runs.elementOf;
import static io.holdfast.simulator.engine.Runs.exponential;
import static io.holdfast.simulator.engine.Runs.fourErrors;
import static io.holdfast.simulator.engine.Runs.hitting;
import static io.holdfast.simulator.engine.Runs.repair;
import static io.holdfast.simulator.engine.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.result.ElementResult;
import io.holdfast.simulator.result.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The engine against exact answers. Seed 42, level 4 standard errors: a right engine fails one test in 16,000. */
class ClosedFormTest {

    private static Objectives rto(double hours) {
        return new Objectives(null, hours, null, null, null, null);
    }

    private static double value(@Nullable Estimate estimate) {
        return Objects.requireNonNull(estimate).value();
    }

    private static List<Element> hosts(int n, double mean) {
        return new ArrayList<>(IntStream.range(0, n)
                .mapToObj(i -> Element.asset("host-" + i, "host")
                        .methods(List.of(repair(exponential(mean))))
                        .build())
                .toList());
    }

    private static String[] ids(int n) {
        return IntStream.range(0, n).mapToObj(i -> "host-" + i).toArray(String[]::new);
    }

    private static List<Need> needs(int n) {
        return IntStream.range(0, n)
                .<Need>mapToObj(i -> new Need.One(io.holdfast.simulator.model.Id.of("host-" + i)))
                .toList();
    }

    @Test
    void oneExponentialRepairIsBackWithItsDistributionFunction() {
        List<Element> elements = List.of(Element.asset("db", "database")
                .objectives(rto(4))
                .methods(List.of(repair(exponential(3))))
                .build());
        ElementResult.Recovery recovery =
                elementOf(run(elements, hitting(DownState.DAMAGED, "db")), "db").recovery();
        double exact = 1 - Math.exp(-4.0 / 3);
        assertThat(value(recovery.withinRto())).isCloseTo(exact, within(fourErrors(exact, TRIALS)));
        assertThat(value(recovery.mean())).isCloseTo(3, within(4 * 3 / Math.sqrt(TRIALS)));
        // the standard error of a sample quantile of an exponential is mean * sqrt(p / (n (1 - p)))
        assertThat(recovery.p95().value())
                .isCloseTo(-3 * Math.log(0.05), within(4 * 3 * Math.sqrt(0.95 / (0.05 * TRIALS))));
    }

    @Test
    void allOfThreeIsBackWithTheirMaximum() {
        List<Element> elements = hosts(3, 2);
        elements.add(Element.process("p").needs(needs(3)).objectives(rto(4)).build());
        ElementResult process = elementOf(run(elements, hitting(DownState.DAMAGED, ids(3))), "p");
        double exact = Math.pow(1 - Math.exp(-2), 3);
        assertThat(value(process.recovery().withinRto())).isCloseTo(exact, within(fourErrors(exact, TRIALS)));
        assertThat(process.driving())
                .hasSize(3)
                .allSatisfy(link ->
                        assertThat(link.share().value()).isCloseTo(1.0 / 3, within(fourErrors(1.0 / 3, TRIALS))));
    }

    @Test
    void twoOfFourIsBackWithTheSecond() {
        List<Element> elements = hosts(4, 2);
        elements.add(Element.process("p")
                .needs(List.of(new Need.AtLeast(2, needs(4), NeedTerms.NONE)))
                .objectives(rto(1))
                .build());
        double up = 1 - Math.exp(-0.5);
        double exact = 1 - Math.pow(1 - up, 4) - 4 * up * Math.pow(1 - up, 3);
        assertThat(value(elementOf(run(elements, hitting(DownState.DAMAGED, ids(4))), "p")
                        .recovery()
                        .withinRto()))
                .isCloseTo(exact, within(fourErrors(exact, TRIALS)));
    }

    @Test
    void givesTheSameForAnyNumberOfThreads() {
        List<Element> elements = hosts(4, 2);
        elements.add(Element.process("p").needs(needs(4)).objectives(rto(1)).build());
        var scenario = hitting(DownState.DAMAGED, ids(4));
        assertThat(run(elements, scenario, 20_000, 1)).isEqualTo(run(elements, scenario, 20_000, 7));
    }
}
