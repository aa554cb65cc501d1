package io.holdfast.simulator.rare;

import io.holdfast.simulator.result.Estimate;

/**
 * A probability from weighed trials, with an interval of 95 %.
 *
 * <p>With c = Σw²/Σw over the n trials in which the event happened, the estimate is c·k/N with k = (Σw)²/Σw², the trials of
 * equal weight that carry as much. Wilson's interval of k among N, times c, has the variance that the central limit
 * theorem gives the weighed mean, (c·p − p²)/N, stays above 0, and is Wilson's own where all weights are 1.
 */
final class WeighedChance {

    /** The standard normal quantile of 0.975. */
    static final double Z = 1.959963984540054;

    /** Fewer trials of equal weight than this do not carry an interval by themselves. */
    static final double LEAST_EFFECTIVE = 30;

    /** Nor do trials of which one has a greater share of the weight than this. */
    static final double GREATEST_SHARE = 0.2;

    private WeighedChance() {}

    /**
     * The estimate of a question.
     *
     * @param trials N
     * @param leastRatio how much likelier, at least, than in the scenario the proposal makes the event's trials, whichever
     * @param most what the probability cannot exceed
     */
    static RareEstimate importance(
            RareQuestion question, WeighedSums sums, int q, long trials, double leastRatio, double most) {
        double n = (double) trials;
        double unseen = high(0, n) / leastRatio;
        if (sums.seen(q) == 0) {
            Estimate chance = new Estimate(0, 0, Math.min(most, unseen));
            return new RareEstimate(question, chance, RareMethod.IMPORTANCE, trials, 0, 0, most > 0);
        }
        double c = sums.squares(q) / sums.weight(q);
        double k = sums.effectiveSeen(q);
        double value = Math.min(most, sums.weight(q) / trials);
        boolean degenerate = k < LEAST_EFFECTIVE || sums.greatestShare(q) > GREATEST_SHARE;
        double high = c * high(k, n) + (degenerate ? unseen : 0);
        Estimate chance = new Estimate(value, Math.min(value, c * low(k, n)), Math.max(value, Math.min(most, high)));
        double variance = Math.max(Double.MIN_NORMAL, (c - value) * value / trials);
        double effective = value * (1 - value) / variance;
        return new RareEstimate(question, chance, RareMethod.IMPORTANCE, trials, sums.seen(q), effective, degenerate);
    }

    /** The estimate of a question from plain trials, all of weight 1. */
    static RareEstimate plain(RareQuestion question, long seen, long trials) {
        return new RareEstimate(question, interval(seen, trials), RareMethod.PLAIN, trials, seen, trials, false);
    }

    /** The share of trials seen, with Wilson's interval. */
    static Estimate interval(long seen, long trials) {
        double k = (double) seen;
        double n = (double) trials;
        return new Estimate(k / n, seen == 0 ? 0 : low(k, n), seen == trials ? 1 : high(k, n));
    }

    /** An exact probability. */
    static RareEstimate exact(RareQuestion question, double probability) {
        Estimate chance = new Estimate(probability, probability, probability);
        return new RareEstimate(question, chance, RareMethod.EXACT, 0, 0, 0, false);
    }

    private static double low(double k, double n) {
        return Math.max(0, middle(k, n) - half(k, n));
    }

    private static double high(double k, double n) {
        return Math.min(1, middle(k, n) + half(k, n));
    }

    private static double middle(double k, double n) {
        return (k + Z * Z / 2) / (n + Z * Z);
    }

    private static double half(double k, double n) {
        return Z / (n + Z * Z) * StrictMath.sqrt(k * Math.max(0, n - k) / n + Z * Z / 4);
    }
}
