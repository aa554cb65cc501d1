package io.holdfast.simulator.sampling;

/**
 * The incomplete gamma functions and their inverses, by StrictMath only. Sources: series and continued fraction as in Press
 * and others, Numerical Recipes, section 6.2; logarithm of gamma by Lanczos (g = 7). Relative accuracy about 1e-13.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // the coefficients stand as published
final class IncompleteGamma {

    private static final double CLOSE = 1e-15;
    private static final double TINY = 1e-300;
    private static final int MOST_TERMS = 10_000;
    private static final int MOST_STEPS = 200;
    private static final double G = 7;
    private static final double[] LANCZOS = {
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };

    private IncompleteGamma() {}

    /** The logarithm of gamma of a positive number. */
    static double logGamma(double x) {
        if (x < 0.5) {
            return StrictMath.log(StrictMath.PI / StrictMath.sin(StrictMath.PI * x)) - logGamma(1 - x);
        }
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x - 1 + i);
        }
        double t = x - 1 + G + 0.5;
        return 0.5 * StrictMath.log(2 * StrictMath.PI) + (x - 0.5) * StrictMath.log(t) - t + StrictMath.log(sum);
    }

    /** The mass above x of a gamma distribution of shape a and scale 1. */
    static double upper(double a, double x) {
        return x < a + 1 ? 1 - series(a, x) : fraction(a, x);
    }

    private static double lower(double a, double x) {
        return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
    }

    /** x times the density at x. */
    private static double density(double a, double x) {
        return StrictMath.exp(a * StrictMath.log(x) - x - logGamma(a));
    }

    private static double series(double a, double x) {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; n < MOST_TERMS && term > sum * CLOSE; n++) {
            term *= x / (a + n);
            sum += term;
        }
        return sum * density(a, x);
    }

    private static double fraction(double a, double x) {
        double b = x + 1 - a;
        double c = 1 / TINY;
        double d = 1 / b;
        double h = d;
        for (int n = 1; n < MOST_TERMS; n++) {
            double factor = -n * (n - a);
            b += 2;
            d = 1 / awayFromZero(factor * d + b);
            c = awayFromZero(b + factor / c);
            h *= d * c;
            if (StrictMath.abs(d * c - 1) < CLOSE) {
                break;
            }
        }
        return h * density(a, x);
    }

    private static double awayFromZero(double value) {
        return StrictMath.abs(value) < TINY ? TINY : value;
    }

    /** The value with this mass below it. Newton on logarithms: concave, so it comes from the left without overshooting. */
    static double lowerQuantile(double a, double mass) {
        double target = StrictMath.log(mass);
        double y = (target + logGamma(a + 1)) / a;
        for (int step = 0; step < MOST_STEPS; step++) {
            double x = StrictMath.exp(y);
            double p = lower(a, x);
            double move = (target - StrictMath.log(p)) * p / density(a, x);
            y += move;
            if (StrictMath.abs(move) < 1e-13) {
                break;
            }
        }
        return StrictMath.exp(y);
    }

    /** The value with this mass above it, likewise from the right. */
    static double upperQuantile(double a, double mass) {
        double target = StrictMath.log(mass);
        double y = StrictMath.log(4 * a + 10 - 2 * target);
        for (int step = 0; step < MOST_STEPS; step++) {
            double x = StrictMath.exp(y);
            double q = upper(a, x);
            double move = (StrictMath.log(q) - target) * q / density(a, x);
            y += move;
            if (StrictMath.abs(move) < 1e-13) {
                break;
            }
        }
        return StrictMath.exp(y);
    }
}
