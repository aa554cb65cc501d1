package io.holdfast.simulator.learning;

import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.result.ElementResult;
import io.holdfast.simulator.sampling.Sampler;
import java.util.ArrayList;
import java.util.List;

/**
 * What was predicted before a drill or an incident, and what happened.
 *
 * @param predicted the predicted time; as {@link Distribution.Quantiles} where only quantiles were kept
 * @param actual what happened
 */
public record PastPrediction(Distribution predicted, ObservedDuration actual) {

    private static final double ROUNDING = 1e-9;

    /**
     * The recovery time that a run predicted, as the quantiles of its recovery curve.
     *
     * @throws IllegalArgumentException when the curve is never above 0
     */
    public static Distribution ofRun(ElementResult.Recovery recovery) {
        List<Distribution.Quantiles.Point> points = new ArrayList<>();
        double share = 0;
        for (ElementResult.CurvePoint point : recovery.curve()) {
            if (point.share() > share) {
                share = Math.min(1, point.share());
                points.add(new Distribution.Quantiles.Point(share, point.hours()));
            }
        }
        Check.that(
                !points.isEmpty(),
                "The run predicts that the element is never back, so there is no time to compare an actual with.");
        return new Distribution.Quantiles(points);
    }

    /** Whether the prediction says where its central band of this share ends on both sides; no time is below 0. */
    boolean states(double band) {
        double outside = (1 - band) / 2 + 1e-12;
        if (!(predicted instanceof Distribution.Quantiles quantiles)) {
            return true;
        }
        Distribution.Quantiles.Point first = quantiles.points().getFirst();
        return (first.hours() == 0 || first.probability() <= outside)
                && quantiles.points().getLast().probability() >= 1 - outside;
    }

    /** Whether the actual lies in the central band of this share, ends included. */
    boolean inside(double band) {
        Sampler quantile = Sampler.of(predicted);
        double outside = (1 - band) / 2;
        double hours = actual.hours();
        return hours >= quantile.hours(outside) * (1 - ROUNDING)
                && hours <= quantile.hours(1 - outside) * (1 + ROUNDING);
    }
}
