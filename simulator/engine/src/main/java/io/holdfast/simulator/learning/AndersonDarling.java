package io.holdfast.simulator.learning;

import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.sampling.KeyedDraws;
import io.holdfast.simulator.sampling.Sampler;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/**
 * The Anderson-Darling test of a fitted family by parametric bootstrap: samples of the fitted distribution, each fitted
 * anew.
 *
 * <p>Sources: Anderson and Darling, <i>JASA</i> 49 (1954); Stute, González Manteiga and Presedo Quindimil, <i>Metrika</i> 40
 * (1993) for the bootstrap. The null distribution of A² hardly depends on the size from 100 on (Stephens 1986, table 4.7 and
 * after), so bootstrap samples have at most {@value #MOST} values.
 */
final class AndersonDarling {

    /** Bootstrap samples. */
    static final int SAMPLES = 999;

    private static final int MOST = 500;
    private static final double LEAST_MASS = 1e-300;
    private static final long KEY = 0x5A17A5D5L;

    private AndersonDarling() {}

    static Goodness test(Candidate candidate, LogSample sample, long seed) {
        ContinuousDistribution law = Law.of(candidate.distribution());
        double observed = statistic(law, sample);
        int greater = 0;
        Sampler sampler = Sampler.of(candidate.distribution());
        KeyedDraws draws = new KeyedDraws(seed);
        int size = Math.min(sample.size(), MOST);
        for (int b = 0; b < SAMPLES; b++) {
            draws.startTrial(b);
            double[] hours = new double[size];
            for (int i = 0; i < size; i++) {
                hours[i] = Math.max(Double.MIN_NORMAL, sampler.hours(draws.uniform(KEY, i)));
            }
            LogSample again = LogSample.of(hours);
            Distribution refitted = candidate.family().fit(again);
            greater += statistic(Law.of(refitted), again) >= observed ? 1 : 0;
        }
        double pValue = (greater + 1.0) / (SAMPLES + 1);
        return Goodness.of(observed, pValue, distance(law, sample), sample.size());
    }

    /** A² = −n − Σ (2i − 1) (ln F(xᵢ) + ln (1 − F(xₙ₊₁₋ᵢ))) / n over ascending values. */
    static double statistic(ContinuousDistribution law, LogSample sample) {
        int n = sample.size();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double below = Math.max(LEAST_MASS, law.cumulativeProbability(sample.hours(i)));
            double above = Math.max(LEAST_MASS, law.survivalProbability(sample.hours(i)));
            sum += (2.0 * i + 1) * Math.log(below) + (2.0 * (n - i) - 1) * Math.log(above);
        }
        return -n - sum / n;
    }

    /** The greatest distance between the law and the step function of the sample. */
    static double distance(ContinuousDistribution law, LogSample sample) {
        int n = sample.size();
        double most = 0;
        for (int i = 0; i < n; i++) {
            double at = law.cumulativeProbability(sample.hours(i));
            most = Math.max(most, Math.max(at - (double) i / n, (i + 1.0) / n - at));
        }
        return most;
    }
}
