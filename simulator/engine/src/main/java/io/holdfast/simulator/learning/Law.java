package io.holdfast.simulator.learning;

import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.sampling.Sampler;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.WeibullDistribution;

/** Densities and distribution functions of the fitted families, from Commons Statistics. */
final class Law {

    private Law() {}

    /** The law of a fitted distribution; any other is a mistake of this package. */
    static ContinuousDistribution of(Distribution distribution) {
        return switch (distribution) {
            case Distribution.Exponential d -> ExponentialDistribution.of(d.mean());
            case Distribution.Weibull d -> WeibullDistribution.of(d.shape(), d.scale());
            case Distribution.Gamma d -> GammaDistribution.of(d.shape(), d.scale());
            case Distribution.Lognormal d ->
                LogNormalDistribution.of(Math.log(d.median()), Math.log(d.p90() / d.median()) / Sampler.Z90);
            case Distribution.Fixed d -> throw notFitted(d);
            case Distribution.Uniform d -> throw notFitted(d);
            case Distribution.Triangular d -> throw notFitted(d);
            case Distribution.Pert d -> throw notFitted(d);
            case Distribution.Normal d -> throw notFitted(d);
            case Distribution.Empirical d -> throw notFitted(d);
            case Distribution.Quantiles d -> throw notFitted(d);
        };
    }

    private static IllegalArgumentException notFitted(Distribution distribution) {
        return new IllegalArgumentException(distribution + " is of no family that is fitted; those are exponential,"
                + " Weibull, gamma and lognormal.");
    }
}
