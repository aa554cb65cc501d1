package io.holdfast.service.identity.web;

import io.holdfast.service.identity.internal.Secrets;
import io.holdfast.service.kernel.access.Open;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.RouteAttributes;
import java.security.Principal;
import java.util.Optional;

/** A write in a session carries the session's second secret in a header, which no other site can read or set. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(CsrfFilter.AFTER_SECURITY)
final class CsrfFilter {

    /** Later than the filter that finds out who asks. */
    static final int AFTER_SECURITY = 39_500;

    /** Where the second secret stands. */
    static final String HEADER = "Holdfast-Csrf";

    static {
        if (AFTER_SECURITY <= ServerFilterPhase.SECURITY.order()) {
            throw new IllegalStateException("The filter must come after the one of security");
        }
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        if (request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD || isOpen(request)) {
            return;
        }
        Optional<Principal> principal = request.getUserPrincipal();
        if (principal.orElse(null) instanceof SignedIn signedIn && signedIn.csrf() != null) {
            String sent = request.getHeaders().get(HEADER);
            if (sent == null || !Secrets.areEqual(sent, signedIn.csrf())) {
                throw new ProblemException(
                        HttpStatus.FORBIDDEN,
                        "csrf",
                        "A write needs the header " + HEADER
                                + " with what GET /api/session answers as csrf. Load the page anew.");
            }
        }
    }

    private static boolean isOpen(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .filter(match -> match.getAnnotationMetadata().hasAnnotation(Open.class))
                .isPresent();
    }
}
