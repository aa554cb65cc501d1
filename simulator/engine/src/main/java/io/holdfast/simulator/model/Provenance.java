package io.holdfast.simulator.model;

import org.jspecify.annotations.Nullable;

/**
 * What a number rests on.
 *
 * @param evidence the kind of evidence, or null where the file does not say; an unsaid one counts as a guess
 * @param observations how many observations it rests on, at least 0, or null
 * @param source a reference a person can follow, or null
 * @param weight how many observations its centre is worth when it is learned from, above 0; null for what its evidence is worth
 * @param freedom how many observations its spread is worth, above 0; null where nothing was learned. Where it is given, the time
 *     is the prediction of a belief, not knowing included: Student t on the logarithm, with so many degrees of freedom
 */
public record Provenance(
        @Nullable Evidence evidence,
        @Nullable Integer observations,
        @Nullable String source,
        @Nullable Double weight,
        @Nullable Double freedom) {

    /** Nothing is said about the number. */
    public static final Provenance UNSAID = new Provenance(null, null, null);

    /** Checks the count of observations and the weights. */
    public Provenance {
        if (observations != null) {
            Require.atLeast("observations", observations, 0);
        }
        if (weight != null) {
            Require.positive("weight", weight);
        }
        if (freedom != null) {
            Require.positive("freedom", freedom);
        }
    }

    /** What a number rests on of which nothing was learned yet. */
    public Provenance(@Nullable Evidence evidence, @Nullable Integer observations, @Nullable String source) {
        this(evidence, observations, source, null, null);
    }

    /** Whether the number is an expert's guess, a default, or of unsaid origin. */
    public boolean isGuess() {
        return evidence == null || evidence.isGuess();
    }
}
