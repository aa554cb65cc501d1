package io.holdfast.service.bia.web;

import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** Versions in the headers of requests and answers. */
final class Tags {

    private Tags() {}

    /** The entity tag of a version. */
    static String of(long version) {
        return "\"" + version + "\"";
    }

    /** The version that a change is made on, from If-Match; null for {@code *}, any version. */
    static @Nullable Integer seen(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "version-missing",
                    "Say with If-Match which version you saw: the ETag of the GET, or * to change whatever is stored.");
        }
        String tag = ifMatch.strip().replaceFirst("^W/", "");
        if (tag.equals("*")) {
            return null;
        }
        if (!tag.matches("\"?\\d{1,18}\"?")) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "bad-version",
                    "If-Match is " + ifMatch + ", but it must be the ETag of the GET, as in \"3\", or *.");
        }
        return (int) Math.min(Long.parseLong(tag.replace("\"", "")), Integer.MAX_VALUE);
    }

    /** A language that analyses are submitted in. */
    static String language(String tag) {
        if (!tag.equals("en") && !tag.equals("zh-Hant")) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "unknown-language",
                    "language is '" + tag + "', but analyses are submitted in en and zh-Hant.");
        }
        return tag;
    }
}
