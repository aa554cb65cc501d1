package io.holdfast.service.simulation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a run is of. A kind is this constant, a {@link RunJob} that works on it, and a case in {@link WantedRun} that says what may
 * be asked of it; the table {@code run} allows its word.
 */
public enum RunKind {
    /** A scenario; the subject is its id. */
    SCENARIO,
    /** A drill that is written down; the subject is its id. */
    DRILL,
    /** Years of operation of the whole model; there is no subject. */
    YEAR,
    /** The uncertainty budget of an element under a scenario; the subject is the scenario's id. */
    BUDGET;

    /** The word in the database and in answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a word, if there is one. */
    public static Optional<RunKind> find(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** The kind of a word that the database holds. */
    static RunKind ofWord(String word) {
        return find(word).orElseThrow(() -> new IllegalStateException("Runs of kind '" + word + "' are not known"));
    }
}
