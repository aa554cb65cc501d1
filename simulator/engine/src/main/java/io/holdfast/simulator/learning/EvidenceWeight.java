package io.holdfast.simulator.learning;

import io.holdfast.simulator.model.Evidence;
import io.holdfast.simulator.model.Provenance;

/**
 * How many observations a stated number is worth against what is observed later. After as many observations as its
 * weight, a belief lies half way between what was stated and what was seen.
 *
 * <p>Source: the weights are a convention of this product, justified in {@code docs/model/7-learning.md}.
 */
public final class EvidenceWeight {

    /** A promise of a contract. */
    public static final double CONTRACT = 4;

    /** The judgement of somebody who knows the thing. */
    public static final double EXPERT = 3;

    /** A default, a number of unsaid origin, and a measurement that does not say of how many. */
    public static final double LEAST = 1;

    /**
     * What is known of the spread of durations before anything is seen of this one, in observations. Between the systems of
     * LANL's failure records the spread of log durations varies as if known from 11 observations, between the parts of
     * GitHub's status history from 16.
     */
    public static final double SPREAD = 8;

    private EvidenceWeight() {}

    /**
     * The weight of a number.
     *
     * @return the weight that it says; else by its evidence, at least {@link #LEAST}, of a measured number its observations
     */
    public static double of(Provenance provenance) {
        Double said = provenance.weight();
        if (said != null) {
            return said;
        }
        Evidence evidence = provenance.evidence();
        if (evidence == null) {
            return LEAST;
        }
        return switch (evidence) {
            case MEASURED -> Math.max(LEAST, observed(provenance));
            case CONTRACT -> CONTRACT;
            case EXPERT -> EXPERT;
            case DEFAULT -> LEAST;
        };
    }

    /** How many observations a number already counts: those of a measured one, else none. */
    static int observed(Provenance provenance) {
        Integer observations = provenance.observations();
        return provenance.evidence() == Evidence.MEASURED && observations != null ? observations : 0;
    }
}
