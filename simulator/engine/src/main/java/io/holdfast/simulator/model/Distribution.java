package io.holdfast.simulator.model;

import java.util.List;

/**
 * The distribution of a time in hours (lags and ages included). All are of non-negative values.
 *
 * <p>Source: the published model format, "Durations".
 */
public sealed interface Distribution {

    /** Always the same time. */
    record Fixed(double hours) implements Distribution {
        /** Checks that the time is not negative. */
        public Fixed {
            Require.notNegative("fixed", hours);
        }
    }

    /** Equally likely between two times. */
    record Uniform(double min, double max) implements Distribution {
        /** Checks the order. */
        public Uniform {
            Require.notNegative("uniform min", min);
            Require.notNegative("uniform max", max);
            Require.ascending("uniform", min, max);
        }
    }

    /** Triangular with three points. */
    record Triangular(double min, double mode, double max) implements Distribution {
        /** Checks the order. */
        public Triangular {
            requireThreePoints("triangular", min, mode, max);
        }
    }

    /** PERT: a beta distribution scaled to [min, max] with λ = 4. */
    record Pert(double min, double mode, double max) implements Distribution {
        /** Checks the order. */
        public Pert {
            requireThreePoints("pert", min, mode, max);
        }
    }

    /** Exponential with this mean. */
    record Exponential(double mean) implements Distribution {
        /** Checks that the mean is positive. */
        public Exponential {
            Require.positive("exponential mean", mean);
        }
    }

    /** Lognormal by its median and 90 % quantile. */
    record Lognormal(double median, double p90) implements Distribution {
        /** Checks the order. */
        public Lognormal {
            Require.positive("lognormal median", median);
            Require.positive("lognormal p90", p90);
            Require.that(
                    median <= p90,
                    Rule.P90_AT_LEAST_MEDIAN,
                    "value",
                    Require.show(p90),
                    "median",
                    Require.show(median));
        }
    }

    /** Normal with mean and standard deviation, truncated (redrawn) below at 0. */
    record Normal(double mean, double sd) implements Distribution {
        /** Checks mean and deviation. */
        public Normal {
            Require.notNegative("normal mean", mean);
            Require.notNegative("normal sd", sd);
        }
    }

    /** Weibull with shape k and scale λ in hours. */
    record Weibull(double shape, double scale) implements Distribution {
        /** Checks that both are positive. */
        public Weibull {
            Require.positive("weibull shape", shape);
            Require.positive("weibull scale", scale);
        }
    }

    /** Gamma with shape k and scale θ in hours. */
    record Gamma(double shape, double scale) implements Distribution {
        /** Checks that both are positive. */
        public Gamma {
            Require.positive("gamma shape", shape);
            Require.positive("gamma scale", scale);
        }
    }

    /** Each of the observed values equally likely. */
    record Empirical(List<Double> values) implements Distribution {
        /** Copies the values and checks them. */
        public Empirical {
            values = List.copyOf(values);
            Require.that(!values.isEmpty(), Rule.NOT_EMPTY, "what", "empirical");
            for (double value : values) {
                Require.notNegative("empirical", value);
            }
        }
    }

    /**
     * Known quantiles, monotone interpolation between them. Tail rule: below the first and above the last stated
     * probability the time stays at the first and last stated value.
     */
    record Quantiles(List<Point> points) implements Distribution {
        /** Copies the points and checks that both coordinates ascend. */
        public Quantiles {
            points = List.copyOf(points);
            Require.that(!points.isEmpty(), Rule.NOT_EMPTY, "what", "quantiles");
            for (int i = 1; i < points.size(); i++) {
                Require.that(
                        points.get(i - 1).probability() < points.get(i).probability()
                                && points.get(i - 1).hours() <= points.get(i).hours(),
                        Rule.QUANTILES_RISE);
            }
        }

        /** One stated quantile: the probability in [0, 1] and its time in hours. */
        public record Point(double probability, double hours) {
            /** Checks both coordinates. */
            public Point {
                Require.share("quantiles probability", probability);
                Require.notNegative("quantiles hours", hours);
            }
        }
    }

    private static void requireThreePoints(String what, double min, double mode, double max) {
        Require.notNegative(what + " min", min);
        Require.notNegative(what + " mode", mode);
        Require.notNegative(what + " max", max);
        Require.ascending(what, min, mode, max);
    }
}
