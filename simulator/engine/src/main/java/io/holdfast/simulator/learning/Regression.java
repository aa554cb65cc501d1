package io.holdfast.simulator.learning;

import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/** Least squares of a figure on the features of one input, over some draws. */
final class Regression {

    private final double[] fitted;
    private final double total;
    private final double left;
    private final int count;
    private final int features;

    private Regression(double[] fitted, double total, double left, int count, int features) {
        this.fitted = fitted;
        this.total = total;
        this.left = left;
        this.count = count;
        this.features = features;
    }

    /**
     * Fits.
     *
     * @param y a figure by draw
     * @param x features by draw, without the constant
     * @param kept the draws to use; the figure is fitted at all of them
     */
    static Regression of(double[] y, double[][] x, int[] kept) {
        int p = x[0].length;
        double[][] products = new double[p + 1][p + 1];
        double[] with = new double[p + 1];
        for (int draw : kept) {
            for (int i = 0; i <= p; i++) {
                double one = feature(x[draw], i);
                with[i] += one * y[draw];
                for (int j = 0; j <= p; j++) {
                    products[i][j] += one * feature(x[draw], j);
                }
            }
        }
        double[] weights = new SingularValueDecomposition(new Array2DRowRealMatrix(products, false))
                .getSolver()
                .solve(new ArrayRealVector(with, false))
                .toArray();
        return judged(y, x, kept, weights, with[0] / kept.length);
    }

    private static Regression judged(double[] y, double[][] x, int[] kept, double[] weights, double mean) {
        double[] fitted = new double[y.length];
        double total = 0;
        double left = 0;
        for (int draw : kept) {
            double sum = 0;
            for (int i = 1; i < weights.length; i++) {
                sum += weights[i] * x[draw][i - 1];
            }
            fitted[draw] = sum;
            double off = y[draw] - weights[0] - sum;
            left += off * off;
            total += (y[draw] - mean) * (y[draw] - mean);
        }
        return new Regression(fitted, total, left, kept.length, weights.length - 1);
    }

    private static double feature(double[] x, int i) {
        return i == 0 ? 1 : x[i - 1];
    }

    /** What the features say of the figure at a draw, without the constant; 0 at draws that were not used. */
    double fitted(int draw) {
        return fitted[draw];
    }

    /**
     * The variance that the features explain, corrected for their number, so that features without effect explain 0 on average.
     *
     * @param others how many other features were taken off the figure before
     */
    double explained(int others) {
        return total / (count - 1 - others) - left / (count - 1 - others - features);
    }

    /** The chance that features without effect explain as much (F test); 1 where there is nothing to explain. */
    double pValue(int others) {
        int freedom = count - 1 - others - features;
        if (total <= 0 || freedom < 1) {
            return 1;
        }
        double f = (total - left) / features / (Math.max(left, 1e-12 * total) / freedom);
        return 1 - new FDistribution(features, freedom).cumulativeProbability(Math.max(0, f));
    }
}
