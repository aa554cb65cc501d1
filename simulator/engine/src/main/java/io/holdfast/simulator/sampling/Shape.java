package io.holdfast.simulator.sampling;

/**
 * A continuous distribution without its place and scale: what a {@link QuantileTable} is made of. By StrictMath only, so
 * that every machine builds the same table.
 */
sealed interface Shape {

    /**
     * The value with a mass below it, or above it.
     *
     * @param mass above 0, at most 1/2
     * @param above whether the mass lies above the value
     */
    double quantile(double mass, boolean above);

    /** Between 0 and 1. */
    record Even() implements Shape {
        @Override
        public double quantile(double mass, boolean above) {
            return above ? 1 - mass : mass;
        }
    }

    /** Between 0 and 1, most likely at {@code mode}. */
    record Tent(double mode) implements Shape {
        @Override
        public double quantile(double mass, boolean above) {
            double below = above ? 1 - mass : mass;
            double over = above ? mass : 1 - mass;
            return below < mode ? StrictMath.sqrt(below * mode) : 1 - StrictMath.sqrt(over * (1 - mode));
        }
    }

    /** Beta between 0 and 1, both parameters at least 1. */
    record Beta(double a, double b) implements Shape {
        @Override
        public double quantile(double mass, boolean above) {
            return above ? 1 - IncompleteBeta.quantile(b, a, mass) : IncompleteBeta.quantile(a, b, mass);
        }
    }

    /** Weibull of scale 1; the exponential where {@code k} is 1. */
    record Weibull(double k) implements Shape {
        @Override
        public double quantile(double mass, boolean above) {
            double exponential = above ? -StrictMath.log(mass) : -StrictMath.log1p(-mass);
            return k == 1 ? exponential : StrictMath.pow(exponential, 1 / k);
        }
    }

    /** Gamma of scale 1. */
    record Gamma(double k) implements Shape {
        @Override
        public double quantile(double mass, boolean above) {
            return above ? IncompleteGamma.upperQuantile(k, mass) : IncompleteGamma.lowerQuantile(k, mass);
        }
    }

    /** Lognormal of median 1. */
    record Lognormal(double sigma) implements Shape {
        @Override
        public double quantile(double mass, boolean above) {
            double z = StandardNormal.quantile(mass);
            return StrictMath.exp(above ? -sigma * z : sigma * z);
        }
    }

    /** Normal of deviation 1 and this mean, redrawn below 0. */
    record Positive(double mean) implements Shape {
        @Override
        public double quantile(double mass, boolean above) {
            double cut = StandardNormal.below(-mean);
            double over = above ? mass * (1 - cut) : (1 - mass) * (1 - cut);
            double under = cut + (above ? (1 - mass) * (1 - cut) : mass * (1 - cut));
            double z = under < over ? StandardNormal.quantile(under) : -StandardNormal.quantile(over);
            return StrictMath.max(0, mean + z);
        }
    }
}
