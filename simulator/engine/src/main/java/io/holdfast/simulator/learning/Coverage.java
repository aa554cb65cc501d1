package io.holdfast.simulator.learning;

import io.holdfast.simulator.result.Estimate;
import java.util.List;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * How far past predictions held: how many actuals fell inside the predicted bands, and whether that is what the bands promise.
 *
 * <p>Sources: Clopper and Pearson, <i>Biometrika</i> 26 (1934) for the intervals; Dawid, <i>JRSS A</i> 147 (1984) for the
 * probability integral transform.
 *
 * @param bands the central bands of 50, 80 and 95 %
 * @param pits where each actual lay in its prediction, in the order given; evenly spread over 0 to 1 if predictions hold, heaped
 *     near 1 if they are too early, at both ends if too narrow
 * @param leftOut how many were left out, as maintenance or broken off
 * @param verdict what the bands say together
 */
public record Coverage(List<Band> bands, List<Pit> pits, int leftOut, Verdict verdict) {

    /** The shares of the bands. */
    public static final List<Double> SHARES = List.of(0.5, 0.8, 0.95);

    private static final double LEVEL = 0.05;
    private static final int DECIDING = 1;

    /** Copies the lists. */
    public Coverage {
        bands = List.copyOf(bands);
        pits = List.copyOf(pits);
    }

    /** What a band says. */
    public enum Verdict {
        /** As many inside as promised, as far as so many predictions can tell. */
        WELL_CALIBRATED,
        /** Fewer inside than promised. */
        TOO_NARROW,
        /** More inside than promised. */
        TOO_WIDE,
        /** So few that even all inside, or none, would not contradict the promise. */
        TOO_FEW_TO_SAY
    }

    /**
     * A central band: from the quantile (1 − promised)/2 to the quantile (1 + promised)/2, ends included.
     *
     * @param promised the share that it promises
     * @param inside how many actuals fell inside
     * @param total of how many predictions that say where the band ends
     * @param share the share inside with its exact 95 % interval
     * @param verdict whether the interval holds the promised share
     */
    public record Band(double promised, int inside, int total, Estimate share, Verdict verdict) {}

    /**
     * The coverage of some predictions. Maintenance and what was broken off are left out.
     *
     * <p>A band's own verdict is at level 5 %. The verdict of all is at level 5 % too, each band at a third of it; {@link
     * Verdict#WELL_CALIBRATED} needs as many predictions as the 80 % band needs to be found wrong either way: 22.
     */
    public static Coverage of(List<PastPrediction> predictions) {
        List<PastPrediction> kept = predictions.stream()
                .filter(each -> each.actual().finished() && each.actual().kind() != ObservedDuration.Kind.MAINTENANCE)
                .toList();
        List<Pit> pits = kept.stream()
                .map(each -> Pit.of(each.predicted(), each.actual().hours()))
                .toList();
        List<Band> bands = SHARES.stream().map(share -> band(kept, share)).toList();
        return new Coverage(bands, pits, predictions.size() - kept.size(), together(bands));
    }

    private static Band band(List<PastPrediction> kept, double promised) {
        List<PastPrediction> stating =
                kept.stream().filter(each -> each.states(promised)).toList();
        int total = stating.size();
        int inside =
                (int) stating.stream().filter(each -> each.inside(promised)).count();
        Estimate share = total == 0 ? new Estimate(Double.NaN, 0, 1) : interval(inside, total, LEVEL);
        return new Band(promised, inside, total, share, verdict(inside, total, promised, LEVEL));
    }

    private static Verdict together(List<Band> bands) {
        List<Verdict> verdicts = bands.stream()
                .map(band -> verdict(band.inside(), band.total(), band.promised(), LEVEL / bands.size()))
                .toList();
        if (verdicts.contains(Verdict.TOO_NARROW)) {
            return Verdict.TOO_NARROW;
        }
        return verdicts.contains(Verdict.TOO_WIDE) ? Verdict.TOO_WIDE : verdicts.get(DECIDING);
    }

    private static Verdict verdict(int inside, int total, double promised, double level) {
        if (total == 0) {
            return Verdict.TOO_FEW_TO_SAY;
        }
        Estimate share = interval(inside, total, level);
        if (share.high() < promised) {
            return Verdict.TOO_NARROW;
        }
        if (share.low() > promised) {
            return Verdict.TOO_WIDE;
        }
        boolean canSay = Math.max(Math.pow(promised, total), Math.pow(1 - promised, total)) < level / 2;
        return canSay ? Verdict.WELL_CALIBRATED : Verdict.TOO_FEW_TO_SAY;
    }

    /** The exact interval of Clopper and Pearson. */
    static Estimate interval(int inside, int total, double level) {
        double low = inside == 0
                ? 0
                : BetaDistribution.of(inside, total - inside + 1.0).inverseCumulativeProbability(level / 2);
        double high = inside == total
                ? 1
                : BetaDistribution.of(inside + 1.0, total - inside).inverseSurvivalProbability(level / 2);
        return new Estimate((double) inside / total, low, high);
    }
}
