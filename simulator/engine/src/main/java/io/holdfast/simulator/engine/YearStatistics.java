package io.holdfast.simulator.engine;

import io.holdfast.simulator.result.Estimate;
import io.holdfast.simulator.result.QuantileEstimate;
import io.holdfast.simulator.result.YearResult.Mean;
import java.math.BigInteger;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Intervals of 95 % over histories. Means by Student's t; where the quantity was 0 in every history, up to what it may be at
 * most, times the upper end of Wilson's interval for a history in which it is not 0. One history says nothing of its own
 * spread.
 */
final class YearStatistics {

    private static final double UPPER = 0.975;
    private static final double Z2 = Statistics.Z * Statistics.Z;

    private final long n;
    private final double t;

    YearStatistics(long histories) {
        n = histories;
        t = n < 2 ? Double.NaN : new TDistribution(n - 1.0).inverseCumulativeProbability(UPPER);
    }

    /**
     * The mean of values of histories.
     *
     * @param sums the values
     * @param scale value per unit of the result
     * @param most the most that a value can be, in the unit of the result
     */
    Mean mean(ValueSums sums, double scale, double most) {
        return mean(sums.sum, sums.squares, scale, zeroUpTo(most));
    }

    /** The upper end where nothing was seen in any history. */
    double zeroUpTo(double most) {
        return most * Z2 / (n + Z2);
    }

    /** The mean of counts that have no greatest value: where none was seen, up to a Poisson mean that shows none in 2.5 %. */
    Mean meanCount(Int128 sum, Int128 squares, double scale) {
        return mean(sum, squares, scale, -StrictMath.log(1 - UPPER) / n / scale);
    }

    private Mean mean(Int128 sum, Int128 squares, double scale, double highOfNone) {
        double mean = sum.toDouble() / n / scale;
        if (mean == 0) {
            return new Mean(0, 0.0, highOfNone);
        }
        if (n < 2) {
            return new Mean(mean, null, null);
        }
        double half = t * Statistics.deviation(n, sum, squares, scale) / StrictMath.sqrt((double) n);
        return new Mean(mean, Math.max(0, mean - half), mean + half);
    }

    /** The mean length of outages in hours, a ratio of two sums over histories. */
    Mean ratio(YearSums.OfElement of, double scale) {
        BigInteger outages = of.outages.toBigInteger();
        BigInteger down = of.down.sum.toBigInteger();
        double ratio = down.doubleValue() / outages.doubleValue();
        if (n < 2) {
            return new Mean(ratio / scale, null, null);
        }
        double squares = of.down.squares.toDouble()
                - 2 * ratio * of.outagesTimesDown.toDouble()
                + ratio * ratio * of.outageSquares.toDouble();
        double half = t * StrictMath.sqrt(Math.max(0, squares) * n / (n - 1.0)) / outages.doubleValue();
        return new Mean(ratio / scale, Math.max(0, ratio - half) / scale, (ratio + half) / scale);
    }

    /**
     * The share of periods that were met, by Wilson's interval with as many periods as the spread between histories is worth:
     * periods of one history are not independent. Where all or none were met, that spread says nothing and every period counts.
     */
    Estimate share(YearSums.OfElement of, long periods) {
        double all = (double) periods * n;
        double share = of.met.toDouble() / all;
        double worth = all;
        if (share > 0 && share < 1 && n > 1) {
            double deviation = Statistics.deviation(n, of.met, of.metSquares, 1) / periods;
            double variance = deviation * deviation / n;
            worth = variance > 0 ? Math.min(all, share * (1 - share) / variance) : all;
        }
        double middle = (share + Z2 / (2 * worth)) / (1 + Z2 / worth);
        double half = Statistics.Z
                * StrictMath.sqrt(share * (1 - share) / worth + Z2 / (4 * worth * worth))
                / (1 + Z2 / worth);
        return new Estimate(
                share, share == 0 ? 0 : Math.max(0, middle - half), share == 1 ? 1 : Math.min(1, middle + half));
    }

    /** A quantile of values of histories. */
    QuantileEstimate quantile(double p, ValueCounts.Sorted values, double scale) {
        return Statistics.quantile(p, n, rank -> values.valueOfRank(rank) / scale);
    }
}
