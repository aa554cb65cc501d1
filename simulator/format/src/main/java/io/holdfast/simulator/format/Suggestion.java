package io.holdfast.simulator.format;

import java.util.Collection;
import java.util.Optional;

/** Finds what a person may have meant. */
public final class Suggestion {

    private Suggestion() {}

    /** The nearest of the known words, if one is near: at most a third of the letters differ, at most three. */
    public static Optional<String> findNearest(String word, Collection<String> known) {
        int allowed = Math.min(3, Math.max(1, word.length() / 3));
        String best = null;
        int bestDistance = allowed + 1;
        for (String candidate : known) {
            if (Math.abs(candidate.length() - word.length()) < bestDistance) {
                int distance = distance(word, candidate);
                if (distance < bestDistance) {
                    best = candidate;
                    bestDistance = distance;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** "Did you mean 'x'? " where there is such a word, else nothing. In English, for answers in English. */
    public static String didYouMean(String word, Collection<String> known) {
        return meant(word, known).in(Language.EN);
    }

    /** The question whether a known word was meant, with a space behind it; nothing where none is near. */
    static Message meant(String word, Collection<String> known) {
        return findNearest(word, known)
                .map(near -> Message.of("did-you-mean", "near", near))
                .orElseGet(Message::none);
    }

    /** Levenshtein distance. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
