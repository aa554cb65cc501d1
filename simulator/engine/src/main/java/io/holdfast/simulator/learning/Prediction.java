package io.holdfast.simulator.learning;

import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.Evidence;
import io.holdfast.simulator.model.Provenance;
import io.holdfast.simulator.model.UncertainHours;
import io.holdfast.simulator.sampling.Sampler;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The prediction of a belief as a time of a model, and the belief that such a time was made from. ln T is Student t around the
 * believed centre; it is written as {@code quantiles} with the {@code weight} and the {@code freedom} of the belief, which the
 * quantiles of 0.5 and 0.9 make whole again.
 *
 * <p>Tails are cut at the quantiles of {@value #TAIL} and 1 − {@value #TAIL}: a Student t on a log scale has no mean in hours.
 */
final class Prediction {

    /** The chance beyond which either tail is cut. */
    static final double TAIL = 0.0005;

    private static final double HIGH = 0.9;
    private static final int STEPS = 24;
    private static final MathContext DIGITS = new MathContext(8);
    private static final double[] PROBABILITIES = probabilities();

    private Prediction() {}

    /** Evenly spread normal scores between the tails, with 0.5 and 0.9 among them. */
    private static double[] probabilities() {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double last = normal.inverseCumulativeProbability(1 - TAIL);
        return DoubleStream.concat(
                        DoubleStream.iterate(-last, z -> z + 2 * last / (2 * STEPS))
                                .limit(2 * STEPS + 1L)
                                .map(normal::cumulativeProbability)
                                .filter(p -> Math.abs(p - 0.5) > 1e-9),
                        DoubleStream.of(0.5, HIGH))
                .map(Prediction::rounded)
                .sorted()
                .toArray();
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    /**
     * The time that a belief predicts.
     *
     * @param evidence what it rests on now
     * @param observations how many finished actuals are in it, those of a measured beginning included; null for none
     * @param source a reference that a person can follow, or null
     */
    static UncertainHours of(
            NormalInverseGamma belief,
            @Nullable Evidence evidence,
            @Nullable Integer observations,
            @Nullable String source) {
        List<Distribution.Quantiles.Point> points = new ArrayList<>();
        for (double p : PROBABILITIES) {
            points.add(new Distribution.Quantiles.Point(p, rounded(Math.exp(belief.predictiveQuantile(p)))));
        }
        return new UncertainHours(
                new Distribution.Quantiles(points),
                new Provenance(evidence, observations, source, rounded(belief.weight()), rounded(2 * belief.shape())));
    }

    /** The belief that a time predicts from; empty where its provenance has no {@code freedom}, or it does not vary. */
    static Optional<NormalInverseGamma> beliefBehind(UncertainHours hours) {
        Double freedom = hours.provenance().freedom();
        if (freedom == null) {
            return Optional.empty();
        }
        Sampler sampler = Sampler.of(hours.distribution());
        double median = sampler.hours(0.5);
        double high = sampler.hours(HIGH);
        if (!(median > 0) || !(high > median)) {
            return Optional.empty();
        }
        double weight = EvidenceWeight.of(hours.provenance());
        double scale = Math.log(high / median) / TDistribution.of(freedom).inverseCumulativeProbability(HIGH);
        return Optional.of(
                NormalInverseGamma.of(Math.log(median), weight, scale * scale * weight / (weight + 1), freedom));
    }
}
