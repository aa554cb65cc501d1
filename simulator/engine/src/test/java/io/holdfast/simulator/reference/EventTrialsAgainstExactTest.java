package io.holdfast.simulator.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.ModelCompiler;
import io.holdfast.simulator.exact.BooleanQuestion;
import io.holdfast.simulator.exact.EventTrials;
import io.holdfast.simulator.exact.ExactAnswer;
import io.holdfast.simulator.exact.ExactRisk;
import io.holdfast.simulator.lanes.ScalarPasses;
import io.holdfast.simulator.model.ContinuityModel;
import org.junit.jupiter.api.Test;

/** Trials of the moment of the event, 64 a word, against the exact answer on random models. */
class EventTrialsAgainstExactTest {

    private static final int MODELS = 1_500;
    private static final long WORDS = 1_024;

    private static double z(long seen, double trials, double probability) {
        return (seen - trials * probability) / Math.sqrt(trials * probability * (1 - probability));
    }

    /** Of some thousand right answers, one beyond five standard errors is seen once in 500 runs of other seeds. */
    @Test
    void randomModelsAreDownAsOftenAsTheirDiagramsSay() {
        int compared = 0;
        int certain = 0;
        double squares = 0;
        for (long number = 0; number < MODELS; number++) {
            ContinuityModel random = RandomModels.of(number);
            CompiledModel model =
                    ModelCompiler.compile(random, random.scenarios().getFirst());
            ExactRisk risk = new ExactRisk(model, ExactRisk.DEFAULT_NODES);
            for (int e = 0; e < model.elements().size(); e++) {
                var trials = EventTrials.find(model, e, new ScalarPasses());
                if (trials.isEmpty()
                        || !(risk.answer(e, BooleanQuestion.DOWN_AT_EVENT) instanceof ExactAnswer.Known known)) {
                    continue;
                }
                double p = known.probability();
                long seen = trials.get().down(number, 0, WORDS);
                double count = WORDS * (double) EventTrials.A_WORD;
                if (p < 1e-9 || p > 1 - 1e-9) {
                    assertThat((double) seen)
                            .as("model %s element %s", number, e)
                            .isEqualTo(Math.rint(p) * count);
                    certain++;
                } else {
                    double z = z(seen, count, p);
                    assertThat(z).as("model %s element %s", number, e).isBetween(-5.0, 5.0);
                    squares += z * z;
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(1_000);
        assertThat(certain).isGreaterThan(100);
        assertThat(squares / compared).isBetween(0.8, 1.2);
    }
}
