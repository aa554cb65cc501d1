package io.holdfast.simulator.learning;

import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.Evidence;
import io.holdfast.simulator.model.Provenance;
import io.holdfast.simulator.model.UncertainHours;
import io.holdfast.simulator.sampling.Sampler;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is believed of a duration: its logarithm is normal with unknown mean and variance, and the belief about these two is
 * conjugate, so that actuals update it in closed form. Immutable.
 *
 * @param stated the time that the belief began from, as the model states it
 * @param logHours the belief about ln hours
 * @param finished how many finished actuals have changed it
 * @param brokenOff how many actuals that were broken off have changed it
 */
public record DurationBelief(UncertainHours stated, NormalInverseGamma logHours, int finished, int brokenOff) {

    /**
     * The least standard deviation of ln hours that a belief begins with, for times that the model states without spread: a
     * factor of 1.22 either way.
     */
    public static final double LEAST_SPREAD = 0.2;

    /**
     * The belief that a stated time deserves before anything is seen: centre and variance of its own logarithm, the centre
     * worth as many observations as its evidence ({@link EvidenceWeight#of}), the variance {@link EvidenceWeight#SPREAD} more. A time
     * that says its {@code freedom} is the prediction of a belief, and gives that belief again.
     *
     * @throws IllegalArgumentException when the time is always 0
     */
    public static DurationBelief of(UncertainHours stated) {
        return of(
                stated,
                LogMoments.find(stated.distribution())
                        .orElseThrow(
                                () -> new IllegalArgumentException(
                                        "A time that is always 0 hours cannot be learned, for it has no"
                                                + " logarithm. State a small time, such as 0.01, or leave the step out of the model.")));
    }

    /** The same where the moments of the stated time are known already. */
    static DurationBelief of(UncertainHours stated, LogMoments moments) {
        return new DurationBelief(
                stated, Prediction.beliefBehind(stated).orElseGet(() -> guessed(stated, moments)), 0, 0);
    }

    private static NormalInverseGamma guessed(UncertainHours stated, LogMoments moments) {
        double weight = EvidenceWeight.of(stated.provenance());
        double variance = Math.max(moments.variance(), LEAST_SPREAD * LEAST_SPREAD);
        return NormalInverseGamma.of(moments.mean(), weight, variance, weight + EvidenceWeight.SPREAD);
    }

    /**
     * The belief after these actuals. Maintenance is left out. Finished ones are taken first, then those broken off by
     * ascending hours, so that the order in which they are given does not matter.
     *
     * @throws IllegalArgumentException when one took 0 hours
     */
    public DurationBelief after(List<ObservedDuration> actuals) {
        double[] logs = logs(actuals, true);
        double[] bounds = logs(actuals, false);
        NormalInverseGamma belief =
                logHours.after(logs).afterMoreThan(Arrays.stream(bounds).boxed().toList());
        return new DurationBelief(stated, belief, finished + logs.length, brokenOff + bounds.length);
    }

    private static double[] logs(List<ObservedDuration> actuals, boolean finished) {
        return actuals.stream()
                .filter(each -> each.kind() != ObservedDuration.Kind.MAINTENANCE && each.finished() == finished)
                .mapToDouble(DurationBelief::log)
                .sorted()
                .toArray();
    }

    private static double log(ObservedDuration actual) {
        Check.that(
                actual.hours() > 0,
                "An actual of 0 hours cannot be learned from, for it has no logarithm. Give what the clock could tell apart,"
                        + " such as 0.0167 for less than a minute, or leave it out.");
        return Math.log(actual.hours());
    }

    /**
     * The time within which the next one is done with probability p, in hours: not knowing the parameters included, so wider
     * than a quantile of {@link #updated}.
     */
    public double predictiveHours(double p) {
        return Math.exp(logHours.predictiveQuantile(p));
    }

    /**
     * The time to write back into the model, not knowing included: the prediction of the next one, with what makes the belief
     * whole again when it is read. Measured, with as many observations as were finished, those of a measured beginning included;
     * without actuals what was stated.
     *
     * @param source a reference that a person can follow, such as the drills
     */
    public UncertainHours predicted(@Nullable String source) {
        if (finished + brokenOff == 0) {
            return stated;
        }
        int observations = EvidenceWeight.observed(stated.provenance()) + finished;
        return Prediction.of(logHours, Evidence.MEASURED, observations, source);
    }

    /**
     * The time at the believed centre and spread, not knowing left out. Without actuals it is what was stated. Else a lognormal time with the believed
     * centre and variance, measured, with as many observations as were finished, those of a measured beginning included.
     *
     * @param source a reference that a person can follow, such as the drills
     */
    public UncertainHours updated(String source) {
        if (finished + brokenOff == 0) {
            return stated;
        }
        double median = Math.exp(logHours.mean());
        double p90 = median * Math.exp(Sampler.Z90 * Math.sqrt(logHours.variance()));
        int observations = EvidenceWeight.observed(stated.provenance()) + finished;
        return new UncertainHours(
                new Distribution.Lognormal(median, p90), new Provenance(Evidence.MEASURED, observations, source));
    }
}
