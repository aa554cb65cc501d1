package io.holdfast.service.kernel.web;

import io.micronaut.http.HttpStatus;
import java.util.Set;

/** The languages in which versions are submitted and kept. */
public final class KeptLanguage {

    private static final Set<String> TAGS = Set.of("en", "zh-Hant");

    private KeptLanguage() {}

    /** The tag itself, or a problem {@code unknown-language}. */
    public static String require(String tag) {
        if (!TAGS.contains(tag)) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "unknown-language",
                    "language is '" + tag + "', but versions are kept in en and zh-Hant.");
        }
        return tag;
    }
}
