package io.holdfast.simulator.learning;

import java.util.Arrays;
import java.util.List;

/**
 * A duration as somebody guessed it, and what was seen of it, in log hours.
 *
 * @param prior the belief that the guess deserves by itself
 * @param count how many finished actuals
 * @param average their mean; 0 for none
 * @param squares their sum of squares about it
 * @param bounds ascending lower bounds of those broken off
 */
record Guess(NormalInverseGamma prior, int count, double average, double squares, List<Double> bounds) {

    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    static Guess of(NormalInverseGamma prior, double[] logs, double[] bounds) {
        double average = logs.length == 0 ? 0 : Arrays.stream(logs).sum() / logs.length;
        double squares =
                Arrays.stream(logs).map(x -> (x - average) * (x - average)).sum();
        return new Guess(
                prior,
                logs.length,
                average,
                squares,
                Arrays.stream(bounds).sorted().boxed().toList());
    }

    boolean isSeen() {
        return count + bounds.size() > 0;
    }

    /** The belief that the guess deserves when its author's bias is known. */
    NormalInverseGamma prior(Bias.Point bias) {
        return new NormalInverseGamma(
                prior.mean() + bias.place(),
                prior.weight() * bias.sureness(),
                prior.shape(),
                prior.scale() * bias.spread());
    }

    /** The belief after what was seen. */
    NormalInverseGamma posterior(NormalInverseGamma before) {
        NormalInverseGamma belief = finished(before);
        return bounds.isEmpty() ? belief : Propagation.of(belief, bounds).belief();
    }

    private NormalInverseGamma finished(NormalInverseGamma before) {
        if (count == 0) {
            return before;
        }
        double more = before.weight() + count;
        double away = average - before.mean();
        return new NormalInverseGamma(
                before.mean() + count * away / more,
                more,
                before.shape() + count / 2.0,
                before.scale() + squares / 2 + before.weight() * count * away * away / (2 * more));
    }

    /** The logarithm of the density of what was seen, by a belief before it; of those broken off, of their chance to last on. */
    double logEvidence(NormalInverseGamma before) {
        NormalInverseGamma belief = finished(before);
        double log = 0;
        if (count > 0) {
            // the difference of ln Γ of the shapes is the same for every bias, and left out
            log = before.shape() * Math.log(before.scale())
                    - belief.shape() * Math.log(belief.scale())
                    + Math.log(before.weight() / belief.weight()) / 2
                    - count * LOG_TWO_PI / 2;
        }
        return bounds.isEmpty() ? log : log + Propagation.of(belief, bounds).logChance();
    }
}
