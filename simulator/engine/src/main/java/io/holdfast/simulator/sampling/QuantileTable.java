package io.holdfast.simulator.sampling;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/**
 * A quantile function as a table, for distributions without a closed one. Knots are dense in both tails: 32 to each
 * halving of the tail mass down to 2^-40, linear in the mass between knots. Relative error at most 2e-4; the mass beyond
 * the last knot, 1e-12 on either side, takes the value there.
 */
final class QuantileTable implements Sampler {

    private static final int OCTAVES = 40;
    private static final int STEPS = 32;

    /** Value at lower-tail mass (1 + step/STEPS) 2^-(octave+1), and the same by upper-tail mass. */
    private final double[] lower;

    private final double[] upper;

    private final ContinuousDistribution distribution;

    private QuantileTable(ContinuousDistribution distribution) {
        this.distribution = distribution;
        lower = new double[OCTAVES * STEPS + 1];
        upper = new double[OCTAVES * STEPS + 1];
        Arrays.fill(lower, Double.NaN);
        Arrays.fill(upper, Double.NaN);
    }

    static Sampler of(ContinuousDistribution distribution) {
        return new QuantileTable(distribution);
    }

    /**
     * A knot, computed when it is first asked for. Threads may compute the same knot at once; they write the same value.
     */
    private double knot(boolean low, int index) {
        double[] table = low ? lower : upper;
        double found = table[index];
        if (Double.isNaN(found)) {
            double mass = massAt(index);
            found = low
                    ? distribution.inverseCumulativeProbability(mass)
                    : distribution.inverseSurvivalProbability(mass);
            table[index] = found;
        }
        return found;
    }

    /** Knot 0 is mass 1/2; the mass falls with the index. */
    private static double massAt(int index) {
        int octave = index / STEPS;
        double within = (double) (index % STEPS) / STEPS;
        return StrictMath.scalb(1 - within / 2, -(octave + 1));
    }

    @Override
    public double hours(double uniform) {
        return uniform < 0.5 ? at(true, uniform) : at(false, 1 - uniform);
    }

    private double at(boolean low, double mass) {
        int whole = octave(mass);
        if (whole >= OCTAVES) {
            return knot(low, lower.length - 1);
        }
        double position = whole * STEPS + (1 - StrictMath.scalb(mass, whole + 1)) * 2 * STEPS;
        int index = (int) position;
        double part = position - index;
        double from = knot(low, index);
        return from + part * (knot(low, Math.min(index + 1, lower.length - 1)) - from);
    }

    /** The octave whose masses lie in (2^-(octave+2), 2^-(octave+1)]. */
    private static int octave(double mass) {
        int exponent = Math.getExponent(mass);
        boolean power = mass == StrictMath.scalb(1.0, exponent);
        return power ? -exponent - 1 : -exponent - 2;
    }
}
