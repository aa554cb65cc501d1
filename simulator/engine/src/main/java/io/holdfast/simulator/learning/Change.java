package io.holdfast.simulator.learning;

import io.holdfast.simulator.model.Provenance;
import io.holdfast.simulator.model.UncertainHours;

/** What becomes of one number of a model. */
public sealed interface Change {

    /** The number as it stands in the model. */
    ModelInput input();

    /** Why a number changes. */
    enum Why {
        /** It was measured itself. */
        MEASURED,
        /** Other guesses of the organisation were measured, and it shares their bias. */
        SHARED_BIAS,
        /** Both. */
        MEASURED_AND_SHARED_BIAS
    }

    /** Why. */
    Why why();

    /** The number as it stands in the model that takes the change, with its weight. */
    default ModelInput learned() {
        return switch (this) {
            case OfHours time -> new ModelInput.Hours(time.input().ref(), time.written());
            case OfChance chance ->
                new ModelInput.Chance(
                        chance.input().ref(),
                        chance.after().mean(),
                        weighing(chance.after().successes() + chance.after().failures()));
            case OfRate rate ->
                new ModelInput.Rate(
                        rate.input().ref(),
                        rate.written(),
                        weighing(rate.after().events()));
        };
    }

    private static Provenance weighing(double observations) {
        return new Provenance(null, null, null, observations, null);
    }

    /**
     * A time.
     *
     * @param input as it stands
     * @param why why
     * @param finished how many finished actuals
     * @param brokenOff how many that were broken off
     * @param before what the model says of the next one
     * @param after what is believed of it now
     * @param written the time to put in its place
     */
    record OfHours(
            ModelInput.Hours input,
            Why why,
            int finished,
            int brokenOff,
            Forecast before,
            Forecast after,
            UncertainHours written)
            implements Change {}

    /**
     * What is expected of the next time, in hours.
     *
     * @param p10 10 % quantile, where the 80 % band begins
     * @param p50 median
     * @param p90 90 % quantile, where the band ends
     * @param p95 95 % quantile
     * @param weight how many observations the centre is worth
     */
    record Forecast(double p10, double p50, double p90, double p95, double weight) {}

    /**
     * A chance.
     *
     * @param input as it stands
     * @param successes how often it succeeded
     * @param failures how often it did not
     * @param before the belief that it deserved
     * @param after the belief that it deserves now; its mean is written, with its weight
     */
    record OfChance(ModelInput.Chance input, int successes, int failures, ChanceBelief before, ChanceBelief after)
            implements Change {
        @Override
        public Why why() {
            return Why.MEASURED;
        }
    }

    /**
     * A rate.
     *
     * @param input as it stands
     * @param events how often it happened
     * @param hours the time under watch
     * @param before the belief that it deserved, of events an hour
     * @param after the belief that it deserves now
     */
    record OfRate(ModelInput.Rate input, int events, double hours, RateBelief before, RateBelief after)
            implements Change {

        @Override
        public Why why() {
            return Why.MEASURED;
        }

        /** The number to put in its place: hours between failures, or occurrences a year. */
        public double written() {
            return input.ref().quantity() == Quantity.FREQUENCY ? after.mean() * HOURS_A_YEAR : 1 / after.mean();
        }
    }

    /** Hours of a year. */
    double HOURS_A_YEAR = 8760;
}
