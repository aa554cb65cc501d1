package io.holdfast.service.learning;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.simulator.learning.ChanceBelief;
import io.holdfast.simulator.learning.Change;
import io.holdfast.simulator.learning.EvidenceWeight;
import io.holdfast.simulator.learning.ModelInput;
import io.holdfast.simulator.learning.Quantity;
import io.holdfast.simulator.learning.RateBelief;
import io.holdfast.simulator.sampling.Sampler;
import org.jspecify.annotations.Nullable;

/**
 * What is believed of a number: of a time the next one, in hours; of a chance the chance; of a rate how often a year.
 *
 * @param low where the 80 % band begins
 * @param middle the median of a time, the mean of a chance or a rate
 * @param high where the 80 % band ends
 * @param p95 the 95 % quantile of a time, or null
 * @param weight how many observations it is worth
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Belief(
        double low, double middle, double high, @Nullable Double p95, double weight) {

    private static final double LOW = 0.1;
    private static final double HIGH = 0.9;

    /** What a number of a model says. */
    public static Belief of(ModelInput input) {
        return switch (input) {
            case ModelInput.Hours time -> {
                Sampler hours = Sampler.of(time.stated().distribution());
                yield new Belief(
                        hours.hours(LOW),
                        hours.hours(0.5),
                        hours.hours(HIGH),
                        hours.hours(0.95),
                        EvidenceWeight.of(time.provenance()));
            }
            case ModelInput.Chance chance -> of(ChanceBelief.of(chance.stated(), chance.provenance()));
            case ModelInput.Rate rate -> of(rate);
        };
    }

    private static Belief of(ChanceBelief chance) {
        return new Belief(
                chance.quantile(LOW),
                chance.mean(),
                chance.quantile(HIGH),
                null,
                chance.successes() + chance.failures());
    }

    private static Belief of(ModelInput.Rate rate) {
        double between = rate.ref().quantity() == Quantity.FREQUENCY
                ? Change.HOURS_A_YEAR / Math.max(rate.stated(), Double.MIN_NORMAL)
                : rate.stated();
        if (!(between < Double.POSITIVE_INFINITY)) {
            return new Belief(0, 0, 0, null, EvidenceWeight.of(rate.provenance()));
        }
        RateBelief belief = RateBelief.ofMeanBetween(between, rate.provenance());
        return new Belief(
                belief.quantile(LOW) * Change.HOURS_A_YEAR,
                belief.mean() * Change.HOURS_A_YEAR,
                belief.quantile(HIGH) * Change.HOURS_A_YEAR,
                null,
                belief.events());
    }
}
