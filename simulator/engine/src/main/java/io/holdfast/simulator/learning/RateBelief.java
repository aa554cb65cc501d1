package io.holdfast.simulator.learning;

import io.holdfast.simulator.model.Provenance;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * What is believed of a rate of events in time, such as failures of an element or occurrences of a scenario: gamma
 * distributed. Immutable.
 *
 * <p>Source: Gelman and others, <i>Bayesian Data Analysis</i>, 3rd ed., section 2.6.
 *
 * @param events pseudo-count of events, above 0
 * @param exposure the time in which they happened, above 0, in any unit; rates are per that unit
 */
public record RateBelief(double events, double exposure) {

    /** Checks the numbers. */
    public RateBelief {
        Check.positive("The events of a belief", events);
        Check.positive("The exposure of a belief", exposure);
    }

    /** The belief that a stated mean time between events deserves: as many events as its evidence weighs, at that pace. */
    public static RateBelief ofMeanBetween(double meanBetween, Provenance provenance) {
        double weight = EvidenceWeight.of(provenance);
        return new RateBelief(weight, weight * Check.positive("The mean time between events", meanBetween));
    }

    /**
     * The belief after so many events in so much more time. Time in which nothing happened counts too.
     *
     * @param moreEvents events, at least 0
     * @param moreExposure time under watch, above 0
     */
    public RateBelief after(int moreEvents, double moreExposure) {
        Check.that(moreEvents >= 0, "Events are " + moreEvents + ", but a count is at least 0.");
        return new RateBelief(events + moreEvents, exposure + Check.positive("The time under watch", moreExposure));
    }

    /** The mean rate: the number to write back, as mean time between events 1/mean. */
    public double mean() {
        return events / exposure;
    }

    /** The quantile of the rate. */
    public double quantile(double p) {
        return law().inverseCumulativeProbability(Check.probability("The probability", p));
    }

    /** The chance that the rate is above this one. */
    public double chanceAbove(double rate) {
        return law().survivalProbability(rate);
    }

    /** The chance of exactly k events in the next stretch of time: negative binomial. */
    public double predictive(int k, double time) {
        Check.that(k >= 0, "k is " + k + ", but a count is at least 0.");
        double share = exposure / (exposure + Check.positive("The time", time));
        return Math.exp(Gamma.logGamma(events + k)
                - Gamma.logGamma(events)
                - Gamma.logGamma(k + 1.0)
                + events * Math.log(share)
                + k * Math.log1p(-share));
    }

    private GammaDistribution law() {
        return GammaDistribution.of(events, 1 / exposure);
    }
}
