package io.holdfast.simulator.learning;

/**
 * How well a fitted distribution fits the durations that it was fitted to.
 *
 * @param andersonDarling the Anderson-Darling statistic A²
 * @param pValue the chance of an A² at least as great if the family were right, by parametric bootstrap
 * @param distance the greatest distance between the two distribution functions (Kolmogorov-Smirnov), a share: how far off a
 *     probability read from the fit can be on these data
 * @param verdict what that says
 */
public record Goodness(double andersonDarling, double pValue, double distance, Verdict verdict) {

    /** The level of the test. */
    public static final double LEVEL = 0.05;

    /** The greatest distance at which a rejected fit still counts as close. */
    public static final double CLOSE_DISTANCE = 0.05;

    /** Durations below which no fit is called good: a test of fewer misses most wrong families. */
    public static final int FEW = 20;

    /** What the test says. */
    public enum Verdict {
        /** Not rejected at level {@value Goodness#LEVEL}. */
        FITS,
        /** Rejected, but no probability is further off than {@value Goodness#CLOSE_DISTANCE}: many data show small faults. */
        CLOSE,
        /** Rejected, and far off. Use the observed values themselves, or look for two kinds of durations in one. */
        POOR,
        /** Not rejected, but of fewer than {@value Goodness#FEW} durations, which says little. */
        TOO_FEW_TO_SAY
    }

    static Goodness of(double andersonDarling, double pValue, double distance, int size) {
        Verdict verdict;
        if (pValue >= LEVEL) {
            verdict = size < FEW ? Verdict.TOO_FEW_TO_SAY : Verdict.FITS;
        } else {
            verdict = distance <= CLOSE_DISTANCE ? Verdict.CLOSE : Verdict.POOR;
        }
        return new Goodness(andersonDarling, pValue, distance, verdict);
    }
}
