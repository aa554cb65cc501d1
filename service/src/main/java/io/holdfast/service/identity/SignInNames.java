package io.holdfast.service.identity;

import io.holdfast.service.identity.internal.Secrets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a sign-in name looks like, and how one is made of what a provider calls somebody. */
final class SignInNames {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");

    private SignInNames() {}

    static boolean isOne(String name) {
        return NAME.matcher(name).matches();
    }

    /** A name like the one given, or one made of the subject where that has no letters to make one of. */
    static String of(String given, String subject) {
        String letters =
                given.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._@-]+", "-").replaceFirst("^[^a-z0-9]+", "");
        String name = letters.substring(0, Math.min(64, letters.length()));
        return isOne(name) ? name : "person-" + HexFormat.of().formatHex(Secrets.hash(subject), 0, 5);
    }
}
