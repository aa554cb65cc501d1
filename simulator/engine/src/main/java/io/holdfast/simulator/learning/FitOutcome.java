package io.holdfast.simulator.learning;

import java.util.List;

/** What came of fitting a distribution to durations. */
public sealed interface FitOutcome {

    /** What was in the rows. */
    Rows rows();

    /**
     * What was in the rows.
     *
     * @param given all of them
     * @param maintenance planned work, left out
     * @param zeros durations of 0, which no continuous distribution has; left out of the fit. Report them beside it: the chance
     *     of a time too short to measure is zeros / (zeros + used)
     * @param used what was fitted
     * @param outliers of those used, how many log durations lie more than 3.5 robust deviations from their median; they stay in.
     *     Source: Iglewicz and Hoaglin, <i>How to Detect and Handle Outliers</i>, 1993
     */
    record Rows(int given, int maintenance, int zeros, int used, int outliers) {}

    /**
     * Families were fitted and one was chosen.
     *
     * @param rows what was in the rows
     * @param candidates all families, the best first, by {@link Candidate#aic}
     * @param goodness how well the best fits
     */
    record Fitted(Rows rows, List<Candidate> candidates, Goodness goodness) implements FitOutcome {
        /** Copies the candidates. */
        public Fitted {
            candidates = List.copyOf(candidates);
        }

        /** The chosen one. */
        public Candidate best() {
            return candidates.getFirst();
        }
    }

    /** Too few durations are left to tell families apart. Let them update a stated time instead: {@link DurationBelief#after}. */
    record TooFew(Rows rows) implements FitOutcome {}

    /** All durations are the same to within 0.01 %: a fixed time, no distribution. */
    record AllEqual(Rows rows, double hours) implements FitOutcome {}
}
