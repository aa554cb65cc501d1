package io.holdfast.simulator.learning;

import org.apache.commons.math3.special.Gamma;

/** Solves ln k − ψ(k) = gap, the equation of the shape of a gamma distribution whose ln mean exceeds its mean log by gap. */
final class GammaShape {

    private static final int MOST_STEPS = 100;

    private GammaShape() {}

    /** The shape k; {@code gap} above 0. Newton from Minka's start (<i>Estimating a gamma distribution</i>, 2002). */
    static double where(double gap) {
        Check.positive("The gap between ln mean and mean log", gap);
        double k = (3 - gap + Math.sqrt((gap - 3) * (gap - 3) + 24 * gap)) / (12 * gap);
        for (int i = 0; i < MOST_STEPS; i++) {
            double inverse =
                    1 / k + (gap - Math.log(k) + Gamma.digamma(k)) * -1 / (k * k * (1 / k - Gamma.trigamma(k)));
            double next = 1 / inverse;
            if (Math.abs(next - k) <= 1e-13 * k) {
                return next;
            }
            k = next > 0 ? next : k / 2;
        }
        return k;
    }
}
