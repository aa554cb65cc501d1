package io.holdfast.simulator.model;

import org.jspecify.annotations.Nullable;

/**
 * What a number rests on.
 *
 * @param evidence the kind of evidence, or null where the file does not say; an unsaid one counts as a guess
 * @param observations how many observations it rests on, at least 0, or null
 * @param source a reference a person can follow, or null
 */
public record Provenance(
        @Nullable Evidence evidence,
        @Nullable Integer observations,
        @Nullable String source) {

    /** Nothing is said about the number. */
    public static final Provenance UNSAID = new Provenance(null, null, null);

    /** Checks the count of observations. */
    public Provenance {
        if (observations != null) {
            Require.atLeast("observations", observations, 0);
        }
    }

    /** Whether the number is an expert's guess, a default, or of unsaid origin. */
    public boolean isGuess() {
        return evidence == null || evidence.isGuess();
    }
}
