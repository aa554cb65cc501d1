package io.holdfast.simulator.sampling;

import org.apache.commons.statistics.distribution.ContinuousDistribution;

/**
 * A quantile function as a table, for distributions without a closed one. Knots are dense in both tails: 64 to each
 * halving of the tail mass down to 2^-40, linear in the mass between knots. Relative error at most 1e-4; the mass beyond
 * the last knot, 1e-12 on either side, takes the value there.
 */
final class QuantileTable implements Sampler {

    private static final int OCTAVES = 40;
    private static final int STEPS = 64;

    /** Value at lower-tail mass (1 + step/STEPS) 2^-(octave+1), and the same by upper-tail mass. */
    private final double[] lower;

    private final double[] upper;

    private QuantileTable(double[] lower, double[] upper) {
        this.lower = lower;
        this.upper = upper;
    }

    static Sampler of(ContinuousDistribution distribution) {
        double[] lower = new double[OCTAVES * STEPS + 1];
        double[] upper = new double[OCTAVES * STEPS + 1];
        for (int i = 0; i < lower.length; i++) {
            double mass = massAt(i);
            lower[i] = distribution.inverseCumulativeProbability(mass);
            upper[i] = distribution.inverseSurvivalProbability(mass);
        }
        return new QuantileTable(lower, upper);
    }

    /** Knot 0 is mass 1/2; the mass falls with the index. */
    private static double massAt(int index) {
        int octave = index / STEPS;
        double within = (double) (index % STEPS) / STEPS;
        return StrictMath.scalb(1 - within / 2, -(octave + 1));
    }

    @Override
    public double hours(double uniform) {
        return uniform < 0.5 ? at(lower, uniform) : at(upper, 1 - uniform);
    }

    private static double at(double[] table, double mass) {
        int whole = octave(mass);
        if (whole >= OCTAVES) {
            return table[table.length - 1];
        }
        double position = whole * STEPS + (1 - StrictMath.scalb(mass, whole + 1)) * 2 * STEPS;
        int index = (int) position;
        double part = position - index;
        return table[index] + part * (table[Math.min(index + 1, table.length - 1)] - table[index]);
    }

    /** The octave whose masses lie in (2^-(octave+2), 2^-(octave+1)]. */
    private static int octave(double mass) {
        int exponent = Math.getExponent(mass);
        boolean power = mass == StrictMath.scalb(1.0, exponent);
        return power ? -exponent - 1 : -exponent - 2;
    }
}
