package io.holdfast.simulator.learning;

import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/** The exact belief after a value known only to be greater than a bound, summed over a plain grid of sigma^2 and mu. */
final class Grid {

    private static final int STEPS = 600;
    private static final NormalDistribution NORMAL = new NormalDistribution();

    private Grid() {}

    /** E[tau], E[tau mu], E[tau mu^2], and the chances that the next value is at most ln 6 and ln 14. */
    static double[] after(NormalInverseGamma prior, double bound) {
        GammaDistribution precision = new GammaDistribution(prior.shape(), 1 / prior.scale());
        double[] sums = new double[5];
        double total = 0;
        for (int i = 0; i < STEPS; i++) {
            double tau = precision.inverseCumulativeProbability((i + 0.5) / STEPS);
            double sd = Math.sqrt(1 / (tau * prior.weight()));
            for (int j = 0; j < STEPS; j++) {
                double score = -6 + 12 * (j + 0.5) / STEPS;
                double mu = prior.mean() + sd * score;
                double weight =
                        Math.exp(-score * score / 2) * NORMAL.cumulativeProbability((mu - bound) * Math.sqrt(tau));
                total += weight;
                sums[0] += weight * tau;
                sums[1] += weight * tau * mu;
                sums[2] += weight * tau * mu * mu;
                sums[3] += weight * NORMAL.cumulativeProbability((Math.log(6) - mu) * Math.sqrt(tau));
                sums[4] += weight * NORMAL.cumulativeProbability((Math.log(14) - mu) * Math.sqrt(tau));
            }
        }
        for (int k = 0; k < sums.length; k++) {
            sums[k] /= total;
        }
        return sums;
    }
}
