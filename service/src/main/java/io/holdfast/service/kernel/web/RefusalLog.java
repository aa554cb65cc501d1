package io.holdfast.service.kernel.web;

import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Exposure;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A line in the log for every attempt that was refused because of who asked or how: failed sign-ins, missing permissions, foreign
 * hosts and origins, too much at once. Never a query, header or body, where secrets may stand. For any thread.
 */
@Singleton
final class RefusalLog {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);

    private static final Set<String> KEPT = Set.of(
            "account-disabled",
            "busy",
            "csrf",
            "foreign-host",
            "foreign-origin",
            "link-gone",
            "no-person",
            "not-allowed",
            "not-in-your-unit",
            "not-yours",
            "own-work",
            "sign-in-locked",
            "too-large",
            "too-many-runs",
            "wrong-password",
            "wrong-sign-in");

    private static final int MOST = 200;

    private final Exposure exposure;

    RefusalLog(Exposure exposure) {
        this.exposure = exposure;
    }

    /** Keeps a refusal, if it is of that kind. */
    void keep(HttpRequest<?> request, Problem problem) {
        if (KEPT.contains(problem.code()) || isBadKey(request, problem)) {
            LOG.warn(
                    "refused {} {} by {} from {}: {}",
                    request.getMethodName(),
                    plain(request.getPath()),
                    Acting.of(request).name(),
                    exposure.clientOf(request.getHeaders().get("X-Forwarded-For"), request.getRemoteAddress()),
                    problem.code());
        }
    }

    private static boolean isBadKey(HttpRequest<?> request, Problem problem) {
        return problem.code().equals("sign-in-needed") && request.getHeaders().contains("Authorization");
    }

    /** What cannot end a line or paint a terminal. */
    private static String plain(String text) {
        String visible = text.replaceAll("[^\\x21-\\x7E]", "?");
        return visible.substring(0, Math.min(MOST, visible.length()));
    }
}
