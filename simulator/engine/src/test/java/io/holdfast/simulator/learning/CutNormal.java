package io.holdfast.simulator.learning;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.NormalDistribution;

/** The central 99 % of a standard normal distribution, from which second-order runs draw: its exact moments. */
final class CutNormal {

    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static final double END = NORMAL.inverseCumulativeProbability(0.995);

    private CutNormal() {}

    /** E[exp(t z)] in closed form. */
    static double exponentialMoment(double t) {
        return Math.exp(t * t / 2)
                * (NORMAL.cumulativeProbability(END - t) - NORMAL.cumulativeProbability(-END - t))
                / 0.99;
    }

    /** The variance of h exp(s z). */
    static double variance(double h, double s) {
        double mean = exponentialMoment(s);
        return h * h * (exponentialMoment(2 * s) - mean * mean);
    }

    /** The mean of a function of z, by the midpoint rule over equally likely values. */
    static double mean(int steps, DoubleUnaryOperator f) {
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += f.applyAsDouble(at(steps, i));
        }
        return sum / steps;
    }

    /** The i-th of so many equally likely values. */
    static double at(int steps, int i) {
        return NORMAL.inverseCumulativeProbability(0.005 + 0.99 * (i + 0.5) / steps);
    }
}
