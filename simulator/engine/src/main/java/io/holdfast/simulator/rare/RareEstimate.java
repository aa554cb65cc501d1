package io.holdfast.simulator.rare;

import io.holdfast.simulator.result.Estimate;

/**
 * A probability with its 95 % interval.
 *
 * @param question what it is the probability of, given the scenario
 * @param chance value and interval; the value 0 carries an upper bound above 0 unless the event is impossible
 * @param method how it was found
 * @param trials trials of the main run, 0 where it is exact
 * @param seen trials in which the event happened
 * @param effectiveTrials how many plain trials would give the same standard error; 0 where it is exact or was never seen
 * @param degenerate whether so few trials carry the weight that the interval was widened by what no trial may have seen
 */
public record RareEstimate(
        RareQuestion question,
        Estimate chance,
        RareMethod method,
        long trials,
        long seen,
        double effectiveTrials,
        boolean degenerate) {}
