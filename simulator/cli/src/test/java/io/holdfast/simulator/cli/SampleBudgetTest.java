package io.holdfast.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.format.ModelReader;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.learning.BudgetOutcome;
import io.holdfast.simulator.learning.BudgetRequest;
import io.holdfast.simulator.learning.InputShare;
import io.holdfast.simulator.learning.ModelInput;
import io.holdfast.simulator.learning.ModelInputs;
import io.holdfast.simulator.learning.SecondOrder;
import io.holdfast.simulator.learning.UncertaintyBudget;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.Id;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The uncertainty budget of the sample operator. */
class SampleBudgetTest {

    private static final Path SAMPLE = Path.of("../../service/src/main/resources/sample/operator.yaml");

    private static ContinuityModel sample() throws IOException {
        return switch (ModelReader.read(Files.readAllBytes(SAMPLE))) {
            case ReadOutcome.Read read -> read.model();
            case ReadOutcome.Refused refused -> throw new AssertionError(refused.violations());
        };
    }

    private static UncertaintyBudget budget(ContinuityModel model) {
        BudgetRequest request = new BudgetRequest(Id.of("tpe-lost"), Id.of("prc-pay"), 60, 60, 42, 2);
        return switch (SecondOrder.run(model, request, RunMonitor.SILENT)) {
            case BudgetOutcome.Finished finished -> finished.budget();
            case BudgetOutcome.Cancelled cancelled -> throw new AssertionError("cancelled: " + cancelled);
        };
    }

    @Test
    void theBudgetOfPaymentsNamesWhatIsNotKnown() throws IOException {
        ContinuityModel model = sample();
        UncertaintyBudget budget = budget(model);
        failoverLeads(budget);
        everyUncertainInputStandsInItOnce(budget, ModelInputs.list(model, Id.of("tpe-lost"), Id.of("prc-pay")));
        assertThat(budget.p95().low()).isLessThan(budget.p95().median());
        assertThat(budget.p95().median()).isLessThan(budget.p95().high());
        assertThat(budget.p95().notKnowing().value()).isPositive();
        assertThat(budget.p95().luck()).isPositive();
        assertThat(budget.recovery().shareOfLuck()).isBetween(0.1, 1.0);
    }

    /** Payments wait for their database. Its failover succeeded in 2 of 2 drills, and a tenth more or less of that decides P95. */
    private static void failoverLeads(UncertaintyBudget budget) {
        InputShare first = budget.inputs().getFirst();
        assertThat(first.input().ref().address()).isEqualTo("payment-db:failover SUCCESS");
        assertThat(first.weight()).isEqualTo(2);
        assertThat(first.share().low()).isGreaterThan(0.2);
        assertThat(first.expectedReduction(2)).isCloseTo(first.share().value() / 2, within(1e-12));
        assertThat(budget.inputs().get(1).share().value())
                .isLessThan(first.share().low());
    }

    private static void everyUncertainInputStandsInItOnce(UncertaintyBudget budget, List<ModelInput> all) {
        List<ModelInput> judged = Stream.concat(budget.inputs().stream().map(InputShare::input), budget.idle().stream())
                .toList();
        assertThat(judged).doesNotHaveDuplicates();
        assertThat(all).containsAll(judged);
        // what is left out is certain: chances of 0 or 1 and times that are always 0
        assertThat(all.stream().filter(input -> !judged.contains(input)))
                .allSatisfy(
                        input -> assertThat(certain(input)).as(input.toString()).isTrue());
        assertThat(budget.idle()).isNotEmpty();
        assertThat(budget.inputs())
                .isSortedAccordingTo(Comparator.comparingDouble(
                        (InputShare each) -> -each.share().value()))
                .allSatisfy(each -> assertThat(each.share().value()).isBetween(-0.5, 1.5));
    }

    private static boolean certain(ModelInput input) {
        return switch (input) {
            case ModelInput.Chance chance -> chance.stated() == 0 || chance.stated() == 1;
            case ModelInput.Hours time ->
                time.stated().distribution() instanceof Distribution.Fixed fixed && fixed.hours() == 0;
            case ModelInput.Rate rate -> true;
        };
    }
}
