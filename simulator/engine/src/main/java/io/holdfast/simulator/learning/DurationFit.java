package io.holdfast.simulator.learning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Chooses a distribution for observed durations by likelihood and says how well it fits.
 *
 * <p>Sources: Burnham and Anderson, <i>Model Selection and Multimodel Inference</i>, 2nd ed. 2002 (criterion with correction,
 * weights); Schwarz, <i>Annals of Statistics</i> 6 (1978).
 */
public final class DurationFit {

    /** Durations below which no family is chosen. */
    public static final int LEAST = 5;

    private static final double EQUAL = 1e-4;

    private DurationFit() {}

    /**
     * Fits every {@link Family} to finished incidents and drills above 0 hours, and ranks them by {@link Candidate#aic}.
     * Maintenance is left out, zeros are left out and counted, outliers stay in and are counted.
     *
     * @param durations rows in any order
     * @param seed of the bootstrap behind {@link Goodness#pValue}; nothing else depends on it
     * @throws IllegalArgumentException when one of them was broken off: the fit takes finished ones only
     */
    public static FitOutcome of(List<ObservedDuration> durations, long seed) {
        List<ObservedDuration> kept = durations.stream()
                .filter(each -> each.kind() != ObservedDuration.Kind.MAINTENANCE)
                .toList();
        kept.forEach(each -> Check.that(
                each.finished(),
                "A duration of " + each.hours()
                        + " hours was broken off; a fit takes finished ones only. Let it update a"
                        + " stated time, or leave it out."));
        double[] hours = kept.stream()
                .mapToDouble(ObservedDuration::hours)
                .filter(each -> each > 0)
                .toArray();
        return fit(hours, durations.size(), durations.size() - kept.size(), seed);
    }

    private static FitOutcome fit(double[] hours, int given, int maintenance, long seed) {
        int zeros = given - maintenance - hours.length;
        if (hours.length < LEAST) {
            return new FitOutcome.TooFew(new FitOutcome.Rows(given, maintenance, zeros, hours.length, 0));
        }
        LogSample sample = LogSample.of(hours);
        FitOutcome.Rows rows = new FitOutcome.Rows(given, maintenance, zeros, hours.length, sample.outliers());
        if (sample.deviation() < EQUAL) {
            return new FitOutcome.AllEqual(rows, Math.exp(sample.centre()));
        }
        List<Candidate> candidates = ranked(sample);
        return new FitOutcome.Fitted(rows, candidates, AndersonDarling.test(candidates.getFirst(), sample, seed));
    }

    private static List<Candidate> ranked(LogSample sample) {
        Candidate[] fitted = Stream.of(Family.values())
                .map(family -> Candidate.of(family, sample))
                .sorted(Comparator.comparingDouble(Candidate::aic))
                .toArray(Candidate[]::new);
        double least = fitted[0].aic();
        double sum = Arrays.stream(fitted)
                .mapToDouble(each -> Math.exp((least - each.aic()) / 2))
                .sum();
        return Arrays.stream(fitted)
                .map(each -> each.withWeight(Math.exp((least - each.aic()) / 2) / sum))
                .toList();
    }
}
