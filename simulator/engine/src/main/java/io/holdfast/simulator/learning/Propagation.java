package io.holdfast.simulator.learning;

import java.util.Arrays;
import java.util.List;

/**
 * The belief after several values of which only lower bounds are known. Each bound is stood for by a factor of the form of the
 * belief, chosen so that the belief with the bound itself in its place has the same means ({@link Censoring}), again and again until
 * nothing changes. So neither their order matters, nor that the belief about the first was only near the exact one.
 *
 * <p>Source: expectation propagation, Minka, <i>A family of algorithms for approximate Bayesian inference</i>, MIT 2001, chapter 3.
 */
final class Propagation {

    private static final int MOST_SWEEPS = 8;
    private static final double SETTLED = 1e-6;

    private final List<Double> bounds;
    private final Natural before;
    private final Natural[] factors;
    private final double[] logChances;
    private final double[] logCavities;
    private Natural now;

    private Propagation(NormalInverseGamma belief, List<Double> bounds) {
        this.bounds = bounds;
        before = Natural.of(belief);
        now = before;
        factors = new Natural[bounds.size()];
        logChances = new double[bounds.size()];
        logCavities = new double[bounds.size()];
        Arrays.fill(factors, Natural.NOTHING);
    }

    /**
     * What is believed after the bounds.
     *
     * @param bounds ascending
     */
    static Propagation of(NormalInverseGamma belief, List<Double> bounds) {
        Propagation propagation = new Propagation(belief, bounds);
        int sweeps = bounds.size() > 1 ? MOST_SWEEPS : 1;
        for (int sweep = 0; sweep < sweeps; sweep++) {
            if (!propagation.sweep()) {
                break;
            }
        }
        return propagation;
    }

    /** Whether anything changed. */
    private boolean sweep() {
        double most = 0;
        for (int i = 0; i < factors.length; i++) {
            Natural cavity = now.minus(factors[i]);
            if (!cavity.isProper()) {
                continue;
            }
            NormalInverseGamma without = cavity.belief();
            Censoring.Tail tail = Censoring.Tail.of(without, bounds.get(i));
            Natural with = Natural.of(tail.belief(without));
            most = Math.max(most, with.distance(now));
            logChances[i] = tail.logChance;
            logCavities[i] = without.logNormaliser();
            factors[i] = with.minus(cavity);
            now = with;
        }
        return most > SETTLED;
    }

    NormalInverseGamma belief() {
        return now.belief();
    }

    /** The logarithm of the chance of all bounds together. */
    double logChance() {
        double all = belief().logNormaliser();
        double log = all - before.belief().logNormaliser();
        for (int i = 0; i < factors.length; i++) {
            log += logChances[i] + logCavities[i] - all;
        }
        return log;
    }

    /** The parameters by which beliefs multiply: they add. */
    private record Natural(double shape, double weight, double weighted, double squares) {

        static final Natural NOTHING = new Natural(0, 0, 0, 0);

        static Natural of(NormalInverseGamma belief) {
            double weighted = belief.weight() * belief.mean();
            return new Natural(
                    belief.shape(), belief.weight(), weighted, belief.scale() + weighted * belief.mean() / 2);
        }

        Natural minus(Natural other) {
            return new Natural(
                    shape - other.shape, weight - other.weight, weighted - other.weighted, squares - other.squares);
        }

        private double scale() {
            return squares - weighted * weighted / weight / 2;
        }

        boolean isProper() {
            return shape > 0 && weight > 0 && scale() > 0;
        }

        double distance(Natural other) {
            return Math.max(
                    Math.abs(shape / other.shape - 1),
                    Math.max(
                            Math.abs(weight / other.weight - 1),
                            Math.abs(weighted / weight - other.weighted / other.weight)));
        }

        NormalInverseGamma belief() {
            return new NormalInverseGamma(weighted / weight, weight, shape, scale());
        }
    }
}
