package io.holdfast.simulator.learning;

import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.sampling.Sampler;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;

/**
 * Mean and variance of the natural logarithm of a time in hours, given that the time is above 0.
 *
 * @param mean the mean of ln hours; its exponential is the geometric mean
 * @param variance the variance of ln hours, at least 0
 */
public record LogMoments(double mean, double variance) {

    private static final double LEAST_HOURS = 1e-6;
    private static final int POINTS = 4096;
    private static final int MOST_KNOWN = 20_000;
    private static final Map<Distribution, Optional<LogMoments>> KNOWN = new ConcurrentHashMap<>();
    private static final double PI_SQUARED_SIXTH = Math.PI * Math.PI / 6;

    /**
     * The moments of a distribution: exact where there is a closed form, else over {@value #POINTS} equally likely quantiles.
     *
     * @return empty where the time is always 0
     */
    public static Optional<LogMoments> find(Distribution distribution) {
        return switch (distribution) {
            case Distribution.Fixed d -> ofValues(new double[] {d.hours()});
            case Distribution.Exponential d ->
                Optional.of(new LogMoments(Math.log(d.mean()) - Gamma.GAMMA, PI_SQUARED_SIXTH));
            case Distribution.Lognormal d -> {
                double sigma = Math.log(d.p90() / d.median()) / Sampler.Z90;
                yield Optional.of(new LogMoments(Math.log(d.median()), sigma * sigma));
            }
            case Distribution.Weibull d ->
                Optional.of(new LogMoments(
                        Math.log(d.scale()) - Gamma.GAMMA / d.shape(), PI_SQUARED_SIXTH / (d.shape() * d.shape())));
            case Distribution.Gamma d ->
                Optional.of(new LogMoments(Gamma.digamma(d.shape()) + Math.log(d.scale()), Gamma.trigamma(d.shape())));
            case Distribution.Empirical d ->
                ofValues(d.values().stream().mapToDouble(Double::doubleValue).toArray());
            case Distribution.Uniform d -> ofQuantiles(d);
            case Distribution.Triangular d -> ofQuantiles(d);
            case Distribution.Pert d -> ofQuantiles(d);
            case Distribution.Normal d -> ofQuantiles(d);
            case Distribution.Quantiles d -> ofQuantiles(d);
        };
    }

    /** What was worked out is kept: quantiles of some families take long, and the same time is asked for again and again. */
    private static Optional<LogMoments> ofQuantiles(Distribution distribution) {
        if (KNOWN.size() >= MOST_KNOWN) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(distribution, LogMoments::atQuantiles);
    }

    private static Optional<LogMoments> atQuantiles(Distribution distribution) {
        Sampler sampler = Sampler.of(distribution);
        return ofValues(IntStream.range(0, POINTS)
                .mapToDouble(i -> sampler.hours((i + 0.5) / POINTS))
                .toArray());
    }

    private static Optional<LogMoments> ofValues(double[] hours) {
        double[] logs = Arrays.stream(hours)
                .filter(each -> each > LEAST_HOURS)
                .map(Math::log)
                .toArray();
        if (logs.length == 0) {
            return Optional.empty();
        }
        double mean = Arrays.stream(logs).sum() / logs.length;
        double squares =
                Arrays.stream(logs).map(each -> (each - mean) * (each - mean)).sum();
        return Optional.of(new LogMoments(mean, squares / logs.length));
    }
}
