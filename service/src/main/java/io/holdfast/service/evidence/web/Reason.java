package io.holdfast.service.evidence.web;

import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpStatus;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why somebody decides so; it is kept. */
record Reason(@Nullable String reason) {

    /** The reason, or a problem {@code bad-reason}. */
    static String require(Reason body) {
        return require(body.reason());
    }

    static String require(@Nullable String given) {
        String reason = Objects.requireNonNullElse(given, "").strip();
        if (reason.length() < 5 || reason.length() > 2_000) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "bad-reason",
                    "Say in 5 to 2,000 characters why; that is kept in the audit.");
        }
        return reason;
    }
}
