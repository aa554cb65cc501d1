package io.holdfast.simulator.sampling;

/**
 * The inverse of the incomplete beta function for parameters of at least 1, by StrictMath only. Source: continued fraction
 * as in Press and others, Numerical Recipes, section 6.4. Relative accuracy about 1e-13.
 */
final class IncompleteBeta {

    private static final double CLOSE = 1e-15;
    private static final double TINY = 1e-300;
    private static final int MOST_TERMS = 10_000;
    private static final int MOST_STEPS = 200;

    private IncompleteBeta() {}

    private static double logBeta(double a, double b) {
        return IncompleteGamma.logGamma(a) + IncompleteGamma.logGamma(b) - IncompleteGamma.logGamma(a + b);
    }

    /** x^a (1 - x)^b / B(a, b). */
    private static double front(double a, double b, double x) {
        return StrictMath.exp(a * StrictMath.log(x) + b * StrictMath.log1p(-x) - logBeta(a, b));
    }

    /** The mass below x. */
    static double below(double a, double b, double x) {
        return x < (a + 1) / (a + b + 2)
                ? front(a, b, x) * fraction(a, b, x) / a
                : 1 - front(b, a, 1 - x) * fraction(b, a, 1 - x) / b;
    }

    private static double fraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / awayFromZero(1 - (a + b) * x / (a + 1));
        double h = d;
        for (int m = 1; m < MOST_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / awayFromZero(1 + even * d);
            c = awayFromZero(1 + even / c);
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / awayFromZero(1 + odd * d);
            c = awayFromZero(1 + odd / c);
            h *= d * c;
            if (StrictMath.abs(d * c - 1) < CLOSE) {
                break;
            }
        }
        return h;
    }

    private static double awayFromZero(double value) {
        return StrictMath.abs(value) < TINY ? TINY : value;
    }

    /**
     * The value with this mass, at most 1/2, below it. Newton on logarithms: concave for parameters of at least 1, so it
     * comes from the left without overshooting.
     */
    static double quantile(double a, double b, double mass) {
        double target = StrictMath.log(mass);
        double y = StrictMath.min((target + StrictMath.log(a) + logBeta(a, b)) / a, -1e-3);
        for (int step = 0; step < MOST_STEPS; step++) {
            double x = StrictMath.exp(y);
            double p = below(a, b, x);
            double move = (target - StrictMath.log(p)) * p * (1 - x) / front(a, b, x);
            y = StrictMath.min(y + move, -1e-12);
            if (StrictMath.abs(move) < 1e-13) {
                break;
            }
        }
        return StrictMath.exp(y);
    }
}
