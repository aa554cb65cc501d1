package io.holdfast.service.identity.internal;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a password must be: long enough, and not easily guessed. No rules of composition, no expiry (NIST SP 800-63B, 5.1.1). */
public final class PasswordRules {

    /** The fewest characters. */
    public static final int FEWEST = 12;

    /** The most characters. */
    public static final int MOST = 256;

    /** How strong zxcvbn must find it, of 0 to 4; 3: more than 10^8 guesses. */
    private static final int STRENGTH = 3;

    /** Longer ones take quadratic time to judge, and their first characters are enough to judge them. */
    private static final int JUDGED = 64;

    /** Words of the product and of what it is for. */
    private static final List<String> PRODUCT = List.of(
            "holdfast", "continuity", "recovery", "drill", "planner", "operator", "administrator", "administration");

    private static final Zxcvbn ZXCVBN = new Zxcvbn();

    private PasswordRules() {}

    /**
     * What is wrong with a password, with a way out; empty where nothing is.
     *
     * @param password the password
     * @param names what its owner and the organisation are called, which others would try first
     */
    public static Optional<String> fault(String password, List<String> names) {
        int length = password.codePointCount(0, password.length());
        if (length < FEWEST) {
            return Optional.of("The password has " + length + " characters, but at least " + FEWEST
                    + " are needed. Take several words.");
        }
        if (length > MOST) {
            return Optional.of("The password has " + length + " characters; at most " + MOST + " are taken.");
        }
        int strength = strength(password, names);
        return strength < STRENGTH
                ? Optional.of(
                        "The password is one of the first that somebody would try. Take several words that do not belong"
                                + " together, or have one made by a password manager.")
                : Optional.empty();
    }

    /** What zxcvbn finds, of the password without the names that others would try first too. */
    private static int strength(String password, List<String> names) {
        String judged = password.toLowerCase(Locale.ROOT);
        for (String name : longestFirst(names)) {
            judged = judged.replace(name, "");
        }
        int reduced = ZXCVBN.measure(start(judged)).getScore();
        return Math.min(reduced, ZXCVBN.measure(start(password)).getScore());
    }

    private static List<String> longestFirst(List<String> names) {
        return Stream.concat(PRODUCT.stream(), names.stream())
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static String start(String text) {
        return text.substring(0, Math.min(JUDGED, text.length()));
    }
}
