package io.holdfast.simulator.learning;

import io.holdfast.simulator.model.Distribution;
import java.util.List;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/**
 * One family fitted to durations by maximum likelihood.
 *
 * @param family the family
 * @param distribution its member of greatest likelihood, in hours
 * @param logLikelihood ln of the density of the whole sample, in hours
 * @param aic Akaike's criterion with the correction for small samples; less is better
 * @param bic Schwarz's criterion; less is better
 * @param weight the Akaike weight: how much speaks for this one among those fitted, a share; they add to 1
 */
public record Candidate(
        Family family, Distribution distribution, double logLikelihood, double aic, double bic, double weight) {

    static Candidate of(Family family, LogSample sample) {
        Distribution distribution = family.fit(sample);
        ContinuousDistribution law = Law.of(distribution);
        double logLikelihood = 0;
        for (int i = 0; i < sample.size(); i++) {
            logLikelihood += law.logDensity(sample.hours(i));
        }
        int k = family.parameters();
        int n = sample.size();
        double aic = 2.0 * k - 2 * logLikelihood + 2.0 * k * (k + 1) / (n - k - 1);
        return new Candidate(family, distribution, logLikelihood, aic, k * Math.log(n) - 2 * logLikelihood, 1);
    }

    Candidate withWeight(double value) {
        return new Candidate(family, distribution, logLikelihood, aic, bic, value);
    }

    /**
     * The mean log density that the fitted distribution gives to other durations, such as later ones: its score, more is
     * better. Maintenance, zeros and what was broken off are left out.
     *
     * @throws IllegalArgumentException when nothing is left
     */
    public double score(List<ObservedDuration> others) {
        ContinuousDistribution law = Law.of(distribution);
        return others.stream()
                .filter(each -> each.kind() != ObservedDuration.Kind.MAINTENANCE && each.finished() && each.hours() > 0)
                .mapToDouble(each -> law.logDensity(each.hours()))
                .average()
                .orElseThrow(() -> new IllegalArgumentException("Of " + others.size()
                        + " durations none is finished, above 0 and no maintenance: nothing to score."));
    }
}
