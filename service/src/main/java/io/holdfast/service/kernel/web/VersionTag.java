package io.holdfast.service.kernel.web;

import io.micronaut.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** Versions in the headers of requests and answers. Source: RFC 9110, ETag and If-Match. */
public final class VersionTag {

    private VersionTag() {}

    /** The entity tag of a version. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that a change is made on, from If-Match; null for {@code *}, any version. A problem {@code version-missing}
     * where nothing is said, {@code bad-version} where it is no tag of a version.
     */
    public static @Nullable Long seen(@Nullable String ifMatch) {
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
        return Long.valueOf(tag.replace("\"", ""));
    }

    /** The same of an entry: no version is larger than an int, and one that is was never given out. */
    public static @Nullable Integer seenOfEntry(@Nullable String ifMatch) {
        Long seen = seen(ifMatch);
        return seen == null ? null : (int) Math.min(seen, Integer.MAX_VALUE);
    }
}
